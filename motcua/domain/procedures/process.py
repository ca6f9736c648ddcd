"""The process of a procedure is drafted, agreed by both sides, approved by decision and put in force (4.1.a, 5.1.a)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.meanwhile import require_unchanged
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean

from . import comments, policies, process_rules, trials
from .difference import difference
from .models import Procedure
from .process_models import OPEN as OPEN
from .process_models import Process, Step
from .process_rules import ProcessPlan, StepPlan
from .rows import limits_of, plan_of
from .taking import latest, locked
from .taking import locked_process as _locked

State = Process.State
LONGEST_NAME = 300
MOST_HOURS = 32000


class Faulty(Refused):
    """A process that could not be followed as it is drawn; `faults` names each."""

    clause = "5.1.a-2"

    def __init__(self, faults: list[str]) -> None:
        super().__init__("Quy trình chưa đúng. " + " ".join(faults))
        self.faults = tuple(faults)


class TooLong(Refused):
    """The steps add up to more than the procedure's time."""

    clause = "5.1.a-2"


class NotInTurn(Refused):
    """A process goes draft, department, Centre, decision, in force: nothing is skipped and nothing comes back."""

    clause = "4.1.a-1"


class OpenComments(Refused):
    """Somebody has still to answer for a word about a step; who agrees all the same says so."""

    clause = "4.1.a-1"


class Unknown(Refused):
    """An office or an official that does not exist."""

    clause = "5.1.a-2"


@act("5.1.a-2", "7.6")
def draft_process(procedure: Procedure, *, steps: Sequence[StepPlan], by: Signs, at: datetime) -> Process:
    """Draw up the way of a procedure step by step; it may still be incomplete."""
    procedure = locked(procedure)
    require(policies.may_draft(by, procedure.owner, at))
    return enter(procedure, steps, by=by, at=at)


@act("5.1.a-2", "4.1.a-1", "7.6")
def amend_process(
    process: Process, *, steps: Sequence[StepPlan], seen: int | None = None, by: Signs, at: datetime
) -> Process:
    """Change a process that is not yet approved; whoever had agreed is asked again.

    `seen` is how many lines the journal had about the procedure when the change was begun.
    """
    process = _locked(process)
    require(policies.may_draft(by, process.procedure.owner, at))
    require_unchanged(process.procedure, seen)
    return enter_again(process, steps, by=by, at=at)


@act("4.1.a-1", "5.1.a-2")
def agree_as_department(process: Process, *, despite_comments: bool = False, by: Signs, at: datetime) -> Process:
    """The department stands by its draft; while comments are open only by saying so."""
    process = _locked(process)
    require(policies.may_agree_as_department(by, process, at))
    _in_turn(process, State.DRAFT, "thống nhất thay mặt sở, ngành")
    trials.require_passed(process, _sound(process))
    open_comments = _weighed_comments(process, despite_comments)
    return _move(agree_as_department, process, State.DEPARTMENT, by, at, open_comments=open_comments)


@act("4.1.a-1")
def agree_as_centre(process: Process, *, despite_comments: bool = False, by: Signs, at: datetime) -> Process:
    """The Centre agrees to what the department stands by; by another person, with the same care about comments."""
    process = _locked(process)
    require(policies.may_agree_as_centre(by, process, at))
    _in_turn(process, State.DEPARTMENT, "thống nhất thay mặt Trung tâm")
    trials.require_passed(process, _sound(process))
    open_comments = _weighed_comments(process, despite_comments)
    return _move(agree_as_centre, process, State.CENTRE, by, at, open_comments=open_comments)


@act("5.1.a-2")
def approve_process(process: Process, *, decision: str, decided_on: date, by: Signs, at: datetime) -> Process:
    """Enter the decision that approves what both sides agreed to; from now on it stays as it is."""
    process = _locked(process)
    require(policies.may_approve_process(by, process, at))
    _in_turn(process, State.CENTRE, "phê duyệt")
    _sound(process)
    if not decision.strip():
        raise NotInTurn("Phải ghi số quyết định phê duyệt quy trình.", "5.1.a-2")
    if decided_on > local_day(at):
        raise NotInTurn("Ngày quyết định không được sau hôm nay.", "5.1.a-2")
    process.decision, process.decided_on = decision.strip(), decided_on
    process.save(update_fields=["decision", "decided_on"])
    return _move(approve_process, process, State.APPROVED, by, at, decision=decision.strip(), decided_on=decided_on)


@act("4.1.a-1")
def put_process_in_force(process: Process, *, valid_from: date, by: Signs, at: datetime) -> Process:
    """Apply an approved process to all dossiers received from a day on; those under way keep theirs."""
    process = _locked(process)
    require(policies.may_put_in_force(by, at))
    _in_turn(process, State.APPROVED, "đưa vào áp dụng")
    trials.require_passed(process, _sound(process))
    if process.decided_on and valid_from < process.decided_on:
        raise NotInTurn(f"Không áp dụng được trước ngày quyết định {show_date(process.decided_on)}.")
    before = process.procedure.processes.filter(state=State.IN_FORCE).first()
    if before is not None:
        if before.valid_from and valid_from <= before.valid_from:
            raise NotInTurn(f"Quy trình đang áp dụng bắt đầu từ {show_date(before.valid_from)}; hãy chọn ngày sau đó.")
        before.state = State.REPLACED
        before.save(update_fields=["state"])
    process.valid_from = valid_from
    process.save(update_fields=["valid_from"])
    return _move(put_process_in_force, process, State.IN_FORCE, by, at, valid_from=valid_from)


