"""What may be said of a group, and how surely: shares, intervals, and small groups that stay hidden. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from math import sqrt

from .periods import Period

SMALL = 5  # a group of fewer could point to persons
Z = 1.959963984540054  # for 95 of 100 samples
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Interval:
    """Between which shares, in percent, the true one lies with 95 % confidence."""

    low: Decimal
    high: Decimal


def percent(part: int, whole: int) -> Decimal | None:
    """In percent, rounded half up; nothing of nothing."""
    return (Decimal(100 * part) / whole).quantize(TENTH, ROUND_HALF_UP) if whole else None


def wilson(part: int, whole: int) -> Interval | None:
    """Wilson's interval of a share: right for small groups and at both ends, where the usual one is not."""
    if not whole:
        return None
    share, square = part / whole, Z * Z
    middle = share + square / (2 * whole)
    spread = Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole))
    low, high = ((middle + way * spread) / (1 + square / whole) for way in (-1, 1))
    return Interval(_percent(0.0 if part == 0 else low), _percent(1.0 if part == whole else high))


def differ(mine: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether two shares, each as part and whole, differ by more than chance can do (Newcombe's interval of 95 %)."""
    (high, above), (low, below) = sorted((_ends(*mine), _ends(*theirs)), key=lambda each: each[0], reverse=True)
    reach = (high - float(above.low)) ** 2 + (float(below.high) - low) ** 2
    return high - low > sqrt(reach)


def is_told(number: int) -> bool:
    """Whether a group may be told of by itself: when it is empty, or not small."""
    return number == 0 or number >= SMALL


def parts_told(numbers: Sequence[int]) -> list[bool]:
    """Which parts of a whole that is told may be told, so that no small one is the rest of the others.

    Beside a small part the smallest other one is kept back too, until what is kept back is at least two parts and
    not small together: the whole less the parts that are told is then a group that may be told of itself.
    """
    hidden = {place for place, number in enumerate(numbers) if not is_told(number)}
    others = sorted((number, place) for place, number in enumerate(numbers) if number >= SMALL)
    while hidden and (len(hidden) < 2 or sum(numbers[place] for place in hidden) < SMALL) and others:
        hidden.add(others.pop(0)[1])
    return [place not in hidden for place in range(len(numbers))]


def periods_told(months: Mapping[date, int], year: int) -> set[Period]:
    """Of a body: which of a year, its quarters and its months may be told, given the numbers of its months."""
    told: set[Period] = set()
    _tell(Period(year, "year"), months, told)
    return told


def _tell(whole: Period, months: Mapping[date, int], told: set[Period]) -> None:
    if is_told(_number(whole, months)):
        told.add(whole)
        parts = list(whole.parts())
        allowed = parts_told([_number(each, months) for each in parts])
        for part, may in zip(parts, allowed, strict=True):
            if may:
                _tell(part, months, told)


def _number(period: Period, months: Mapping[date, int]) -> int:
    return sum(months.get(each, 0) for each in period.months())


def _ends(part: int, whole: int) -> tuple[float, Interval]:
    found = wilson(part, whole)
    return (100 * part / whole, found) if found else (0.0, Interval(Decimal(0), Decimal(100)))


def _percent(share: float) -> Decimal:
    return (Decimal(share) * 100).quantize(TENTH, ROUND_HALF_UP)
