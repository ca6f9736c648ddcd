"""Apologies are written ahead: two working days before a date that will not be kept, for whoever may sign (5.1.e-3)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.queries import Plan, PlannedStep, process_plan
from motcua.domain.procedures.terms import StepKind
from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import add
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .. import reading, stages
from ..interlinked import split
from ..models import Dossier, Task
from .foreseeing import DRAFTED_DAYS_BEFORE, Foresight, Pace, StepToDo, foresee, is_near, new_day
from .models import ApologyDraft
from .step_times import Work, paces

AT_ONCE = 200
APOLOGISABLE = sorted(each for each in stages.Stage if stages.can(each, "apologise_and_reschedule"))
# A draft counts as long as the date it is about is the one that is promised, and nobody has apologised or finished.
WANTED = Q(
    closed_at=None, due_at=F("dossier__due_at"), dossier__stage__in=APOLOGISABLE, dossier__rescheduled_to=None
)  # fmt: skip


class NotNeeded(Refused):
    """There is nothing to apologise for ahead: it will be in time, was apologised for, or has its draft already."""

    clause = "5.1.e-3"


@dataclass(frozen=True)
class Swept:
    """What one run did: letters drafted, and drafts put away."""

    drafted: int
    put_away: int


def sweep(by: Signs, at: datetime) -> Swept:
    """Draft what must be thought of today, and put away what nobody needs any more. Running it again adds nothing."""
    drafted, needed = 0, set()
    for dossier, foresight in _foreseen(_near(at), at):
        if not foresight.is_late:
            continue
        needed.add(dossier.pk)
        try:
            draft_apology(dossier, foresight=foresight, by=by, at=at)
            drafted += 1
        except NotNeeded:  # it has its draft, or somebody was quicker
            continue
    put_away = ApologyDraft.objects.filter(closed_at=None)
    useless = put_away.exclude(pk__in=ApologyDraft.objects.filter(WANTED, dossier__in=needed).values("pk"))
    return Swept(drafted, useless.update(closed_at=at))


@act("5.1.e-3", "7.8")
def draft_apology(dossier: Dossier, *, foresight: Foresight, by: Signs, at: datetime) -> ApologyDraft:
    """Write the letter ahead; it says nothing to the applicant before somebody who may has signed it."""
    dossier = Dossier.objects.locked(dossier)
    if not stages.can(dossier.stage, "apologise_and_reschedule") or dossier.rescheduled_to is not None:
        raise NotNeeded("Hồ sơ này không cần hoặc không được xin lỗi, hẹn lại nữa.")
    if dossier.due_at != foresight.due or not foresight.is_late:
        raise NotNeeded("Hồ sơ này dự kiến xong đúng hẹn.")
    # What is about an earlier date gives way to the new one.
    ApologyDraft.objects.filter(dossier=dossier, closed_at=None).exclude(due_at=dossier.due_at).update(closed_at=at)
    if ApologyDraft.objects.filter(dossier=dossier, closed_at=None).exists():
        raise NotNeeded("Hồ sơ này đã có phiếu xin lỗi soạn sẵn.")
    (draft,) = add([_letter(dossier, foresight, at)])
    facts = {"due": draft.due_at, "foreseen_at": draft.foreseen_at, "new_due_on": draft.new_due_on}
    record(draft_apology, about=dossier, by=by, at=at, **facts, step=draft.step, body=draft.body, reason=draft.reason)
    return draft


def draft_of(dossier: Dossier) -> ApologyDraft | None:
    """The letter that waits for a dossier that was already obtained."""
    return ApologyDraft.objects.filter(WANTED, dossier=dossier).first()


def to_sign(by: Officer, at: datetime) -> QuerySet[ApologyDraft]:
    """The letters that wait for this official: the filter twin of `policies.may_apologise`."""
    bodies = by.bodies_with(at, Role.HEAD, Role.APPROVE)
    late_leg = Exists(split.answerable_legs(bodies, at).filter(dossier=OuterRef("dossier")))
    return _wanted().filter(Q(department__in=bodies) | late_leg)


def for_centre(by: Officer, at: datetime) -> QuerySet[ApologyDraft]:
    """The dossiers of which the Centre is told that their date will not be kept."""
    return _wanted().filter(one_stop__in=by.places_with(at, Role.WATCH))


def listed(drafts: QuerySet[ApologyDraft], place: Place) -> Page[ApologyDraft]:
    """A page of them, what falls due first."""
    return page(drafts.select_related("dossier__version", "department"), "due_at", place)


def foreseen(dossier: Dossier, at: datetime) -> Foresight | None:
    """What is foreseen of one dossier; nothing where no date is promised or nobody works on it."""
    if dossier.due_at is None or dossier.stage not in APOLOGISABLE:
        return None
    return next((foresight for _, foresight in _foreseen([dossier], at)), None)


def _wanted() -> QuerySet[ApologyDraft]:
    return ApologyDraft.objects.filter(WANTED)


def _near(at: datetime) -> Iterator[Dossier]:
    """The dossiers that fall due in the next days, or are past it, and of which nobody has apologised yet."""
    last = local_day(at)
    for _ in range(DRAFTED_DAYS_BEFORE):
        last = calendar_for().next_working_day(last)
    soon = calendar_for().closing(last)
    rows = Dossier.objects.filter(stage__in=APOLOGISABLE, rescheduled_to=None, due_at__lte=soon)
    for dossier in rows.order_by("id").iterator(chunk_size=AT_ONCE):
        if is_near(dossier.when_due(), at, calendar_for(dossier.with_offices().one_stop.code)):
            yield dossier


def _foreseen(dossiers: Iterable[Dossier], at: datetime) -> Iterator[tuple[Dossier, Foresight]]:
    """What is foreseen of each: open steps and past times are read for many at once."""
    rest = iter(dossiers)
    while some := list(islice(rest, AT_ONCE)):
        tasks: dict[int, list[Task]] = {}
        for task in Task.objects.filter(dossier__in=[each.pk for each in some], done_at=None).order_by("id"):
            tasks.setdefault(task.dossier_id, []).append(task)
        plans = {dossier.pk: process_plan(dossier.process_id) for dossier in some}
        known = paces(plan.procedure_id for plan in plans.values())
        for dossier in some:
            ahead = _ahead(plans[dossier.pk], tasks.get(dossier.pk, []), known)
            yield dossier, foresee(ahead, dossier.when_due(), at)


def _ahead(plan: Plan, open_tasks: list[Task], known: dict[Work, Pace]) -> list[list[StepToDo]]:
    """The open steps, then the later ones up to the decision's last; handing out is not on the clock."""

    def to_do(step: PlannedStep, opened_at: datetime | None = None) -> StepToDo:
        pace = known.get((plan.procedure_id, step.office_id, step.kind, step.name))
        return StepToDo(step.name, step.office_name, step.hours, calendar_for(step.office_code), pace, opened_at)

    # What is asked of another body beside the process has no step, and is not on the dossier's way.
    waited_for = [task for task in open_tasks if task.step_id is not None and task.kind != StepKind.RETURN]
    opened = [to_do(plan.step(task.step_id), task.opened_at) for task in waited_for if task.step_id is not None]
    if not opened:
        return []
    here = max(task.stage for task in waited_for)
    later = [
        [to_do(step) for step in plan.steps_of(stage) if step.kind != StepKind.RETURN]
        for stage in plan.stages
        if stage > here
    ]
    return [opened, *(steps for steps in later if steps)]


def _letter(dossier: Dossier, foresight: Foresight, at: datetime) -> ApologyDraft:
    calendar, due = calendar_for(dossier.one_stop.code), dossier.when_due()
    last_day = reading.clock_of(dossier, calendar).last_day_for_apology()
    where = f" (bước “{foresight.step}”, {foresight.body})" if foresight.step else ""
    return ApologyDraft(
        dossier=dossier,
        one_stop=dossier.one_stop,
        department=dossier.department,
        due_at=due,
        foreseen_at=foresight.finish,
        new_due_on=new_day(foresight.finish, due, at, calendar),
        last_day=last_day or local_day(due),
        step=foresight.step,
        body=foresight.body,
        reason=f"Việc giải quyết hồ sơ cần thêm thời gian so với dự kiến{where}.",
        reasons=list(foresight.reasons),
        drafted_at=at,
    )
