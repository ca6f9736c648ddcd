"""How satisfied people are, for everybody: per body and period, small groups hidden so that nobody can subtract them.

Read from the counted months: two years of a province are some thousand rows, however many ballots there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Max, Q, Sum

from motcua.domain.organisations.models import Office
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from . import rules
from .models import Asked, CountedMonth, Heard
from .periods import Period
from .rules import Interval
from .terms import SATISFIED, Level

BEST_FIRST = sorted(Level.values, reverse=True)
Counts = dict[date, tuple[int, ...]]


@dataclass(frozen=True)
class Group:
    """What a group of people said: how many were asked, and how many chose each level, the best first."""

    asked: int
    levels: tuple[int, ...]

    @property
    def number(self) -> int:
        """How many said something."""
        return sum(self.levels)

    @property
    def satisfied(self) -> int:
        """How many of them are satisfied."""
        return sum(number for level, number in zip(BEST_FIRST, self.levels, strict=True) if level >= SATISFIED)

    @property
    def share(self) -> Decimal | None:
        """The satisfied in percent."""
        return rules.percent(self.satisfied, self.number)

    @property
    def interval(self) -> Interval | None:
        """Where the share of all who were served lies."""
        return rules.wilson(self.satisfied, self.number)

    @property
    def response(self) -> Decimal | None:
        """How many of the ballots came back, in percent."""
        return rules.percent(self.number, self.asked)

    def together(self, other: "Group") -> "Group":
        """Both as one group."""
        levels = tuple(mine + theirs for mine, theirs in zip(self.levels, other.levels, strict=True))
        return Group(self.asked + other.asked, levels)


NOBODY = Group(0, (0,) * len(BEST_FIRST))


@dataclass(frozen=True)
class Body:
    """A body with what may be told of it: a period that is not in `groups` is kept back."""

    code: str
    name: str
    groups: Mapping[Period, Group]
    asked_in: frozenset[Period]  # the months in which anybody was asked

    def of(self, period: Period) -> Group | None:
        """What people said in a period; nothing where that group is small, or would give a small one away."""
        return self.groups.get(period)


@dataclass(frozen=True)
class Wall:
    """Everything that everybody may read, of this year and the one before."""

    counted_at: datetime | None
    bodies: list[Body]

    def whole(self, period: Period) -> Group:
        """All bodies whose group may be told, together: no hidden one is in it, so none can be taken out of it."""
        total = NOBODY
        for body in self.bodies:
            total = total.together(body.of(period) or NOBODY)
        return total

    def body(self, code: str) -> Body | None:
        """The body with this code, if anything was ever asked about it."""
        return next((each for each in self.bodies if each.code == code), None)


@rule("3.1")
def wall(at: datetime) -> Wall:
    """This year and the one before, in Vietnamese order of the bodies."""
    year = local_day(at).year
    years = (year - 1, year)
    since, until = date(years[0], 1, 1), date(years[-1], 12, 31)
    heard, asked = _heard(since, until), _asked(since, until)
    offices = Office.objects.filter(pk__in={*heard, *asked}).order_by("kind", "sort_key", "id")
    bodies = [
        Body(
            each.code,
            each.name,
            _groups(years, heard.get(each.pk, {}), asked.get(each.pk, {})),
            frozenset(Period.of("month", first) for first in asked.get(each.pk, {})),
        )
        for each in offices
    ]
    return Wall(last_counted(), bodies)


def last_counted() -> datetime | None:
    """When the newest of these figures were counted."""
    moment: datetime | None = CountedMonth.objects.aggregate(last=Max("counted_at"))["last"]
    return moment


def rows(shown: Wall) -> Iterator[tuple[Body, Period, Group | None]]:
    """Each body in each month in which anybody was asked, the newest month first, small groups as nothing."""
    months = sorted({each for body in shown.bodies for each in body.asked_in}, reverse=True)
    for period in months:
        for body in shown.bodies:
            if period in body.asked_in:
                yield body, period, body.of(period)


def _groups(years: Iterable[int], heard: Counts, asked: Mapping[date, int]) -> dict[Period, Group]:
    numbers = {first: sum(levels) for first, levels in heard.items()}
    told = {period for year in years for period in rules.periods_told(numbers, year)}
    return {period: _summed(period, heard, asked) for period in told}


def _summed(period: Period, heard: Counts, asked: Mapping[date, int]) -> Group:
    total = NOBODY
    for first in period.months():
        total = total.together(Group(asked.get(first, 0), heard.get(first, NOBODY.levels)))
    return total


def _heard(since: date, until: date) -> dict[int, Counts]:
    sums: dict[str, Any] = {f"of_{level}": Sum("number", filter=Q(level=level), default=0) for level in BEST_FIRST}
    rows = Heard.objects.filter(month__first__range=(since, until)).order_by()
    found: dict[int, Counts] = {}
    for office, first, *levels in rows.values_list("office", "month__first").annotate(**sums):
        found.setdefault(office, {})[first] = tuple(levels)
    return found


def _asked(since: date, until: date) -> dict[int, dict[date, int]]:
    found: dict[int, dict[date, int]] = {}
    rows = Asked.objects.filter(month__first__range=(since, until))
    for office, first, number in rows.values_list("office", "month__first", "number"):
        found.setdefault(office, {})[first] = number
    return found
