"""What the books say of a month of a department: payments and receipts by fee, by day, by way of paying (4.5.b)."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q, QuerySet

from motcua.domain.statements import send
from motcua.domain.vietnamese.dates import LOCAL

from ..models import Correction, Receipt
from ..shares import rates
from ..terms import CHANNELS, Method
from .calendar import month_after
from .summing import Paid, Row, Torn, rows

_PAID = """
    select part.kind, part.name, payment.method,
           (coalesce(origin.at, payment.at) at time zone 'Asia/Ho_Chi_Minh')::date, sum(part.amount)::bigint
    from fees_payment payment
    join fees_charge charge on charge.id = payment.charge_id
    join fees_paymentpart part on part.payment_id = payment.id
    left join fees_payment origin on origin.id = payment.gives_back_id
    where payment.at >= %s and payment.at < %s and charge.department_id = %s and charge.desk_id = %s
    group by 1, 2, 3, 4
"""
_TORN = """
    select part.kind, part.name, (payment.at at time zone 'Asia/Ho_Chi_Minh')::date,
           count(distinct receipt.id) filter (where receipt.at >= %(begin)s and receipt.at < %(end)s),
           count(distinct receipt.id) filter (where receipt.voided_at >= %(begin)s and receipt.voided_at < %(end)s),
           min(array[receipt.book_id, receipt.number]) filter (where receipt.at >= %(begin)s and receipt.at < %(end)s),
           max(array[receipt.book_id, receipt.number]) filter (where receipt.at >= %(begin)s and receipt.at < %(end)s)
    from fees_receipt receipt
    join fees_receiptbook book on book.id = receipt.book_id
    join fees_payment payment on payment.id = receipt.payment_id
    join fees_paymentpart part on part.payment_id = payment.id
    where book.department_id = %(department)s and book.desk_id = %(desk)s
      and (receipt.at >= %(begin)s and receipt.at < %(end)s
        or receipt.voided_at >= %(begin)s and receipt.voided_at < %(end)s)
    group by 1, 2, 3
"""
_BOOKS = "select id, symbol from fees_receiptbook where department_id = %s and desk_id = %s"


def bounds(month: date) -> tuple[datetime, datetime]:
    """When a month begins, and when the next one does."""
    return datetime.combine(month, time(), LOCAL), datetime.combine(month_after(month), time(), LOCAL)


def bounds_of_day(day: date) -> tuple[datetime, datetime]:
    """When a day begins, and when the next one does."""
    return datetime.combine(day, time(), LOCAL), datetime.combine(day + timedelta(days=1), time(), LOCAL)


def read(department: int, desk: int, month: date) -> list[Row]:
    """The lines of a month as the books have them now."""
    return rows(*counted(department, desk, *bounds(month)), rates(department, desk))


def counted(department: int, desk: int, begin: datetime, end: datetime) -> tuple[list[Paid], list[Torn]]:
    """What was paid, torn and made void between two moments; of pieces of a month all together are the month."""
    paid = [
        Paid(kind, name, CHANNELS[Method(method)], on, amount)
        for kind, name, method, on, amount in send(_PAID, [begin, end, department, desk])
    ]
    symbols = dict(send(_BOOKS, [department, desk]))
    given = {"begin": begin, "end": end, "department": department, "desk": desk}
    torn = [
        Torn(kind, name, on, receipts, voids, _mark(first, symbols), _mark(last, symbols))
        for kind, name, on, receipts, voids, first, last in send(_TORN, given)
    ]
    return paid, torn


def late_corrections(department: int, desk: int, month: date) -> list[Correction]:
    """What is corrected in this month of months that are closed."""
    rows = Correction.objects.filter(month=month, line__statement__department=department, line__statement__desk=desk)
    return list(rows.exclude(line__statement__month=month).select_related("line__statement").order_by("id"))


def receipts_and_voids(department: int, desk: int, month: date) -> tuple[int, int]:
    """How many receipts were torn and how many made void in a month, each once whatever number of fees is on it."""
    begin, end = bounds(month)
    torn, void = Q(at__gte=begin, at__lt=end), Q(voided_at__gte=begin, voided_at__lt=end)
    rows = Receipt.objects.filter(torn | void, book__department=department, book__desk=desk)
    counted = rows.aggregate(torn=Count("id", filter=torn), void=Count("id", filter=void))
    return counted["torn"], counted["void"]


def _mark(found: list[int] | None, symbols: dict[int, str]) -> tuple[int, int, str] | None:
    return (found[0], found[1], f"{symbols[found[0]]} {found[1]:07}") if found else None


def copies(department: int, desk: int, begin: datetime, end: datetime) -> QuerySet[Receipt]:
    """The receipts whose copy 3 goes to the department: all that were torn in that time, void ones too."""
    rows = Receipt.objects.filter(book__department=department, book__desk=desk, at__gte=begin, at__lt=end)
    return rows.select_related("book", "payment__charge").order_by("book", "number")
