"""The pictures of satisfaction, drawn to scale by the server; the same stands in a table below each."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 360, 190, 38, 22, 12
LINES = (0, 25, 50, 75, 100)
_ROOM = HEIGHT - BOTTOM - TOP


@dataclass(frozen=True)
class Bar:
    """One bar, and the line from the lowest to the highest share that it may stand for."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Chart:
    """Everything that is drawn, in the units of the picture."""

    bars: list[Bar]
    names: list[tuple[float, str]]
    lines: list[tuple[float, int]]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def of_months(months: Sequence[tuple[str, Any]]) -> Chart:
    """A bar for the share of satisfied in each month that has one, with its interval."""
    step = (WIDTH - LEFT) / max(1, len(months))
    bars, names = [], []
    for place, (name, group) in enumerate(months):
        x = LEFT + place * step
        names.append((round(x + step / 2, 1), name))
        if group is not None and group.share is not None:
            bars.append(_bar(x, step, group.share, group.interval))
    return Chart(bars, names, [(_y(each), each) for each in LINES])


def of_levels(names: Sequence[str], group: Any) -> Chart:
    """A bar for the share of each level, the best first."""
    step = (WIDTH - LEFT) / len(names)
    bars, below = [], []
    for place, (name, number) in enumerate(zip(names, group.levels, strict=True)):
        x = LEFT + place * step
        below.append((round(x + step / 2, 1), name))
        bars.append(_bar(x, step, Decimal(100 * number) / group.number, None))
    return Chart(bars, below, [(_y(each), each) for each in LINES])


def _bar(x: float, step: float, share: Decimal, interval: Any) -> Bar:
    top, wide = _y(share), round(step * 0.5, 1)
    low, high = (_y(interval.low), _y(interval.high)) if interval else (None, None)
    return Bar(round(x + step * 0.25, 1), top, wide, round(HEIGHT - BOTTOM - top, 1), round(x + step / 2, 1), low, high)


def _y(percent: Decimal | int) -> float:
    return round(HEIGHT - BOTTOM - float(percent) * _ROOM / 100, 1)
