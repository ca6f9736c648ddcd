"""The tables and the BPMN files in which departments draft their processes are taken in as drafts: all, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations import queries as organisations
from motcua.domain.regulation.answers import require
from motcua.domain.vietnamese.dates import local_day

from .. import policies, process, process_rules
from ..bpmn import reading as bpmn
from ..models import Procedure
from ..process_models import Process
from ..process_rules import ProcessPlan
from ..rows import limits_of, plan_of
from ..taking import latest
from .importing import Catalogue, NotAFile, NotImported
from .process_table import Table, Unclear, read
from .reading import Unreadable
from .report import Outcome, Report, Row


@dataclass(frozen=True)
class _Planned:
    """A readable table, the procedure it is for, and the last process of that procedure."""

    row: Row
    table: Table
    procedure: Procedure
    last: Process | None


@act("4.1.a-1", "5.1.a-2")
def import_process(content: bytes, *, name: str, dry_run: bool = False, by: Signs, at: datetime) -> Report:
    """Take in the tables of a spreadsheet, or a BPMN file, as drafts; with `dry_run` only say what would be.

    Raises `NotImported` when a row is unclear: then nothing of the file was taken in.
    """
    plan = [each for table in _tables(content, at) for each in _plan(table, by, at)]
    report = Report(tuple(each if isinstance(each, Row) else each.row for each in plan), dry_run)
    if dry_run:
        return report
    if report.failed:
        raise NotImported(report)
    for each in plan:
        if isinstance(each, _Planned) and each.row.outcome != Outcome.UNCHANGED:
            _take_in(each, by, at)
    taken = [row.code for row in report.rows if row.outcome != Outcome.UNCHANGED]
    record(import_process, about=Catalogue, by=by, at=at, file=name, taken=len(taken), procedures=taken)
    return report


def _tables(content: bytes, at: datetime) -> list[Table]:
    if bpmn.is_xml(content):
        return [_diagram(content, at)]
    try:
        return read(content, organisations.offices(local_day(at)).select_related("parent"))
    except Unreadable as unreadable:
        raise NotAFile(unreadable.sentence) from None


def _diagram(content: bytes, at: datetime) -> Table:
    """A BPMN file as a table: its steps, and what in it is not understood."""
    try:
        found = bpmn.read(content)
    except bpmn.NotBpmn as wrong:
        raise NotAFile(wrong.sentence) from None
    unclear = [Unclear(fault.line, fault.why) for fault in found.faults]
    known = set(organisations.offices(local_day(at)).values_list("code", flat=True))
    strange = dict.fromkeys(step.office for step in found.steps if step.office not in known)
    unclear += [Unclear(found.line, f"Không có cơ quan nào đang hoạt động mang mã “{code}”.") for code in strange]
    return Table("BPMN", found.code, found.line, found.steps, unclear, names_officials=True)


def _plan(table: Table, by: Signs, at: datetime) -> Iterator[_Planned | Row]:
    if table.unclear:
        for each in table.unclear:
            yield Row(each.line, table.code, Outcome.ERROR, (each.why,), table.sheet)
        return
    procedure = (
        Procedure.objects.select_for_update(of=("self",)).select_related("owner").filter(code=table.code).first()
    )
    if procedure is None:
        why = f"Chưa có thủ tục mang mã {table.code}." if table.code else "Tệp chưa ghi mã thủ tục, hoặc ghi hai mã."
        yield Row(table.line, table.code, Outcome.ERROR, (why,), table.sheet)
        return
    if not policies.may_import(by, at):
        require(policies.may_draft(by, procedure.owner, at))
    last = procedure.processes.order_by("-number").first()
    yield _Planned(_row(table, procedure, last), table, procedure, last)


def _row(table: Table, procedure: Procedure, last: Process | None) -> Row:
    plan = ProcessPlan(tuple(table.steps))
    if last is not None and _same(table, plan_of(last)):
        return Row(table.line, table.code, Outcome.UNCHANGED, (), table.sheet)
    said = process_rules.faults(plan)
    if too_long := process_rules.too_long(plan, limits_of(latest(procedure)).values()):
        said.append(too_long)
    outcome = Outcome.NEEDS_REVIEW if said else Outcome.CHANGED if last is not None else Outcome.NEW
    return Row(table.line, table.code, outcome, tuple(said), table.sheet)


def _same(table: Table, other: ProcessPlan) -> bool:
    """Whether both say the same; but for the officials where a table names roles only."""
    if not table.names_officials:
        other = ProcessPlan(tuple(step.without_officers() for step in other.steps))
    return ProcessPlan(tuple(table.steps)).stages() == other.stages()


def _take_in(each: _Planned, by: Signs, at: datetime) -> None:
    if each.last is not None and each.last.state in process.OPEN:
        each.last.procedure = each.procedure
        process.enter_again(each.last, each.table.steps, by=by, at=at)
    else:
        process.enter(each.procedure, each.table.steps, by=by, at=at)
