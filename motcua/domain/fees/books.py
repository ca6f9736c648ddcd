"""Books of receipts (biên lai): which one is open for a department, and the next number in it, none ever missing."""

from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.statements import add, send
from motcua.domain.vietnamese.text import clean

from . import electronic_receipts, policies, slips
from .models import Charge, Payment, Receipt, ReceiptBook

# One statement: the row stays locked until the transaction ends, so a number that came to nothing is given again.
_NEXT = """
    update fees_receiptbook set following = following + 1
    where department_id = %s and desk_id = %s and closed_at is null and following <= last
    returning id, following - 1
"""


class NoBook(Refused):
    """Nothing to tear a receipt from: no book is open, or it is used up."""

    clause = "4.5.a"


@act("4.5.a", "4.5.b")
def open_receipt_book(
    department: Office, desk: Office, *, form: str, symbol: str, first: int, last: int, tax_code: str = "",
    electronic: bool = False, by: Officer, at: datetime,
) -> ReceiptBook:  # fmt: skip
    """Put a book into use; the one before it is closed, whatever is left in it."""
    require(policies.may_keep_books(by, desk.pk, at))
    if not (clean(form) and clean(symbol)) or not 1 <= first <= last:
        raise Refused("Quyển biên lai phải có mẫu số, ký hiệu, từ số và đến số.", "4.5.a")
    before = ReceiptBook.objects.select_for_update().filter(department=department, desk=desk, closed_at=None)
    before.update(closed_at=at)
    try:
        with transaction.atomic():
            book = ReceiptBook.objects.create(
                department=department, desk=desk, form=clean(form), symbol=clean(symbol), first=first, last=last,
                following=first, tax_code=clean(tax_code), electronic=electronic, opened_at=at,
            )  # fmt: skip
    except IntegrityError:
        raise NoBook("Quyển biên lai này đã được đưa vào sử dụng.") from None
    facts = {"body": department.name, "form": book.form, "symbol": book.symbol, "first": first, "last": last}
    record(open_receipt_book, about=book, by=by, at=at, **facts)
    return book


def tear_off(payment: Payment, charge: Charge, *, replaces: str = "", by: Signs, at: datetime) -> Receipt:
    """The receipt of a payment on a bill, with the next number of the department's book; raises `NoBook`."""
    found = send(_NEXT, [charge.department_id, charge.desk_id])
    if not found:
        raise NoBook("Sở, ngành này chưa có quyển biên lai đang dùng, hoặc quyển đang dùng đã hết số.")
    ((pk, number),) = found
    book = ReceiptBook.objects.get(pk=pk)
    paper = slips.receipt(book, number, payment, charge, replaces=replaces, by=by, at=at)
    receipt = Receipt(book=book, number=number, payment=payment, amount=payment.amount, paper=paper, at=at,
                      by=by if isinstance(by, Officer) else None)  # fmt: skip
    add([receipt])
    if book.electronic:
        electronic_receipts.leave_word(receipt, at)
    return receipt
