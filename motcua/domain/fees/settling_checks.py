"""I8, the money after it was collected: parts, deposits and months say what payments and entries say."""

from collections.abc import Iterator

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from .models import Deposited, DepositOrder, MonthStatement, Payment, PaymentPart, Posting
from .months.reconciling import digest_of
from .months.summing import split
from .terms import Book, StatementState


def faults() -> Iterator[str]:
    """Every place where money was lost on its way."""
    parts = PaymentPart.objects.filter(payment=OuterRef("pk")).order_by().values("payment").annotate(sum=Sum("amount"))
    odd = Payment.objects.annotate(told=Coalesce(Subquery(parts.values("sum")), 0)).exclude(told=F("amount"))
    for payment in odd.order_by("id"):
        yield f"lần thanh toán {payment.pk}: các khoản cộng lại {payment.told}, đã nộp {payment.amount}"
    yield from _deposits()
    yield from _months()


def _deposits() -> Iterator[str]:
    went = Deposited.objects.filter(order=OuterRef("pk")).order_by().values("order")
    sums = went.annotate(sum=Sum("payment__amount")).values("sum")
    odd = DepositOrder.objects.annotate(told=Coalesce(Subquery(sums), 0)).exclude(told=F("cash") + F("collected"))
    for order in odd.order_by("id"):
        yield f"lệnh nộp tiền {order}: ghi {order.amount}, các lần thanh toán cộng lại {order.told}"
    on_the_way = DepositOrder.objects.filter(advised_at=None).aggregate(sum=Sum(F("cash") + F("collected")))["sum"] or 0
    entered = Posting.objects.filter(book=Book.ON_THE_WAY).aggregate(sum=Sum("amount"))["sum"] or 0
    if on_the_way != entered:
        yield f"tiền đang nộp vào ngân hàng: sổ ghi {entered}, các lệnh chưa báo có cộng lại {on_the_way}"


def _months() -> Iterator[str]:
    closed = MonthStatement.objects.filter(state=StatementState.CLOSED).order_by("id")
    for statement in closed.prefetch_related("lines").iterator(chunk_size=100):
        lines = sorted(statement.lines.all(), key=lambda each: each.number)
        if statement.digest != digest_of(statement, lines):
            yield f"bảng tổng hợp tháng {statement} số {statement.pk}: đã khác từ khi xác nhận"
        if statement.retained != sum(split(each.total, each.rate).retained for each in lines):
            yield f"bảng tổng hợp tháng {statement} số {statement.pk}: khoản trích khác các dòng cộng lại"
    wrong = MonthStatement.objects.annotate(open=Count("lines", filter=~Q(lines__state="agreed")))
    for statement in wrong.filter(state=StatementState.CLOSED, open__gt=0).order_by("id"):
        yield f"bảng tổng hợp tháng {statement} số {statement.pk}: đã xác nhận nhưng còn dòng chưa khớp"
