"""What falls due today, soon, or is overdue, by body and by official: each figure is the count of a list that opens."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import Count, Q, QuerySet

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import LOCAL, local
from motcua.domain.working_days.queries import calendar_for

from .models import Dossier, Task
from .stages import OPEN, UNDER_THE_CLOCK

SOON_DAYS = 2


class Bucket(StrEnum):
    """Where a dossier stands against its due date."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"


@dataclass(frozen=True)
class Bounds:
    """The moments that part the buckets."""

    now: datetime
    tonight: datetime
    soon: datetime

    def condition(self, bucket: str) -> Q:
        """What puts a dossier, or a step, into the bucket."""
        return {
            Bucket.OVERDUE: Q(due_at__lt=self.now),
            Bucket.TODAY: Q(due_at__gte=self.now, due_at__lte=self.tonight),
            Bucket.SOON: Q(due_at__gt=self.tonight, due_at__lte=self.soon),
        }[Bucket(bucket)]


@dataclass(frozen=True)
class Standing:
    """The figures of one body or one official."""

    code: str
    name: str
    overdue: int
    today: int
    soon: int


def bounds(at: datetime) -> Bounds:
    """Now, the end of today, and the end of the second working day from today."""
    calendar, day = calendar_for(), local(at).date()
    last = day
    for _ in range(SOON_DAYS):
        last = calendar.next_working_day(last + timedelta(days=1))
    return Bounds(at, _end(day), _end(last))


def _end(day: object) -> datetime:
    return datetime.combine(day, time(23, 59, 59, 999999), LOCAL)  # type: ignore[arg-type]


def watched_by(by: Officer, at: datetime) -> QuerySet[Dossier]:
    """The open dossiers under the clock of the one-stop one watches over, or of the body one is the head of."""
    here = Q(one_stop__in=by.places_with(at, Role.WATCH)) | Q(department__in=by.bodies_with(at, Role.HEAD))
    return Dossier.objects.filter(here, stage__in=sorted(OPEN)).filter(stage__in=sorted(UNDER_THE_CLOCK))


def by_body(by: Officer, at: datetime) -> list[Standing]:
    """For each deciding body what is overdue, due today, due soon; the worst first."""
    when = bounds(at)
    rows = watched_by(by, at).filter(due_at__lte=when.soon).values("department__code", "department__name")
    return _standings(rows, "department", when)


def by_official(by: Officer, at: datetime) -> list[Standing]:
    """For each official the steps of his or her own that are overdue, due today, due soon; the worst first."""
    when = bounds(at)
    steps = Task.objects.filter(dossier__in=watched_by(by, at), done_at=None, due_at__lte=when.soon)
    return _standings(steps.exclude(officer=None).values("officer__code", "officer__name"), "officer", when)


def listed(by: Officer, at: datetime, *, bucket: str, department: str = "", officer: str = "") -> QuerySet[Dossier]:
    """The dossiers behind a figure, with the same filters as its count."""
    when = bounds(at)
    found = watched_by(by, at)
    if officer:
        steps = Task.objects.filter(when.condition(bucket), done_at=None, officer__code=officer)
        found = found.filter(pk__in=steps.values("dossier"))
    else:
        found = found.filter(when.condition(bucket))
    if department:
        found = found.filter(department__code=department)
    return found.select_related("version", "department")


def _standings(rows: "QuerySet[Any, Any]", who: str, when: Bounds) -> list[Standing]:
    counts = {bucket.value: Count("id", filter=when.condition(bucket)) for bucket in Bucket}
    found = [
        Standing(row[f"{who}__code"], row[f"{who}__name"], *(row[bucket.value] for bucket in Bucket))
        for row in rows.annotate(**counts).order_by()
    ]
    return sorted(found, key=lambda each: (-each.overdue, -each.today, -each.soon, each.name))