def enter(procedure: Procedure, steps: Sequence[StepPlan], *, by: Signs, at: datetime) -> Process:
    """Write a new process. Inside an act that has locked the procedure and asked for the right."""
    if pending := procedure.processes.filter(state__in=OPEN).first():
        raise NotInTurn(f"Thủ tục {procedure.code} đang có quy trình dự thảo (phiên bản {pending.number}).")
    last = procedure.processes.order_by("-number").first()
    process = Process.objects.create(procedure=procedure, number=last.number + 1 if last else 1)
    _write_steps(process, steps, at)
    if last:
        trials.carry_over(last, process)
    _record(draft_process, process, by, at, steps=_facts(plan_of(process)))
    return process


def enter_again(process: Process, steps: Sequence[StepPlan], *, by: Signs, at: datetime) -> Process:
    """Write other steps into a process. Inside an act that has locked the procedure and asked for the right."""
    if process.state not in OPEN:
        raise NotInTurn("Quy trình đã được phê duyệt, không sửa được nữa. Hãy lập phiên bản mới.")
    was, before, process.state = process.state, plan_of(process), State.DRAFT
    process.save(update_fields=["state"])
    process.steps.all().delete()
    _write_steps(process, steps, at)
    now = plan_of(process)
    comments.follow(process, difference(before, now))
    _record(amend_process, process, by, at, was=was, steps=_facts(now))
    return process


def _in_turn(process: Process, expected: str, what: str) -> None:
    if process.state != expected:
        raise NotInTurn(
            f"Quy trình đang ở trạng thái “{process.get_state_display()}” nên chưa thể hoặc không thể {what}."
        )


def _weighed_comments(process: Process, despite: bool) -> int:
    """How many comments are open; raises `OpenComments` unless whoever agrees has said that they know."""
    number = comments.open_in(process)
    if number and not despite:
        raise OpenComments(
            f"Còn {number} ý kiến về các bước chưa được giải quyết. Hãy giải quyết xong, hoặc chọn “Vẫn thống nhất”."
        )
    return number


def _sound(process: Process) -> ProcessPlan:
    """The steps of a process that can be followed and fit into its time; raises `Faulty` or `TooLong`."""
    plan = plan_of(process)
    if faults := process_rules.faults(plan):
        raise Faulty(faults)
    if reason := process_rules.too_long(plan, limits_of(latest(process.procedure)).values()):
        raise TooLong(reason)
    return plan


def _move(act: Any, process: Process, state: str, by: Signs, at: datetime, **facts: Any) -> Process:
    process.state = state
    process.save(update_fields=["state"])
    _record(act, process, by, at, **facts)
    return process


def _record(act: Any, process: Process, by: Signs, at: datetime, **facts: Any) -> None:
    procedure = process.procedure
    record(act, about=procedure, by=by, at=at, code=procedure.code, process=process.number, **facts)


def _write_steps(process: Process, steps: Sequence[StepPlan], at: datetime) -> None:
    steps = [replace(step, name=clean(step.name), produces=clean(step.produces)) for step in steps]
    offices = {office.code: office for office in Office.objects.filter(code__in={step.office for step in steps})}
    officers = {each.code: each for each in Officer.objects.filter(code__in={c for s in steps for c in s.officers})}
    for step in steps:
        _writable(step)
        office = offices.get(step.office)
        if office is None or not office.exists_on(local_day(at)):
            raise Unknown(f"Bước {step.stage}: không có cơ quan nào đang hoạt động mang mã “{step.office}”.")
        if unknown := set(step.officers) - officers.keys():
            raise Unknown(f"Bước {step.stage}: không có cán bộ mang mã “{min(unknown)}”.")
    rows = Step.objects.bulk_create(_row(process, step, offices[step.office]) for step in steps)
    named = Step.officers.through.objects
    named.bulk_create(
        Step.officers.through(step=row, officer=officers[code])
        for row, step in zip(rows, steps, strict=True)
        for code in step.officers
    )


def _writable(step: StepPlan) -> None:
    if len(step.name) > LONGEST_NAME:
        raise Faulty([f"Bước {step.stage}: nội dung công việc dài quá {LONGEST_NAME} ký tự."])
    if not (0 <= step.hours <= MOST_HOURS and 0 < step.stage <= MOST_HOURS and 0 < step.branch <= MOST_HOURS):
        raise Faulty([f"Bước {step.stage}: số bước, số nhánh hoặc số giờ không hợp lệ."])
    if step.kind not in Step.Kind:
        raise Faulty([f"Bước {step.stage}: không có loại việc “{step.kind}”."])


def _row(process: Process, step: StepPlan, office: Office) -> Step:
    return Step(
        process=process,
        stage=step.stage,
        branch=step.branch,
        kind=step.kind,
        name=step.name,
        office=office,
        role=step.role,
        hours=step.hours,
        produces=step.produces,
    )


def _facts(plan: ProcessPlan) -> list[dict[str, Any]]:
    return [
        {"stage": step.stage, "kind": step.kind, "name": step.name, "office": step.office, "hours": step.hours}
        for step in plan.steps
    ]
