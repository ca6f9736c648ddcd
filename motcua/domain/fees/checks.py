"""I8: receipts without a gap, payments as the receipts say, sums as their lines make them, and books that balance."""

from collections.abc import Iterator

from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from . import settling_checks
from .charging import state_of
from .models import Arrival, Charge, ChargeLine, Movement, Payment, Posting, Receipt, ReceiptBook
from .terms import ArrivalState, Book, Method, Source


def faults() -> Iterator[str]:
    """Every place where a sum is not what its parts make, or a number is missing."""
    yield from _books()
    yield from _bills()
    yield from _receipts()
    yield from _balance()
    yield from _arrivals()
    yield from settling_checks.faults()


def _books() -> Iterator[str]:
    torn = Count("receipts")
    counted = ReceiptBook.objects.annotate(torn=torn, low=Min("receipts__number"), high=Max("receipts__number"))
    right = Q(torn=0, following=F("first")) | Q(
        low=F("first"), high=F("following") - 1, torn=F("following") - F("first")
    )
    for book in counted.exclude(right).order_by("id"):
        yield f"quyển biên lai {book}: đã dùng {book.torn} số, sổ ghi đến số {book.following - 1}"


def _bills() -> Iterator[str]:
    lines = ChargeLine.objects.filter(charge=OuterRef("pk")).order_by().values("charge").annotate(sum=Sum("amount"))
    payments = Payment.objects.filter(charge=OuterRef("pk")).order_by().values("charge").annotate(sum=Sum("amount"))
    summed = Charge.objects.annotate(
        asked=Coalesce(Subquery(lines.values("sum")), 0), came=Coalesce(Subquery(payments.values("sum")), 0)
    )
    for charge in summed.order_by("id").iterator(chunk_size=2000):
        if (charge.due, charge.paid) != (charge.asked, charge.came):
            said = f"ghi {charge.due}/{charge.paid}, các dòng cộng lại {charge.asked}/{charge.came}"
            yield f"khoản thu {charge}: {said}"
        if charge.state != state_of(charge):
            yield f"khoản thu {charge}: ghi “{charge.get_state_display()}” nhưng số tiền nói khác"


def _receipts() -> Iterator[str]:
    valid = Receipt.objects.filter(voided_at=None).exclude(amount=F("payment__amount"))
    for receipt in valid.order_by("id"):
        yield f"biên lai {receipt}: số tiền khác lần thanh toán"
    without = Payment.objects.filter(amount__gt=0).annotate(
        valid=Count("receipts", filter=Q(receipts__voided_at__isnull=True))
    )
    for payment in without.exclude(valid=1).order_by("id"):
        yield f"lần thanh toán {payment.pk}: có {payment.valid} biên lai còn giá trị"


def _balance() -> Iterator[str]:
    uneven = Movement.objects.annotate(sum=Coalesce(Sum("postings__amount"), 0)).exclude(sum=0)
    for movement in uneven.order_by("id"):
        yield f"bút toán {movement.pk}: lệch {movement.sum} đồng"
    in_drawers = Q(method=Method.CASH)
    places = {Book.DRAWER: in_drawers, Book.COLLECTED: ~in_drawers & Q(direct=False), Book.DEPOSITED: Q(direct=True)}
    for book, paid in places.items():
        entered = Posting.objects.filter(book=book, movement__kind__in=("paid", "refunded"))
        in_books = entered.aggregate(sum=Coalesce(Sum("amount"), 0))["sum"]
        in_hand = Payment.objects.filter(paid).aggregate(sum=Coalesce(Sum("amount"), 0))["sum"]
        if in_books != in_hand:
            yield f"{book.label}: sổ ghi {in_books}, các lần thanh toán cộng lại {in_hand}"


def _arrivals() -> Iterator[str]:
    """Money that waits stands in the books as nobody's; what went into a bill is its payment."""
    waiting = Arrival.objects.filter(state=ArrivalState.WAITING).aggregate(sum=Coalesce(Sum("amount"), 0))["sum"]
    entered = Posting.objects.filter(book=Book.UNCLAIMED).aggregate(sum=Coalesce(Sum("amount"), 0))["sum"]
    if waiting + entered:
        yield f"{Book.UNCLAIMED.label}: sổ ghi {-entered}, các khoản chờ ghép cộng lại {waiting}"
    wrong = Arrival.objects.filter(state=ArrivalState.SETTLED).exclude(settled=F("payment__amount"))
    for arrival in wrong.order_by("id"):
        yield f"tiền đến {arrival}: đã vào khoản thu {arrival.settled}, lần thanh toán ghi khác"
    own = Arrival.objects.filter(state=ArrivalState.SETTLED, source=Source.BANK).exclude(office=F("desk"))
    for arrival in own.exclude(office=F("charge__department")).order_by("id"):
        yield f"tiền đến {arrival}: ở tài khoản của sở, ngành này mà đã vào khoản thu của sở, ngành khác"
