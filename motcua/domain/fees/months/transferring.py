"""Before day 10 the department transfers what is kept for the Centre to its account at the treasury (5.3.c)."""

from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_money
from motcua.domain.vietnamese.text import clean

from .. import ledger
from .. import settling_policies as policies
from ..accounts import NoAccount, treasury_of
from ..models import MonthStatement
from ..terms import Book, MovementKind, StatementState
from .drawing import locked


class NotToBeTransferred(Refused):
    """The month is not confirmed, nothing is to be transferred, it was, or the sum is another."""

    clause = "5.3.c"


@act("5.3.c")
def transfer_share(
    statement: MonthStatement, *, amount: int, advice: str, advice_on: date, by: Officer, at: datetime
) -> MonthStatement:
    """Enter the transfer with the advice of the treasury: to the đồng what the confirmed month says."""
    statement = locked(statement)
    require(policies.may_answer_for(by, statement.department_id, at))
    if statement.state != StatementState.CLOSED or statement.retained is None:
        raise NotToBeTransferred("Tháng này chưa được xác nhận.")
    if statement.retained <= 0 or statement.transferred_at is not None:
        raise NotToBeTransferred(
            "Đã ghi việc chuyển khoản trích của tháng này." if statement.transferred_at
            else "Tháng này không có khoản trích phải chuyển."
        )  # fmt: skip
    if amount != statement.retained:
        raise NotToBeTransferred(f"Khoản trích phải chuyển đúng {show_money(statement.retained)}.")
    if not clean(advice) or not statement.month < advice_on <= local_day(at):
        raise NotToBeTransferred("Phải ghi số giấy báo có và ngày báo có, không sau hôm nay.")
    statement.treasury = treasury_of(statement.desk_id, advice_on)
    if statement.treasury is None:
        raise NoAccount("Chưa ghi tài khoản của Trung tâm tại Kho bạc Nhà nước.")
    statement.advice, statement.advice_on = clean(advice), advice_on
    statement.transferred_at, statement.transferred_by = at, by
    statement.save()
    lines = [ledger.Line(Book.DEPOSITED, -amount), ledger.Line(Book.TREASURY, amount)]
    ledger.enter(MovementKind.SHARED, lines, about=statement.stream, department=statement.department_id, by=by, at=at)
    facts = {"month": str(statement), "amount": amount, "advice": statement.advice}
    record(transfer_share, about=statement, by=by, at=at, **facts)
    return statement
