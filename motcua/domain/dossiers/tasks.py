"""Opening and closing the steps of a dossier's process. No acts here: acts call it inside their transaction."""

from collections.abc import Container, Iterable
from datetime import datetime
from typing import Any

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.procedures import authorisation, queries
from motcua.domain.procedures.models import Step
from motcua.domain.procedures.queries import PlannedStep
from motcua.domain.regulation.answers import Refused
from motcua.domain.statements import Said, add, change
from motcua.domain.vietnamese.dates import local, show_moment
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.queries import calendar_for

from .models import Dossier, Task

PAUSED = "paused"

# Officials are not joined: while we wait for the lock the row may move on, and what was joined would not.
# The dossier is locked before the step, as by every act: two who lock in another order wait for each other.
_LOCKED = Said(
    lambda pk: Task.objects.select_for_update(of=("dossier", "self")).select_related("dossier").filter(pk=pk)
)
_PAUSED = Said(
    lambda dossier: Task.objects.select_for_update(of=("self",)).filter(dossier=dossier, how=PAUSED).order_by("id")
)
_LAST_OPEN = Said(
    lambda dossier: (
        Task.objects.select_for_update(of=("self",))
        .filter(dossier=dossier, done_at=None, step__isnull=False)
        .order_by("id")
    )
)
_OPEN_BESIDE: Said[Any] = Said(
    lambda dossier, stage: Task.objects.filter(
        dossier=dossier, stage=stage, done_at=None, step__isnull=False
    ).values_list("pk", flat=True)
)
_OPEN_STEPS: Said[Any] = Said(
    lambda dossier: Task.objects.filter(dossier=dossier, done_at=None).values_list("step", flat=True)
)


class AlreadyDone(Refused):
    """Somebody was quicker; the sentence says who and when."""

    clause = "5.1.đ-2"


def locked(task: Task | int) -> Task:
    """Take an open task and its dossier, both locked; raises `AlreadyDone` naming who finished it and when."""
    pk = task.pk if isinstance(task, Task) else task
    found = _LOCKED.one(pk=pk)
    still_open(found)
    found.dossier.with_offices()
    return found


def still_open(task: Task) -> None:
    """Check that nobody has finished a step; raises `AlreadyDone` naming who did and when."""
    if task.how == PAUSED and task.done_at is not None:
        raise AlreadyDone(f"Bước “{task.name}” tạm dừng từ {show_moment(task.done_at)}, chờ người nộp hồ sơ.")
    if task.done_at is not None:
        who = task.done_by.name if task.done_by else "hệ thống"
        raise AlreadyDone(f"Bước “{task.name}” đã được {who} xử lý lúc {show_moment(task.done_at)}.")


def not_taken(task: Task, by: Officer) -> None:
    """Check that nobody has taken a step yet; raises `AlreadyDone` naming who has it and since when."""
    if task.taken_at is None:
        return
    if task.officer is None or task.officer_id == by.pk:
        raise AlreadyDone("Bạn đã nhận việc này.")
    raise AlreadyDone(f"Bước “{task.name}” đã được {task.officer.name} nhận lúc {show_moment(task.taken_at)}.")


def last_open(dossier: Dossier, only: Container[int] | None = None) -> list[Task]:
    """The open steps of a dossier, locked; those of one leg only, where its steps are given.

    What other bodies were asked beside them stays open.
    """
    found = _LAST_OPEN.all(dossier=dossier.pk)
    return [task for task in found if not only or task.step_id in only]


def open_stage(dossier: Dossier, stage: int, *, at: datetime, to: Officer | None = None) -> list[Task]:
    """Open all parallel steps of one stage of the process; `to` is who was named by the one who assigned."""
    return open_steps(dossier, queries.process_plan(dossier.process_id).steps_of(stage), at=at, to=to)


def open_steps(dossier: Dossier, steps: Iterable[Any], *, at: datetime, to: Officer | None = None) -> list[Task]:
    """Open these steps side by side."""
    return add([_task(dossier, step, at, to.pk if to else _only(dossier, step, at)) for step in steps])


def reopen(dossier: Dossier, closed: list[Task], *, at: datetime) -> list[Task]:
    """Give the same steps to the same officials again, with their whole time."""
    plan = queries.process_plan(dossier.process_id)
    again = [
        _task(dossier, plan.step(task.step_id), at, task.done_by_id or task.officer_id, taken=True) for task in closed
    ]
    for task, before in zip(again, closed, strict=True):
        task.waiting_since = at if before.waiting_since else None  # an answer is still waited for
    return add(again)


