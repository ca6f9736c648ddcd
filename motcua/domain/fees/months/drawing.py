"""The Centre draws up the month of a department and sends it with copies 3 of the receipts before day 5 (4.5.b)."""

from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.issuing import issue
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day

from .. import settling_policies as policies
from ..models import MonthStatement, Shift, StatementLine
from ..terms import StatementState, WorkKind
from . import copies, slips
from .calendar import month_after
from .reading import bounds, late_corrections, read, receipts_and_voids
from .summing import Row

AT_ONCE = 5_000  # receipts; of more a job makes a statement, so that nobody waits before a page that stands still


class NotToBeDrawn(Refused):
    """A month that is not over, has a drawer nobody counted, has nothing in it, or was sent."""

    clause = "4.5.b"


@act("4.5.b")
def draw_up_statement(department: Office, desk: Office, *, month: date, by: Signs, at: datetime) -> MonthStatement:
    """Put a month together from the books, by hand or by the calendar; until it is sent it can be put together anew.

    A month of many receipts is read day by day by a job (`working`), which shows how far it is.
    """
    accountant = by if isinstance(by, Officer) else None
    if accountant is not None:
        require(policies.may_keep(accountant, desk.pk, at))
    Office.objects.select_for_update(of=("self",), no_key=True).get(pk=department.pk)
    _is_time(desk.pk, month, at)
    rows = MonthStatement.objects.select_for_update(of=("self",))
    statement = rows.filter(department=department, desk=desk, month=month).first()
    if statement is not None and statement.state != StatementState.DRAWN:
        raise NotToBeDrawn("Bảng tổng hợp tháng này đã gửi sở, ngành: sai sót ghi bằng bút toán điều chỉnh.")
    if statement is not None and statement.works.filter(kind=WorkKind.DRAW, finished_at=None).exists():
        return statement
    receipts, _ = receipts_and_voids(department.pk, desk.pk, month)
    lines = [] if receipts > AT_ONCE else lines_of(department.pk, desk.pk, month)
    if not lines and receipts <= AT_ONCE:
        raise NotToBeDrawn("Tháng này không thu khoản nào cho sở, ngành này.")
    if statement is None:
        statement = MonthStatement(department=department, desk=desk, month=month, drawn_at=at)
        statement.save()
    if receipts > AT_ONCE:
        statement.works.create(kind=WorkKind.DRAW, by=accountant, asked_at=at, total=receipts)
    else:
        put_together(statement, lines, by, at)
    return statement


@act("4.5.b")
def send_statement(statement: MonthStatement, *, by: Officer, at: datetime) -> MonthStatement:
    """Send it to the department: numbered, and from now on nothing more is entered into that month."""
    statement = locked(statement)
    require(policies.may_keep(by, statement.desk_id, at))
    if statement.state != StatementState.DRAWN:
        raise NotToBeDrawn("Bảng tổng hợp tháng này đã gửi sở, ngành.")
    if statement.works.filter(kind=WorkKind.DRAW, finished_at=None).exists():
        raise NotToBeDrawn("Đang lập bảng tổng hợp tháng này: hãy chờ lập xong rồi gửi.")
    kept = list(statement.lines.order_by("number"))
    now = lines_of(statement.department_id, statement.desk_id, statement.month)
    if [_told(each) for each in kept] != [_told(each) for each in now]:
        raise NotToBeDrawn("Số liệu đã khác từ khi lập: hãy lập lại bảng tổng hợp rồi gửi.")
    facts = slips.statement(statement, kept, by, at)
    statement.paper = issue(
        "fee_statement", facts, office_code=statement.desk.code, about=statement.stream, by=by, at=at
    )
    statement.state, statement.sent_at, statement.sent_by = StatementState.SENT, at, by
    statement.save()
    copies.begin(statement, by, at)
    said = {"body": statement.department.name, "month": str(statement), "paper": statement.paper.shown_number}
    record(send_statement, about=statement, by=by, at=at, **said)
    return statement


def put_together(statement: MonthStatement, lines: list[StatementLine], by: Signs, at: datetime) -> None:
    """Keep these as the lines of a month, in place of those it had."""
    statement.drawn_at, statement.drawn_by = at, by if isinstance(by, Officer) else None
    statement.save(update_fields=["drawn_at", "drawn_by"])
    statement.lines.all().delete()
    for number, line in enumerate(lines, start=1):
        line.statement, line.number = statement, number
    StatementLine.objects.bulk_create(lines)
    total = sum(each.total for each in lines)
    facts = {"body": statement.department.name, "month": str(statement), "lines": len(lines), "amount": total}
    record(draw_up_statement, about=statement, by=by, at=at, **facts)


def locked(statement: MonthStatement) -> MonthStatement:
    """Take it: two people at one month follow one another."""
    rows = MonthStatement.objects.select_for_update(of=("self",)).select_related("department", "desk", "paper")
    return rows.get(pk=statement.pk)


def _is_time(desk: int, month: date, at: datetime) -> None:
    if month.day != 1 or local_day(at) < month_after(month):
        raise NotToBeDrawn("Chỉ lập bảng tổng hợp khi tháng đã hết.")
    _, end = bounds(month)
    if Shift.objects.filter(desk=desk, opened_at__lt=end, closed_at=None).exists():
        raise NotToBeDrawn("Còn ca thu tiền của tháng chưa đóng: hãy kiểm tiền và đóng ca trước.")


def lines_of(department: int, desk: int, month: date, rows: list[Row] | None = None) -> list[StatementLine]:
    """The lines as the books have them, or as they were read before; then what is corrected of closed months."""
    lines = [_line(row) for row in (read(department, desk, month) if rows is None else rows)]
    return lines + [
        StatementLine(
            kind=each.line.kind, name=f"Điều chỉnh tháng {each.line.statement}: {each.line.name}", rate=each.line.rate,
            corrected=each.amount,
        )
        for each in late_corrections(department, desk, month)
    ]  # fmt: skip


def _line(row: Row) -> StatementLine:
    return StatementLine(
        kind=row.kind, name=row.name, rate=row.rate, receipts=row.receipts, voids=row.voids,
        first=row.first[2] if row.first else "", last=row.last[2] if row.last else "", cash=row.cash,
        transfer=row.transfer, online=row.online,
    )  # fmt: skip


def _told(line: StatementLine) -> tuple[object, ...]:
    return (line.kind, line.name, line.rate, line.receipts, line.voids, line.first, line.last, line.cash,
            line.transfer, line.online, line.corrected)  # fmt: skip
