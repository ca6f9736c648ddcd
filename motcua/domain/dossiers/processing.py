"""A dossier goes through the steps of its process: passed on, taken, completed, sent back, given to somebody else."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change
from motcua.domain.working_days.queries import calendar_for

from . import breaches, policies, stages, tasks
from .beside import asides, questions
from .interlinked import linked
from .models import Dossier, Task
from .terms import BreachKind

DONE = ("done", "advised", "passed_over")


class NothingBefore(Refused):
    """The first step of the department has none before it to which a dossier could go back."""

    clause = "5.1.a-2"


@act("5.1.đ-2", "3.3-1")
def transfer(dossier: Dossier, *, by: Officer, at: datetime, explanation: str = "") -> Dossier:
    """Pass a received dossier to the department: the same working day; received after 15:00, the next morning.

    Later is a breach (Nghị định 61/2018 Điều 18.2), recorded with the explanation.
    """
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_transfer(by, dossier, at))
    dossier.stage = stages.after(dossier.stage, "transfer")
    until = calendar_for(dossier.one_stop.code).transfer_deadline(dossier.when_received())
    late = at > until
    if late:
        breaches.note(dossier, BreachKind.LATE_TRANSFER, by=by, at=at, explanation=explanation)
    first = procedures.process_plan(dossier.process_id).stages[1]
    onward = linked.set_out(dossier, first, at=at)
    change(dossier, "stage")
    facts = {"body": dossier.one_stop.name, "step_due": until, "late": late}
    facts |= questions.put(dossier, onward.opened, by=by, at=at)
    record(transfer, about=dossier, by=by, at=at, **facts, **onward.facts())
    return dossier


@act("5.1.a-2", "5.1.đ-2")
def take(task: Task, *, by: Officer, at: datetime) -> Task:
    """Take a step that waits for somebody; from then on it is one's own."""
    task = tasks.locked(task)
    tasks.not_taken(task, by)
    require(policies.may_take(by, task, at))
    dossier = task.dossier
    stage = stages.after(dossier.stage, "take")
    task.officer, task.taken_at = by, at
    change(task, "officer", "taken_at")
    if stage != dossier.stage:
        dossier.stage = stage
        change(dossier, "stage")
    record(take, about=dossier, by=by, at=at, **tasks.facts_of(task, at))
    return task


@act("5.1.a-2", "5.1.đ-2")
def complete_step(task: Task, *, note: str = "", to: Officer | None = None, by: Officer, at: datetime) -> Task:
    """Finish one's step with what came of it; when all parallel steps are done, the next stage opens.

    `to` names the official for the next step, where work is assigned.
    """
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "complete_step")
    require(policies.may_complete(by, task, at))
    asides.finished(task)
    facts = tasks.facts_of(task, at)
    tasks.close([task], how="done", by=by, at=at, note=note)
    onward = linked.after(task, by=by, at=at, to=to)
    given = {"note": note, "to": to.name if to else "", **onward.facts()}
    given |= questions.put(dossier, onward.opened, by=by, at=at)
    record(complete_step, about=dossier, by=by, at=at, **facts, **given)
    return task


@act("5.1.a-2")
def send_back(task: Task, *, reason: str, by: Officer, at: datetime) -> Dossier:
    """Return the dossier one step, to those who did it, with the reason."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "send_back")
    require(policies.may_send_back(by, task, at))
    if not reason.strip():
        raise Refused("Phải ghi lý do trả lại bước trước.", "5.1.a-2")
    before = stage_before(task)
    facts = tasks.facts_of(task, at)
    own = linked.steps_of_leg(task)
    ended = tasks.last_open(dossier, own)
    tasks.close(ended, how="sent_back", by=by, at=at, note=reason.strip())
    opened = tasks.reopen(dossier, _done_in(dossier, before, own), at=at)
    given = {"reason": reason.strip(), "ended": tasks.told(ended), "next": tasks.told(opened)}
    given |= questions.put(dossier, opened, by=by, at=at)
    record(send_back, about=dossier, by=by, at=at, **facts, **given)
    return dossier


@act("5.1.c-1", "5.2.b")
def reassign(task: Task, *, to: Officer, reason: str, by: Officer, at: datetime) -> Task:
    """Give a step to another official of the same body, with the reason."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "reassign")
    require(policies.may_reassign(by, task, at))
    if task.office_id not in to.places_with(at, task.role):
        raise Refused(f"{to.name} không giữ vai trò của bước này tại cơ quan.", "5.1.a-2")
    if task.officer_id == to.pk:
        raise Refused(f"{to.name} đang giữ việc này.", "5.1.a-2")
    if not reason.strip():
        raise Refused("Phải ghi lý do giao lại việc.", "5.1.c-1")
    was = task.officer.name if task.officer else ""
    task.officer, task.instead_of = to, ""
    task.taken_at = at if dossier.stage != stages.Stage.TRANSFERRED else None
    change(task, "officer", "instead_of", "taken_at")
    record(reassign, about=dossier, by=by, at=at, step=task.name, was=was, to=to.name, reason=reason.strip())
    return task


def stage_before(task: Task) -> int:
    """The stage to which the dossier would go back from this step; raises `NothingBefore`."""
    before = procedures.process_plan(task.dossier.process_id).stage_before(task.stage)
    if linked.begins_leg(task):
        raise NothingBefore("Đây là bước đầu của khâu này; bước trước thuộc cơ quan khác nên không trả lại được.")
    if before is None or before == 1:
        raise NothingBefore("Đây là bước đầu của cơ quan giải quyết, không có bước trước để trả lại.")
    return before


def _done_in(dossier: Dossier, stage: int, own: frozenset[int]) -> list[Task]:
    """What was done in a stage, the last time of each step; other bodies are asked again only where nobody else is."""
    rows = Task.objects.filter(dossier=dossier, stage=stage, step__isnull=False, how__in=DONE)
    done = list(rows.order_by("step_id", "-done_at").distinct("step_id"))
    done = [task for task in done if not own or task.step_id in own]
    return [task for task in done if task.how == "done"] or done
