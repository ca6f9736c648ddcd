"""Whether leaders approve at the Centre every day: first and last decision of each day, and how many (5.1.c-2)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Max, Min, Q
from django.db.models.functions import TruncDate

from motcua.domain.organisations import absences
from motcua.domain.organisations.absence_models import Absence
from motcua.domain.organisations.places import ELSEWHERE
from motcua.domain.procedures.models import Authorisation, Step
from motcua.domain.procedures.terms import Power
from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days.calendar import Calendar

from ..models import Task

DECIDED = ("approved", "endorsed", "rejected")


@dataclass(frozen=True)
class Day:
    """What a leader decided on one day."""

    first: datetime | None = None
    last: datetime | None = None
    at_centre: int = 0
    elsewhere: int = 0
    waited: int = 0  # decided after waiting longer than until the same time of the next working day


NOTHING = Day()


@dataclass
class Leader:
    """Somebody authorised to approve, with the days on which that is so, those decided on, and those of leave."""

    officer_id: int
    name: str
    body: str
    sort_key: str
    terms: list[tuple[date, date | None]] = field(default_factory=list)
    days: dict[date, Day] = field(default_factory=dict)
    away: list[Absence] = field(default_factory=list)

    def on(self, day: date) -> Day:
        """What was decided that day."""
        return self.days.get(day, NOTHING)

    def leave_on(self, day: date) -> Absence | None:
        """The announced leave of that day."""
        return next((each for each in self.away if each.lasts_on(day)), None)

    def is_due_on(self, day: date) -> bool:
        """Whether an approval could be expected that day."""
        return any(first <= day and (last is None or day <= last) for first, last in self.terms)

    def missing(self, days: Iterable[date]) -> list[date]:
        """The working days without a single decision at the Centre, and without leave."""
        return [day for day in days if self.is_due_on(day) and not self.on(day).at_centre and not self.leave_on(day)]


def attendance(first: date, last: date, calendar: Calendar) -> list[Leader]:
    """All who may approve on some of these days, by body and given name."""
    leaders = _named(first, last)
    for absence in absences.between(first, last):
        if absence.officer_id in leaders:
            leaders[absence.officer_id].away.append(absence)
    for row in _decided(first, last):
        leader = leaders.get(row["done_by"])
        if leader is not None:
            leader.days[row["day"]] = _with(leader.on(row["day"]), row, calendar)
    return sorted(leaders.values(), key=lambda each: (each.body, each.sort_key))


def working_days(first: date, last: date, calendar: Calendar) -> list[date]:
    """The days on which the Centre works."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if calendar.is_working_day(day)]


def _named(first: date, last: date) -> dict[int, Leader]:
    rows = Authorisation.objects.filter(
        Q(to_on__isnull=True) | Q(to_on__gte=first), power=Power.APPROVE, from_on__lte=last
    )
    columns = ("officer", "officer__name", "officer__sort_key", "procedure__owner__short_name", "from_on", "to_on")
    found: dict[int, Leader] = {}
    for officer, name, sort_key, body, from_on, to_on in rows.values_list(*columns).distinct().order_by(*columns):
        found.setdefault(officer, Leader(officer, name, body, sort_key)).terms.append((from_on, to_on))
    return found


def _decided(first: date, last: date) -> Iterable[dict[str, Any]]:
    """Counted in the database by leader, day, place, and the day on which the step had come to the leader."""
    since, until = (datetime.combine(day, time(), LOCAL) for day in (first, last + timedelta(days=1)))
    rows: Any = Task.objects.filter(kind=Step.Kind.APPROVE, done_at__gte=since, done_at__lt=until, how__in=DECIDED)
    days: Any = {"day": TruncDate("done_at", tzinfo=LOCAL), "came": TruncDate("opened_at", tzinfo=LOCAL)}
    away = Q(place__startswith=ELSEWHERE)
    counted: Any = {
        "first": Min("done_at", filter=~away),
        "last": Max("done_at", filter=~away),
        "at_centre": Count("id", filter=~away),
        "elsewhere": Count("id", filter=away),
    }
    by_day = rows.annotate(**days).values("done_by", "day", "came")
    return list(by_day.annotate(**counted).order_by("done_by", "day", "came"))


def _with(day: Day, row: dict[str, Any], calendar: Calendar) -> Day:
    long = calendar.working_days_between(row["came"], row["day"]) > 1
    return Day(
        first=min(filter(None, (day.first, row["first"])), default=None),
        last=max(filter(None, (day.last, row["last"])), default=None),
        at_centre=day.at_centre + row["at_centre"],
        elsewhere=day.elsewhere + row["elsewhere"],
        waited=day.waited + (row["at_centre"] if long else 0),
    )
