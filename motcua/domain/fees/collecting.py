"""Taking money at one place, in the way the payer chose: payment, receipt and entry in one act (4.5.a)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, change
from motcua.domain.vietnamese.text import clean

from . import books, ledger, parts, policies, telling
from .charging import NotOpen, locked, state_of
from .models import Charge, Payment, Receipt, Shift
from .shifts import open_shift_of
from .terms import Book, ChargeState, Method, MovementKind


class NotTheSum(Refused):
    """Another amount than what is open: the payer and the bill must agree to the đồng."""

    clause = "4.5.a"


class PaidTwice(Refused):
    """A bank's or a card's document that was entered before."""

    clause = "4.5.a"


@dataclass(frozen=True)
class Paid:
    """Money as it was taken: how, how much, under which document, into whose drawer.

    `partly` where two agreed; `direct` where it came to the account of the department itself (4.5.b).
    """

    method: Method
    amount: int
    document: str = ""
    shift: Shift | None = None
    partly: bool = False
    direct: bool = False


@act("4.5.a")
def collect(charge: Charge, *, method: Method, amount: int, document: str = "", by: Officer, at: datetime) -> Receipt:
    """Take what is open on a bill and give the receipt. Cash goes into the cashier's open shift."""
    charge = locked(charge)
    require(policies.may_collect(by, charge.desk_id, at))
    payable(charge, amount)
    if method != Method.CASH and not clean(document):
        raise Refused("Phải ghi số chứng từ của ngân hàng, của thẻ hoặc của bưu chính.", "4.5.a")
    shift = open_shift_of(by, charge.desk_id) if method == Method.CASH else None
    receipt = settle(charge, Paid(method, amount, clean(document), shift), by=by, at=at)
    line = record(collect, about=charge, by=by, at=at, **told(receipt))
    telling.paid(charge, receipt, f"{charge.stream}#{line}", at)
    return receipt


def settle(charge: Charge, paid: Paid, *, by: Signs, at: datetime) -> Receipt:
    """The one road by which a locked bill is paid, by whomever: payment, sums, entry and receipt, or none of them."""
    payable(charge, paid.amount, partly=paid.partly)
    officer = by if isinstance(by, Officer) else None
    payment = _kept(Payment(charge=charge, method=paid.method, amount=paid.amount, document=paid.document,
                            shift=paid.shift, direct=paid.direct, by=officer, at=at))  # fmt: skip
    charge.paid += payment.amount
    charge.state = state_of(charge)
    change(charge, "paid", "state")
    lines = [
        ledger.Line(payment.place, payment.amount, shift=payment.shift_id),
        ledger.Line(Book.OWED, -payment.amount),
    ]
    ledger.enter(MovementKind.PAID, lines, about=charge.stream, department=charge.department_id, by=by, at=at)
    parts.keep(payment, parts.shared_out(parts.still_open(charge), payment.amount))
    return books.tear_off(payment, charge, by=by, at=at)


def payable(charge: Charge, amount: int, *, partly: bool = False) -> None:
    """Refuse what is not owed; less than what is open only where two persons agreed to take a part."""
    if charge.state == ChargeState.CANCELLED:
        raise NotOpen("Khoản thu đã hủy, không thu được.")
    if charge.open == 0:
        raise NotOpen("Khoản thu đã nộp đủ.")
    if amount != charge.open and not (partly and 0 < amount < charge.open):
        raise NotTheSum("Số tiền phải bằng đúng số còn phải nộp.")


def told(receipt: Receipt) -> dict[str, object]:
    """A payment as the journal keeps it."""
    paid = receipt.payment
    facts = {"method": paid.method, "amount": paid.amount, "document": paid.document}
    return facts | {"receipt": receipt.number, "book": receipt.book_id}


def _kept(payment: Payment) -> Payment:
    try:
        with transaction.atomic():
            add([payment])
    except IntegrityError:
        raise PaidTwice(f"Chứng từ {payment.document} đã được ghi cho một khoản thu khác.") from None
    return payment
