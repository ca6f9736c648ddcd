"""Which dossiers stand still at this moment, and who is in charge: what the alerts are raised and closed by."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet

from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.terms import StepKind
from motcua.domain.working_days.queries import calendar_for

from ..models import Dossier, Sent, Task
from ..stages import UNDER_THE_CLOCK, Stage
from .standing import TITLES, Still, stands_since

AT_WORK = sorted(UNDER_THE_CLOCK - {Stage.RECEIVED, Stage.REJECTED, Stage.RESULT_READY})
DECIDED = (Stage.APPROVED, Stage.REJECTED, Stage.RESULT_READY)
TO_FETCH = (Stage.AT_CENTRE, Stage.KEPT)
CHUNK = 500

# An alert holds as long as the dossier has not moved on: it is nobody's task to close one.
_STILL_OPEN = Q(task__done_at=None, task__isnull=False)
HOLDS = Q(closed_at=None) & (
    Q(kind=Still.NOT_TRANSFERRED, dossier__stage=Stage.RECEIVED)
    | Q(_STILL_OPEN, kind=Still.NOT_TAKEN, task__taken_at=None, dossier__stage__in=AT_WORK)
    | Q(_STILL_OPEN, kind=Still.OVERRUN_STEP, task__waiting_since=None, dossier__stage__in=AT_WORK)
    | Q(kind=Still.NOT_HANDED_OVER, dossier__stage__in=DECIDED)
    | Q(kind=Still.NOT_FETCHED, dossier__stage__in=TO_FETCH)
    | Q(Exists(Sent.objects.filter(dossier=OuterRef("dossier"), answered_at=None)), kind=Still.NOT_ANSWERED)
)


@dataclass(frozen=True)
class Standing:
    """One dossier that stands still: why, since when, and whose it is to move it."""

    dossier_id: int
    kind: Still
    what: str
    since: datetime
    office_id: int
    role: str
    task_id: int | None = None
    officer_id: int | None = None


def standing(kind: Still, at: datetime, dossier_id: int | None = None) -> Iterator[Standing]:
    """All that stand still in this way, the longest first; or only this dossier."""
    for found in _FOUND[kind](at, Q() if dossier_id is None else Q(dossier_id=dossier_id)):
        if found.since <= at:
            yield found


def _not_transferred(at: datetime, only: Q) -> Iterator[Standing]:
    rows = _dossiers(only).filter(stage=Stage.RECEIVED, received_at__lt=at).order_by("received_at", "id")
    for dossier in rows.iterator(chunk_size=CHUNK):
        since = calendar_for(_code(dossier.one_stop_id)).transfer_deadline(dossier.when_received())
        yield _at_desk(dossier, Still.NOT_TRANSFERRED, since, Role.RECEIVE)


def _not_fetched(at: datetime, only: Q) -> Iterator[Standing]:
    rows = _dossiers(only).filter(stage__in=TO_FETCH, finished_at__lt=at).order_by("finished_at", "id")
    for dossier in rows.iterator(chunk_size=CHUNK):
        yield _at_desk(dossier, Still.NOT_FETCHED, dossier.finished_at or at, Role.RETURN)


def _not_handed_over(at: datetime, only: Q) -> Iterator[Standing]:
    """Decided, no step open but the result desk's, and the result is still in the department."""
    open_steps = Task.objects.filter(dossier=OuterRef("pk"), done_at=None).exclude(kind=StepKind.RETURN)
    rows = _dossiers(only).filter(~Exists(open_steps), stage__in=DECIDED).annotate(last=Max("tasks__done_at"))
    for dossier in rows.filter(last__lt=at).order_by("last", "id").iterator(chunk_size=CHUNK):
        moment = stands_since(Still.NOT_HANDED_OVER, dossier.last, calendar_for(_code(dossier.department_id)))
        yield Standing(
            dossier.pk, Still.NOT_HANDED_OVER, TITLES[Still.NOT_HANDED_OVER], moment, dossier.department_id, Role.CLERK
        )


def _not_taken(at: datetime, only: Q) -> Iterator[Standing]:
    for task in (
        _tasks(only)
        .filter(taken_at=None, opened_at__lt=at)
        .exclude(kind=StepKind.APPROVE)
        .order_by("opened_at", "id")
        .iterator(chunk_size=CHUNK)
    ):
        yield _on_step(task, Still.NOT_TAKEN, task.opened_at)


def _not_answered(at: datetime, only: Q) -> Iterator[Standing]:
    """What somebody sent from home and nobody has answered in the hours set for it."""
    rows = Sent.objects.filter(only, answered_at=None, answer_due_at__lt=at).select_related("dossier")
    for sent in rows.order_by("answer_due_at", "id").iterator(chunk_size=CHUNK):
        yield _at_desk(sent.dossier, Still.NOT_ANSWERED, sent.answer_due_at, Role.RECEIVE)


def _overrun(at: datetime, only: Q) -> Iterator[Standing]:
    """A step that waits for the opinion of another body stands still there, not here."""
    rows = _tasks(only).filter(due_at__lt=at, waiting_since=None)
    for task in rows.order_by("due_at", "id").iterator(chunk_size=CHUNK):
        yield _on_step(task, Still.OVERRUN_STEP, task.due_at)


_FOUND: dict[Still, Callable[[datetime, Q], Iterator[Standing]]] = {
    Still.NOT_TRANSFERRED: _not_transferred,
    Still.NOT_TAKEN: _not_taken,
    Still.OVERRUN_STEP: _overrun,
    Still.NOT_HANDED_OVER: _not_handed_over,
    Still.NOT_FETCHED: _not_fetched,
    Still.NOT_ANSWERED: _not_answered,
}


def _dossiers(only: Q) -> QuerySet[Any]:
    return Dossier.objects.annotate(dossier_id=F("pk")).filter(only)


def _tasks(only: Q) -> QuerySet[Task]:
    return Task.objects.filter(only, done_at=None, dossier__stage__in=AT_WORK).exclude(kind=StepKind.RETURN)


def _at_desk(dossier: Dossier, kind: Still, moment: datetime, role: str) -> Standing:
    since = stands_since(kind, moment, calendar_for(_code(dossier.one_stop_id)))
    return Standing(dossier.pk, kind, TITLES[kind], since, dossier.one_stop_id, role)


def _on_step(task: Task, kind: Still, moment: datetime) -> Standing:
    since = stands_since(kind, moment, calendar_for(_code(task.office_id)))
    return Standing(task.dossier_id, kind, task.name, since, task.office_id, task.role, task.pk, task.officer_id)


def _code(office_id: int) -> str:
    return office_at_hand(office_id).code
