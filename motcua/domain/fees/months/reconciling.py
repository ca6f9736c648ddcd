"""Day 5 to 8: the department compares line by line, both sides talk, the Centre corrects by entry (5.3.b)."""

import hashlib
import json
from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean_lines

from .. import ledger
from .. import settling_policies as policies
from ..models import Correction, LineWord, MonthStatement, StatementLine
from ..terms import Book, LineState, MovementKind, StatementState
from .calendar import month_of
from .drawing import locked
from .summing import split


class NotReconciled(Refused):
    """It was not sent, is closed, or a line is still disputed."""

    clause = "5.3.b"


@act("4.5.b", "5.3.b")
def say_of_line(line: StatementLine, *, text: str, by: Officer, at: datetime) -> LineWord:
    """Say something about a line, from either side."""
    statement = _open(line)
    require(policies.may_speak(by, statement, at))
    word = _said(line, text, by, at)
    record(say_of_line, about=statement, by=by, at=at, line=line.name, text=word.text)
    return word


@act("5.3.b")
def dispute_line(line: StatementLine, *, reason: str, by: Officer, at: datetime) -> StatementLine:
    """Say that a line is not right and why; nothing is confirmed until that is settled."""
    statement = _open(line)
    require(policies.may_answer_for(by, statement.department_id, at))
    line.state = LineState.DISPUTED
    line.save(update_fields=["state"])
    word = _said(line, reason, by, at)
    record(dispute_line, about=statement, by=by, at=at, line=line.name, reason=word.text)
    return line


@act("5.3.b")
def agree_to_line(line: StatementLine, *, by: Officer, at: datetime) -> StatementLine:
    """Say that a line is right, at once or after it was corrected or explained."""
    statement = _open(line)
    require(policies.may_answer_for(by, statement.department_id, at))
    line.state = LineState.AGREED
    line.save(update_fields=["state"])
    record(agree_to_line, about=statement, by=by, at=at, line=line.name, amount=line.total)
    return line


@act("4.5.b", "5.3.b")
def correct_line(line: StatementLine, *, amount: int, reason: str, by: Officer, at: datetime) -> Correction:
    """Enter so much more or less for a line: into its month while that is open, else into the month of the entry."""
    statement = locked(MonthStatement.objects.get(lines=line))
    line.refresh_from_db()
    require(policies.may_keep(by, statement.desk_id, at))
    if statement.state == StatementState.DRAWN:
        raise NotReconciled("Bảng tổng hợp chưa gửi: hãy lập lại thay cho điều chỉnh.")
    if not amount or not clean_lines(reason):
        raise NotReconciled("Phải ghi số tiền điều chỉnh và lý do.")
    is_open = statement.state == StatementState.SENT
    month = statement.month if is_open else month_of(local_day(at))
    made = Correction.objects.create(line=line, month=month, amount=amount, reason=clean_lines(reason), by=by, at=at)
    if is_open:
        line.corrected += amount
        line.state = LineState.WAITING
        line.save(update_fields=["corrected", "state"])
        _said(line, f"Điều chỉnh {amount:+,} đồng: {made.reason}".replace(",", "."), by, at)
    lines = [
        ledger.Line(Book.EARNED, -amount, kind=line.kind),
        ledger.Line(Book.DIFFERENCE, amount, department=statement.desk_id),
    ]
    ledger.enter(
        MovementKind.CORRECTED, lines, about=statement.stream, department=statement.department_id, by=by, at=at
    )
    facts = {"line": line.name, "amount": amount, "reason": made.reason, "month": f"{month:%m/%Y}"}
    record(correct_line, about=statement, by=by, at=at, **facts)
    return made


@act("5.3.b", "5.3.c")
def confirm_statement(statement: MonthStatement, *, by: Officer, at: datetime) -> MonthStatement:
    """Confirm the month for the department: closed and frozen; what is to be kept for the Centre stands from now on."""
    statement = locked(statement)
    require(policies.may_answer_for(by, statement.department_id, at))
    _is_open(statement)
    lines = list(statement.lines.order_by("number"))
    disputed = [each.name for each in lines if each.state == LineState.DISPUTED]
    if disputed:
        raise NotReconciled(f"Còn dòng chưa khớp: {'; '.join(disputed)}.")
    statement.lines.update(state=LineState.AGREED)
    statement.state, statement.closed_at, statement.closed_by = StatementState.CLOSED, at, by
    statement.retained = sum(split(each.total, each.rate).retained for each in lines)
    statement.digest = digest_of(statement, lines)
    statement.save()
    kept = [ledger.Line(Book.EARNED, statement.retained), ledger.Line(Book.SHARE, -statement.retained)]
    ledger.enter(MovementKind.RETAINED, kept, about=statement.stream, department=statement.department_id, by=by, at=at)
    facts = {"month": str(statement), "amount": sum(each.total for each in lines), "retained": statement.retained}
    record(confirm_statement, about=statement, by=by, at=at, **facts, digest=statement.digest)
    return statement


def digest_of(statement: MonthStatement, lines: list[StatementLine]) -> str:
    """The seal over a closed month: of every figure in every line."""
    told: list[Any] = [statement.department_id, statement.desk_id, f"{statement.month}", statement.retained]
    told += [
        [each.number, each.kind, each.name, each.rate, each.receipts, each.voids, each.first, each.last, each.cash,
         each.transfer, each.online, each.corrected]
        for each in lines
    ]  # fmt: skip
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _open(line: StatementLine) -> MonthStatement:
    """The month of a line, taken; raises `NotReconciled` unless it is being compared."""
    statement = locked(MonthStatement.objects.get(lines=line))
    line.refresh_from_db()
    _is_open(statement)
    return statement


def _is_open(statement: MonthStatement) -> None:
    if statement.state == StatementState.DRAWN:
        raise NotReconciled("Bảng tổng hợp chưa gửi sở, ngành.")
    if statement.state == StatementState.CLOSED:
        raise NotReconciled("Tháng này đã xác nhận và khóa: thay đổi sau đó là điều chỉnh của tháng sau.")


def _said(line: StatementLine, text: str, by: Officer, at: datetime) -> LineWord:
    if not clean_lines(text):
        raise NotReconciled("Phải ghi nội dung.")
    return LineWord.objects.create(line=line, text=clean_lines(text), by=by, at=at)