def paused(dossier: Dossier) -> list[Task]:
    """The steps that wait with a dossier whose clock stands, locked."""
    return _PAUSED.all(dossier=dossier.pk)


def go_on(dossier: Dossier, *, since: datetime, at: datetime) -> list[Task]:
    """Let the paused steps go on with the time they had left when the clock stopped; late stays late."""
    again = paused(dossier)
    for task in again:
        calendar = calendar_for(office_at_hand(task.office_id).code)
        minutes = calendar.working_minutes_between(since, at)
        if minutes and task.due_at > since and task.waiting_since is None:  # an answer waited for moves it by itself
            task.due_at = calendar.working_minutes_after(task.due_at, minutes)
        task.done_at, task.done_by, task.how = None, None, ""
        change(task, "due_at", "done_at", "done_by", "how")
    return again


def close(tasks: list[Task], *, how: str, by: Officer, at: datetime, note: str = "") -> None:
    """End steps in a word that says how: done, sent_back, supplement, paused, rejected, approved, withdrawn, …"""
    for task in tasks:
        task.done_at, task.done_by, task.how, task.note = at, by, how, note
    if len(tasks) == 1:
        change(tasks[0], "done_at", "done_by", "how", "note", "officer", "taken_at", "place")
    elif tasks:
        Task.objects.bulk_update(tasks, ["done_at", "done_by", "how", "note", "officer", "taken_at", "place"])


def told(opened: list[Task]) -> list[dict[str, str]]:
    """Opened steps as facts for the journal: what, and in which body."""
    return [{"step": task.name, "body": office_at_hand(task.office_id).name} for task in opened]


def facts_of(task: Task, at: datetime) -> dict[str, object]:
    """A step as facts for the journal: what, where, until when, and whether it was late."""
    body = office_at_hand(task.office_id).name
    facts = {"step": task.name, "kind": task.kind, "body": body, "step_due": task.due_at, "late": at > task.due_at}
    return facts | ({"instead_of": task.instead_of} if task.instead_of else {})


def next_stage(dossier: Dossier, stage: int) -> int | None:
    """The stage after this one, or None when only the handing over of the result is left."""
    plan = queries.process_plan(dossier.process_id)
    following = plan.stage_after(stage)
    if following is None or all(step.kind == Step.Kind.RETURN for step in plan.steps_of(following)):
        return None
    return following


def returning_stage(dossier: Dossier) -> int:
    """The last stage: the result desk."""
    return queries.process_plan(dossier.process_id).last_stage


def approves_again(dossier: Dossier, stage: int) -> bool:
    """Whether a later step approves once more: then this one only passes the dossier up."""
    plan = queries.process_plan(dossier.process_id)
    return any(step.kind == Step.Kind.APPROVE and step.stage > stage for step in plan.steps)


def has_siblings(task: Task) -> bool:
    """Whether other steps run side by side with this one and are still open."""
    if len(queries.process_plan(task.dossier.process_id).steps_of(task.stage)) == 1:
        return False
    return any(pk != task.pk for pk in _OPEN_BESIDE.all(dossier=task.dossier_id, stage=task.stage))


def is_open(dossier: Dossier, step_ids: Iterable[int]) -> bool:
    """Whether one of these steps is still to be done."""
    return any(open_step in set(step_ids) for open_step in _OPEN_STEPS.all(dossier=dossier.pk))


def _task(dossier: Dossier, step: PlannedStep, at: datetime, officer_id: int | None, *, taken: bool = False) -> Task:
    returned = step.kind == Step.Kind.RETURN  # always where the dossier was received, whichever desk the process names
    calendar = calendar_for(dossier.one_stop.code if returned else step.office_code)
    return Task(
        dossier=dossier,
        step_id=step.id,
        stage=step.stage,
        kind=step.kind,
        name=step.name,
        office_id=dossier.one_stop_id if returned else step.office_id,
        role=step.role,
        officer_id=officer_id,
        opened_at=at,
        due_at=calendar.due(at, Limit(step.hours, Unit.WORKING_HOURS)),
        taken_at=at if taken else None,
    )


def _only(dossier: Dossier, step: PlannedStep, at: datetime) -> int | None:
    """The one official a step can fall to: named in the process, or the only one authorised to approve."""
    if step.kind == Step.Kind.APPROVE:
        procedure_id = queries.process_plan(dossier.process_id).procedure_id
        authorised = authorisation.approvers_of(procedure_id, local(at).date())
        named = authorised.intersection(step.officer_ids) or authorised
    else:
        named = frozenset(step.officer_ids)
    return next(iter(named)) if len(named) == 1 else None
