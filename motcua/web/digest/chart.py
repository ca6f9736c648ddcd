"""The picture of the months: how much was said, and how much of it was answered; the same stands in a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from motcua.domain.feedback.digest.counting import Counted

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 360, 170, 34, 22, 12
_ROOM = HEIGHT - BOTTOM - TOP
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000)
NAMED = 12  # months that have their name below them


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands, how high, of which kind."""

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
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT


def chart(months: Sequence[Counted]) -> Chart:
    """Two bars a month: said, and answered."""
    most = max((each.number for each in months), default=0)
    step = next((each for each in STEPS if most <= 4 * each), STEPS[-1])
    top = max(4 * step, most)
    wide = (WIDTH - LEFT) / max(1, len(months))
    every = -(-len(months) // NAMED) or 1
    bars, names = [], []
    for place, month in enumerate(months):
        x = LEFT + place * wide
        if place % every == 0:
            names.append(
                (round(x + wide / 2, 1), month.name[:2].lstrip("0") + (f"/{month.name[-2:]}" if every > 1 else ""))
            )
        for beside, (kind, number) in enumerate((("postal", month.number), ("online", month.answered))):
            height = round(number * _ROOM / top, 1)
            bars.append(
                Bar(round(x + wide * (0.16 + 0.34 * beside), 1), _y(height), round(wide * 0.3, 1), height, kind)
            )
    return Chart(bars, names, [(_y(each * _ROOM / top), each) for each in range(0, top + 1, step)])


def _y(height: float) -> float:
    return round(HEIGHT - BOTTOM - height, 1)
