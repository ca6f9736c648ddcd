"""Approving, rejecting, and the result: only by those named for the procedure (5.1.c-1)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.places import THE_CENTRE, Place
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import change

from . import breaches, policies, slips, stages, tasks
from .approving import at_centre
from .beside import questions
from .filed_together import bundles
from .interlinked import linked, split
from .models import Dossier, Task
from .results import register as results
from .results.register import PLAIN, Particulars
from .terms import BreachKind


class StepsLeft(Refused):
    """A result can not be there before every step before it is done."""

    clause = "5.1.a-2"


@act("5.1.c-1", "5.1.đ-1")
def approve(
    task: Task, *, note: str = "", by: Officer, at: datetime, at_place: Place = THE_CENTRE, explanation: str = ""
) -> Dossier:
    """Decide in the applicant's favour, at the Centre; signing and sealing follow where the process has them.

    `at_place` is where that is done: elsewhere only where it was permitted, and then a breach with its explanation.
    """
    task = tasks.locked(task)
    dossier = task.dossier
    stage = stages.after(dossier.stage, "approve")
    require(policies.may_approve(by, task, at))
    if tasks.approves_again(dossier, task.stage):
        raise Refused("Quy trình còn một cấp phê duyệt nữa: hãy đồng ý và trình cấp trên.", "5.1.a-2")
    where = at_centre.named(task, at_place, by=by, at=at, explanation=explanation)
    opened = _pass(task, how="approved", note=note, by=by, at=at)
    questions.drop_open(dossier, at=at)
    dossier.stage, dossier.outcome, dossier.decided_at = stage, "approved", at
    change(dossier, "stage", "outcome", "decided_at")
    record(approve, about=dossier, by=by, at=at, **tasks.facts_of(task, at), note=note, **opened, **where)
    return dossier


@act("5.1.c-1", "5.1.đ-1")
def endorse(
    task: Task, *, note: str = "", by: Officer, at: datetime, at_place: Place = THE_CENTRE, explanation: str = ""
) -> Dossier:
    """Agree and pass the dossier to the next higher body that decides (trình cấp có thẩm quyền)."""
    task = tasks.locked(task)
    dossier = task.dossier
    stages.after(dossier.stage, "endorse")
    require(policies.may_approve(by, task, at))
    if not tasks.approves_again(dossier, task.stage):
        raise Refused("Đây là cấp phê duyệt cuối: hãy phê duyệt hoặc trả lại.", "5.1.a-2")
    where = at_centre.named(task, at_place, by=by, at=at, explanation=explanation)
    opened = _pass(task, how="endorsed", note=note, by=by, at=at)
    record(endorse, about=dossier, by=by, at=at, **tasks.facts_of(task, at), note=note, **opened, **where)
    return dossier


@act("5.1.e-1")
def reject(
    task: Task, *, reason: str, by: Officer, at: datetime, at_place: Place = THE_CENTRE, explanation: str = ""
) -> Dossier:
    """Return a dossier that does not meet the conditions, with a written notice and the reason (Mẫu 03).

    The notice is due within the procedure's time; later is a breach, recorded.
    """
    task = tasks.locked(task)
    dossier = task.dossier
    stage = stages.after(dossier.stage, "reject")
    require(policies.may_approve(by, task, at))
    if not reason.strip():
        raise Refused("Phải nêu rõ lý do không giải quyết hồ sơ.", "5.1.e-1")
    where = at_centre.named(task, at_place, by=by, at=at, explanation=explanation)
    late = dossier.due_at is not None and at > dossier.due_at
    if late:
        cause = split.cause(dossier, at)
        breaches.note(dossier, BreachKind.LATE_REJECTION, by=by, at=at, explanation=explanation, office_id=cause)
    open_tasks = tasks.last_open(dossier)
    for each in open_tasks:
        each.place = at_place.name if each.pk == task.pk else ""
    tasks.close(open_tasks, how="rejected", by=by, at=at, note=reason.strip())
    questions.drop_open(dossier, at=at)
    legs = linked.stop(dossier, at=at)
    dossier.stage, dossier.outcome, dossier.decided_at = stage, "rejected", at
    change(dossier, "stage", "outcome", "decided_at")
    paper = slips.rejection(dossier, reason=reason.strip(), by=by, at=at)
    facts = {**tasks.facts_of(task, at), "reason": reason.strip(), "late": late, **legs}
    record(reject, about=dossier, by=by, at=at, **facts, paper=paper.shown_number, **where)
    bundles.drop_what_waits(dossier, by=by, at=at)
    return dossier


@act("5.1.đ-1")
def record_result(
    dossier: Dossier, *, number: str, on: date, particulars: Particulars = PLAIN, by: Officer, at: datetime
) -> Dossier:
    """Enter the result in the register: number, date, how long it holds, its file. It is then ready for the Centre."""
    dossier = Dossier.objects.locked(dossier)
    require(policies.may_record_result(by, dossier, at))
    stage = stages.after(dossier.stage, "record_result")
    no_steps_left(tasks.last_open(dossier))
    result = results.enter(dossier, number=number, on=on, particulars=particulars, by=by, at=at)
    dossier.stage, dossier.result_number, dossier.result_on = stage, result.number, on
    change(dossier, "stage", "result_number", "result_on")
    facts = {**results.facts_of(result), "body": dossier.department.name}
    record(record_result, about=dossier, by=by, at=at, **facts)
    bundles.begin_what_waits(dossier, result.number, by=by, at=at)
    return dossier


def no_steps_left(open_tasks: Sequence[Task]) -> None:
    """Check that every step before the result is done; raises `StepsLeft`."""
    if open_tasks:
        raise StepsLeft("Còn bước của quy trình chưa hoàn thành, chưa ghi nhận được kết quả.")


def _pass(task: Task, *, how: str, note: str, by: Officer, at: datetime) -> dict[str, Any]:
    """Close the approving step and open what comes next; gives the opened steps as facts."""
    task.officer, task.taken_at = by, task.taken_at or at
    tasks.close([task], how=how, by=by, at=at, note=note)
    return linked.after(task, by=by, at=at).facts()
