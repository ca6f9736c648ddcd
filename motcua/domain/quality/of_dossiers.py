"""The points of a dossier, read from what happened to it: indices 1, 2, 3, 4 and 7 (Thông tư 01/2018, Điều 13)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from motcua.domain.dossiers import body_times
from motcua.domain.dossiers.interlinked.split import calendar_of
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.dossiers.reading import pauses_of, pauses_of_step
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import Kind, State, Verdict
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Unit
from motcua.domain.working_days.queries import calendar_for

from . import rules
from .models import Mark
from .periods import Quarter

BATCH = 500
HOUR = 60
AGAINST = (Kind.CONDUCT, Kind.HANDLING)
FOUND = (Verdict.FOUNDED, Verdict.PARTLY)


@dataclass(frozen=True)
class Known:
    """What speaks against a dossier: was anything found true, and of which officials by name."""

    founded: bool
    named: frozenset[int]


def finished_in(quarter: Quarter) -> QuerySet[Dossier]:
    """The dossiers that count: whose result, or reasoned refusal, came to the one-stop in the quarter."""
    return Dossier.objects.filter(finished_at__gte=quarter.begin, finished_at__lt=quarter.end)


def marks(dossiers: QuerySet[Dossier], at: datetime) -> Iterator[Mark]:
    """The points of these dossiers, as their events were known at that moment; not saved, without an edition."""
    told = Feedback.objects.filter(state=State.ANSWERED, kind__in=AGAINST, verdict__in=FOUND, answered_at__lte=at)
    checks = "field_checks__task"
    whole = dossiers.prefetch_related(
        "tasks", "supplement_requests", "clock_stops", "legs", checks, Prefetch("feedback", told, to_attr="told")
    )
    for dossier in whole.order_by("id").iterator(chunk_size=BATCH):
        yield from marks_of(dossier, at)


def marks_of(dossier: Dossier, at: datetime) -> Iterator[Mark]:
    """The marks of one dossier: of the body that settles it, of who shared in it, of who did anything in it."""
    whole = _whole(dossier)
    own = own_times(dossier)
    known = _known(dossier)
    first = {**whole, "attitude": _attitude(whole["time"], known.founded)}
    yield Mark(dossier=dossier, office_id=dossier.department_id, own_time=own.get(dossier.department_id), **first)
    for office, points in own.items():
        if office != dossier.department_id:
            yield Mark(dossier=dossier, office_id=office, own_time=points)
    for officer, office in sorted(who_did(dossier, at)):
        attitude = _attitude(whole["time"], officer in known.named)
        given = {**whole, "attitude": attitude, "own_time": own.get(office)}
        yield Mark(dossier=dossier, office_id=office, officer_id=officer, **given)


def own_times(dossier: Dossier) -> dict[int, int]:
    """Index 2: the points of each body for its own time; where it has legs, for the worst of them."""
    if dossier.finished_at is None:
        return {}
    pauses = pauses_of(dossier)
    steps: Iterable[Task] = sorted(dossier.tasks.all(), key=lambda step: (step.opened_at, step.pk))
    times = body_times.times(steps, dossier.finished_at, calendar_of, lambda step: pauses_of_step(step, pauses))
    left = {each.office_id: (each.given - each.spent) // HOUR for each in times}
    legs: dict[int, int] = {}
    for leg in dossier.legs.all():
        if leg.ended_at is not None and leg.due_at is not None:
            hours = _hours_left(calendar_of(leg.office_id), leg.ended_at, leg.due_at)
            legs[leg.office_id] = min(hours, legs.get(leg.office_id, hours))
    return {office: rules.time_points(hours) for office, hours in {**left, **legs}.items()}


def time_left(dossier: Dossier) -> int | None:
    """Index 1: the whole days, or hours where the limit is one, between the result and the end of the legal limit."""
    due, done = dossier.due_by_law_at, dossier.finished_at
    if due is None or done is None:
        return None
    if dossier.limit().unit == Unit.WORKING_HOURS or not dossier.limit().amount:
        return _hours_left(calendar_for(office_at_hand(dossier.one_stop_id).code), done, due)
    return -1 if done > due else (local_day(due) - local_day(done)).days


def who_did(dossier: Dossier, at: datetime) -> set[tuple[int, int]]:
    """The officials who received it, did a step in it or gave it out, each with the body for which it was done."""
    found = {(dossier.received_by_id, dossier.one_stop_id)}
    found |= {(step.done_by_id, step.office_id) for step in dossier.tasks.all() if step.done_at and step.done_at <= at}
    return {(officer, office) for officer, office in found if officer is not None}


def _whole(dossier: Dossier) -> dict[str, int | None]:
    asked = list(dossier.supplement_requests.all())
    overlooked = sum(any(item.get("missing") for item in each.items) for each in asked)
    came = {check.task.office_id for check in dossier.field_checks.all() if check.applicant_there}
    left = time_left(dossier)
    return {
        "time": None if left is None else rules.time_points(left),
        "contacts": rules.contact_points(len(asked), overlooked),
        "bodies": rules.body_points(bool(asked), len(came)),
    }


def _attitude(time: int | None, founded: bool) -> int | None:
    return None if time is None else rules.attitude_points(time, founded)


def _known(dossier: Dossier) -> Known:
    told: list[Feedback] = dossier.told  # type: ignore[attr-defined]
    return Known(bool(told), frozenset(each.official_id for each in told if each.official_id is not None))


def _hours_left(calendar: Calendar, done: datetime, due: datetime) -> int:
    return -1 if done > due else calendar.working_minutes_between(done, due) // HOUR
