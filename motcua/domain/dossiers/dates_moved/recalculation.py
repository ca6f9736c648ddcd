"""When the calendar changes: which due dates it would move, and counting those of running dossiers anew.

A change of the calendar leaves the stored dates alone. They are counted anew by an act of its own, so that the
journal of each dossier says when its date moved and who had it moved.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from itertools import islice

from django.db.models import Exists, OuterRef, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.queries import process_plan
from motcua.domain.regulation.answers import require
from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.foresight import Change
from motcua.domain.working_days.queries import calendar_for

from .. import policies
from ..clock import step_due
from ..filed_together.bundle_models import BundleFiling
from ..filed_together.bundle_told import due_of
from ..interlinked import split
from ..interlinked.models import Leg
from ..models import Dossier, Task
from ..reading import clock_of, pauses_of, pauses_of_step
from ..stages import UNDER_THE_CLOCK

LOOKED_AT = 1000
AT_ONCE = 500
Calendars = Callable[[str], Calendar]


@dataclass(frozen=True)
class Moved:
    """A running dossier whose due date is or would be another one."""

    code: str
    department: str
    was: datetime
    now: datetime


@dataclass(frozen=True)
class Foreseen:
    """What was found among so many running dossiers; `more` tells that there are others nobody looked at."""

    moved: tuple[Moved, ...]
    looked_at: int
    more: bool


def foreseen(change: Change, at: datetime) -> Foreseen:
    """Which due dates a change would move that nobody has made yet."""

    @cache
    def changed(office_code: str) -> Calendar:
        return change.made_to(calendar_for(office_code), office_code)

    since = max(at, datetime.combine(change.since, time(), LOCAL))
    return _found(since, was=calendar_for, now=changed)


def out_of_date(at: datetime) -> Foreseen:
    """Which stored due dates are not what the calendar says today."""
    return _found(at, was=None, now=calendar_for)


@act("5.1.e-1", "5.1.a-2")
def recompute_due_dates(*, by: Officer, at: datetime) -> int:
    """Count the due dates of running dossiers and of their open steps anew, and say how many dates were moved.

    So many dossiers at once; what somebody is acting on at this moment is left for the next time.
    """
    require(policies.may_recompute(by, at))
    return len(recount(by=by, at=at).moved)


@dataclass(frozen=True)
class Recounted:
    """The dossiers that were counted anew, each with what it had been due; `over` when none was left to count."""

    moved: list[tuple[Dossier, datetime | None]]
    over: bool


def recount(*, by: Officer, at: datetime) -> Recounted:
    """The same inside another act: the next so many dossiers, each with its line in the journal."""
    stale = (dossier.pk for dossier in _running(at).iterator(chunk_size=AT_ONCE) if _counted(dossier) != _kept(dossier))
    locked = Dossier.objects.select_for_update(of=("self",), skip_locked=True).select_related("one_stop")
    locked = locked.prefetch_related("clock_stops")
    found = list(islice(stale, AT_ONCE))
    # Looked at again under the lock: somebody else may have counted it anew since it was found.
    dossiers = [each for each in locked.filter(pk__in=found).order_by("id") if _counted(each) != _kept(each)]
    moved = [(dossier, dossier.due_at) for dossier in dossiers]
    for dossier, was in moved:
        due, by_law = _counted(dossier)
        dossier.due_at, dossier.due_by_law_at = due, by_law
        record(recompute_due_dates, about=dossier, by=by, at=at, was=was, due=due, due_by_law=by_law)
    Dossier.objects.bulk_update(dossiers, ["due_at", "due_by_law_at"])
    _recount_steps(dossiers)
    _recount_legs()
    _recount_bundles()
    return Recounted(moved, over=not found)


def _recount_steps(dossiers: Iterable[Dossier]) -> None:
    """Give the open steps of these dossiers the ends that the calendars of their bodies say."""
    rows = Task.objects.select_for_update(of=("self",), skip_locked=True).select_related("dossier")
    rows = rows.prefetch_related("dossier__clock_stops")
    tasks = list(rows.filter(dossier__in=list(dossiers), done_at=None, step__isnull=False).order_by("id"))
    for task in tasks:
        step = process_plan(task.dossier.process_id).step(task.step_id)
        calendar, pauses = calendar_for(step.office_code), pauses_of_step(task, pauses_of(task.dossier))
        task.due_at = step_due(calendar, task.opened_at, step.hours, pauses, task.waited)
    Task.objects.bulk_update(tasks, ["due_at"])


def _recount_legs() -> None:
    """Give the running legs of interlinked dossiers the ends that the calendars of their bodies say."""
    running = Leg.objects.select_for_update(of=("self",), skip_locked=True).select_related("dossier")
    rows = running.filter(ended_at=None, due_at__isnull=False).order_by("id")
    stale = [leg for leg in rows.iterator(chunk_size=AT_ONCE) if leg.due_at != split.clock_of(leg).due()]
    for leg in stale:
        leg.due_at = split.clock_of(leg).due()
    Leg.objects.bulk_update(stale, ["due_at"], batch_size=AT_ONCE)


def _recount_bundles() -> None:
    """Give what was filed as one and is not yet done the common date that the calendar says now."""
    running = BundleFiling.objects.select_for_update(of=("self",), skip_locked=True).select_related("one_stop")
    rows = running.filter(Exists(Dossier.objects.filter(bundled__filing=OuterRef("pk"), finished_at=None)))
    stale = []
    for filing in rows.prefetch_related("bundled__dossier").order_by("id").iterator(chunk_size=AT_ONCE):
        due = due_of(filing)
        if filing.due_at != due:
            filing.due_at = due
            stale.append(filing)
    BundleFiling.objects.bulk_update(stale, ["due_at"], batch_size=AT_ONCE)


def _found(since: datetime, *, was: Calendars | None, now: Calendars) -> Foreseen:
    rows = list(_running(since)[: LOOKED_AT + 1])
    moved = tuple(_moved(rows[:LOOKED_AT], was, now))
    return Foreseen(moved, min(len(rows), LOOKED_AT), len(rows) > LOOKED_AT)


def _moved(dossiers: Iterable[Dossier], was: Calendars | None, now: Calendars) -> Iterator[Moved]:
    for dossier in dossiers:
        before = _counted(dossier, was)[0] if was else dossier.when_due()
        after = _counted(dossier, now)[0]
        if before is not None and after is not None and before != after:
            yield Moved(str(dossier.code), dossier.department.short_name, before, after)


def _running(since: datetime) -> QuerySet[Dossier]:
    """The dossiers under the clock that fall due later than that: what is past, no calendar moves any more."""
    rows = Dossier.objects.filter(stage__in=sorted(UNDER_THE_CLOCK), due_at__gte=since)
    rows = rows.select_related("one_stop", "department").prefetch_related("clock_stops")
    return rows.order_by("due_at", "id")


def _counted(dossier: Dossier, calendars: Calendars = calendar_for) -> tuple[datetime | None, datetime | None]:
    clock = clock_of(dossier, calendars(dossier.one_stop.code))
    return clock.due(), clock.due_by_law()


def _kept(dossier: Dossier) -> tuple[datetime | None, datetime | None]:
    return dossier.due_at, dossier.due_by_law_at
