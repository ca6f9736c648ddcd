"""The picture of a year: for each month two bars, online and postal, drawn to scale; the same stands in a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 360, 190, 38, 22, 12
LINES = (0, 25, 50, 75, 100)
_ROOM = HEIGHT - BOTTOM - TOP


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands, how high it is, of which kind."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True)
class Chart:
    """Everything that is drawn, in the units of the picture."""

    bars: list[Bar]
    months: list[tuple[float, str]]
    lines: list[tuple[float, int]]
    aim: float | None
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def chart(months: Iterable[Any], aim: int | None = None) -> Chart:
    """The bars of these months; `aim` is the share of online filing that is aimed at."""
    shown = list(months)
    step = (WIDTH - LEFT) / max(1, len(shown))
    bars, names = [], []
    for place, month in enumerate(shown):
        x = LEFT + place * step
        names.append((round(x + step / 2, 1), month.name[:2].lstrip("0")))
        for beside, way in enumerate(("online", "postal")):
            height = _high(month.percent(way) or 0)
            bars.append(Bar(round(x + step * (0.16 + 0.34 * beside), 1), _y(height), round(step * 0.3, 1), height, way))
    return Chart(bars, names, [(_y(_high(each)), each) for each in LINES], _y(_high(aim)) if aim else None)


def _high(percent: Decimal | int) -> float:
    return round(float(percent) * _ROOM / 100, 1)


def _y(height: float) -> float:
    return round(HEIGHT - BOTTOM - height, 1)
