"""What is overdue, falls due, waits or lies about: each figure is the count of a list that opens.

A figure reads only what it counts: each group of dossiers has an index that leads straight to it, so that the board
costs the same however many dossiers are open.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation import limits
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

from ..models import Dossier, Task
from ..stages import OPEN, UNDER_THE_CLOCK, Stage

SOON_DAYS = 2
LONG_WAIT_DAYS = 30  # no law says so: from then on the applicant is worth a call
NOBODY = "chua-ai-nhan"  # in place of an official's code, for steps that nobody has taken


class Group(StrEnum):
    """The groups of dossiers that are watched."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    NOT_TRANSFERRED = "not_transferred"
    WAITING_LONG = "waiting_long"
    UNPAID_LONG = "unpaid_long"
    UNCOLLECTED = "uncollected"


BY_DUE = (Group.OVERDUE, Group.TODAY, Group.SOON)
# The moment by which a group is put in order, so that what is worst stands first.
SINCE = {
    Group.OVERDUE: "due_at",
    Group.TODAY: "due_at",
    Group.SOON: "due_at",
    Group.NOT_TRANSFERRED: "received_at",
    Group.WAITING_LONG: "supplement_requests__asked_at",
    Group.UNPAID_LONG: "clock_stops__from_at",
    Group.UNCOLLECTED: "finished_at",
}


@dataclass(frozen=True)
class Watch:
    """What one official watches over at a moment: the one-stops, the bodies, and the moments that part the groups."""

    one_stops: frozenset[int]
    bodies: frozenset[int]
    now: datetime
    tonight: datetime
    soon: datetime
    transfer_before: datetime

    @property
    def waiting_since(self) -> datetime:
        """Who was asked for a supplement, or told what to pay, before this moment has waited long."""
        return self.now - timedelta(days=LONG_WAIT_DAYS)

    def due(self, group: str) -> Q:
        """What puts a dossier, or a step, into one of the groups by due date."""
        return {
            Group.OVERDUE: Q(due_at__lt=self.now),
            Group.TODAY: Q(due_at__gte=self.now, due_at__lte=self.tonight),
            Group.SOON: Q(due_at__gt=self.tonight, due_at__lte=self.soon),
        }[Group(group)]


@dataclass(frozen=True)
class Standing:
    """The figures of one body or one official."""

    code: str
    name: str
    overdue: int
    today: int
    soon: int


@dataclass(frozen=True)
class Lying:
    """How many lie there, and since when the oldest does."""

    number: int
    oldest: datetime | None


def watch(by: Officer, at: datetime) -> Watch:
    """What the official watches over: dossiers received at a one-stop, or handled by the body one is the head of."""
    calendar, day = calendar_for(), local_day(at)
    last = day
    for _ in range(SOON_DAYS):
        last = calendar.next_working_day(last)
    return Watch(
        one_stops=by.places_with(at, Role.WATCH),
        bodies=by.bodies_with(at, Role.HEAD),
        now=at,
        tonight=_end(day),
        soon=_end(last),
        transfer_before=transfer_owed_before(calendar, at),
    )


def transfer_owed_before(calendar: Calendar, at: datetime) -> datetime:
    """What was received up to this moment ought to have been passed on by now (5.1.đ-2)."""
    today = local_day(at)
    day = today if calendar.is_working_day(today) else calendar.previous_working_day(today)
    before = calendar.previous_working_day(day)
    latest_first = (_cut_off(day), _end(before), _cut_off(before))
    return next(moment for moment in latest_first if calendar.transfer_deadline(moment) < at)


def in_group(seen: Watch, group: str, *, department: str = "", officer: str = "") -> QuerySet[Dossier]:
    """The dossiers of a group, each with the moment `since`: what its figure counts and its list shows."""
    found = _watched(seen)
    if group == Group.NOT_TRANSFERRED:
        found = found.filter(stage=Stage.RECEIVED, received_at__lte=seen.transfer_before)
    elif group == Group.WAITING_LONG:
        asked = {"supplement_requests__completed_at": None, "supplement_requests__asked_at__lt": seen.waiting_since}
        found = found.filter(stage=Stage.AWAITING_SUPPLEMENT, due_at=None, **asked)
    elif group == Group.UNPAID_LONG:
        told = {"clock_stops__to_at": None, "clock_stops__from_at__lt": seen.waiting_since}
        found = found.filter(stage=Stage.AWAITING_PAYMENT, due_at=None, **told)
    elif group == Group.UNCOLLECTED:
        found = found.filter(stage__in=[Stage.AT_CENTRE, Stage.KEPT])
    elif officer:
        found = _under_the_clock(found).filter(pk__in=_steps(seen, group, officer).values("dossier"))
    else:
        found = _under_the_clock(found).filter(seen.due(group))
    if department:
        found = found.filter(department__code=department)
    return found.annotate(since=F(SINCE[Group(group)]))


def by_body(seen: Watch) -> list[Standing]:
    """For each deciding body what is overdue, due today, due soon; the worst first."""
    rows = _under_the_clock(_watched(seen)).filter(due_at__lte=seen.soon)
    counts = {group.value: Count("id", filter=seen.due(group)) for group in BY_DUE}
    named = rows.values("department__code", "department__short_name").annotate(**counts).order_by()
    return _worst_first(named, "department__code", "department__short_name")


def by_official(seen: Watch) -> list[Standing]:
    """For each official the dossiers with a step of his or hers that is overdue, due today, due soon."""
    here = _under_the_clock(_watched(seen))
    steps = Task.objects.filter(dossier__in=here, done_at=None, due_at__lte=seen.soon, office__in=_bodies())
    counts = {group.value: Count("dossier", distinct=True, filter=seen.due(group)) for group in BY_DUE}
    who = {"code": Coalesce("officer__code", Value(NOBODY)), "who": Coalesce("officer__name", Value(""))}
    return _worst_first(steps.values(**who).annotate(**counts).order_by(), "code", "who")


def lying(seen: Watch, group: str) -> Lying:
    """How many dossiers a group has, and since when the oldest has been in it."""
    return Lying(**in_group(seen, group).aggregate(number=Count("id"), oldest=Min("since")))


def _watched(seen: Watch) -> QuerySet[Dossier]:
    here = Q(one_stop__in=seen.one_stops) | Q(department__in=seen.bodies)
    return Dossier.objects.filter(here, stage__in=sorted(OPEN))


def _under_the_clock(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    return dossiers.filter(stage__in=sorted(UNDER_THE_CLOCK))


def _steps(seen: Watch, group: str, officer: str) -> QuerySet[Task]:
    mine = Q(officer=None) if officer == NOBODY else Q(officer__code=officer)
    return Task.objects.filter(mine, seen.due(group), done_at=None, office__in=_bodies())


def _bodies() -> "QuerySet[Office, Any]":
    """All bodies: naming them leads to the late steps of each by its index, instead of through all open steps."""
    return Office.objects.values("pk")


def _worst_first(rows: "QuerySet[Any, Any]", code: str, name: str) -> list[Standing]:
    found = [Standing(row[code], row[name], *(row[group.value] for group in BY_DUE)) for row in rows]
    return sorted(found, key=lambda each: (-each.overdue, -each.today, -each.soon, each.name))


def _cut_off(day: date) -> datetime:
    return datetime.combine(day, limits.transfer_cut_off(day), LOCAL)


def _end(day: date) -> datetime:
    return datetime.combine(day, time.max, LOCAL)
