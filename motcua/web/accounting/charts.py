"""The picture of the months: one bar each, in three parts by the way of paying; the same stands in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT, BOTTOM, TOP = 360, 170, 22, 8
WAYS = ("cash", "transfer", "online")


@dataclass(frozen=True)
class Bar:
    """One part of a bar: where it stands, how high it is, of which way of paying."""

    x: float
    y: float
    width: float
    height: float
    way: str


@dataclass(frozen=True)
class Chart:
    """Everything that is drawn, in the units of the picture."""

    bars: list[Bar]
    names: list[tuple[float, str]]
    width: int = WIDTH
    height: int = HEIGHT


def chart(months: Sequence[Any]) -> Chart:
    """The bars of these months, drawn to the scale of the largest."""
    most = max((sum(max(0, each[way]) for way in WAYS) for each in months), default=0) or 1
    step, room = WIDTH / max(1, len(months)), HEIGHT - BOTTOM - TOP
    bars, names = [], []
    wide = round(min(step * 0.6, 40), 1)
    for place, month in enumerate(months):
        middle = (place + 0.5) * step
        names.append((round(middle, 1), f"{month['month']:%m/%y}"))
        below = float(HEIGHT - BOTTOM)
        for way in WAYS:
            height = round(max(0, month[way]) * room / most, 1)
            below = round(below - height, 1)
            bars.append(Bar(round(middle - wide / 2, 1), below, wide, height, way))
    return Chart(bars, names)
