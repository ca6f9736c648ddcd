"""What must hold of everything that goes by post; `motcua check` prints it with where every result is (I9)."""

from collections.abc import Iterator
from itertools import groupby

from django.db.models import Count, F, Q, Sum

from motcua.domain.journal.queries import entries_of

from .models import Consignment, DispatchLine, SettlementLine
from .terms import LineState, State
from .told import differences

BATCH = 500


def faults() -> Iterator[str]:
    """Every consignment whose receipt, money, list or state is not what the rules and the journal say."""
    yield from _receipts()
    yield from _money()
    yield from _lists()
    yield from _retold()


def _receipts() -> Iterator[str]:
    """What was handed out has its receipt, and nothing else has one; what is lost has its letter."""
    wrong = Q(state=State.DELIVERED, receipt=None) | (~Q(state=State.DELIVERED) & Q(receipt__isnull=False))
    for one in Consignment.objects.filter(wrong).order_by("id").iterator(chunk_size=BATCH):
        yield f"bưu gửi {one}: {one.get_state_display().lower()} nhưng giấy báo phát không ứng với trạng thái"
    unsaid = Q(state=State.LOST, loss=None) | (~Q(state=State.LOST) & Q(loss__isnull=False))
    for one in Consignment.objects.filter(unsaid).order_by("id").iterator(chunk_size=BATCH):
        yield f"bưu gửi {one}: mất bưu gửi phải có thư xin lỗi và cách khắc phục"


def _money() -> Iterator[str]:
    """What is to be collected is the sum of its parts; what was settled is what its line says."""
    sums = Consignment.objects.annotate(parts=Sum("money__amount", default=0)).exclude(to_collect=F("parts"))
    for one in sums.order_by("id").iterator(chunk_size=BATCH):
        yield f"bưu gửi {one}: phải thu hộ {one.to_collect}, cộng các khoản được {one.parts}"
    lines = SettlementLine.objects.filter(consignment__isnull=False).exclude(consignment__settled=F("amount"))
    for line in lines.select_related("consignment").order_by("id").iterator(chunk_size=BATCH):
        yield f"bưu gửi {line.consignment}: ghi đã nộp {line.consignment.settled}, bảng kê nộp {line.amount}"  # type: ignore[union-attr]
    unsaid = Consignment.objects.filter(settled__isnull=False, settlement_line=None)
    for settled in unsaid.order_by("id").iterator(chunk_size=BATCH):
        yield f"bưu gửi {settled}: ghi đã nộp tiền nhưng không có trong bảng kê nào"


def _lists() -> Iterator[str]:
    """A consignment stands on one list, and what the postman took is no longer here."""
    standing = DispatchLine.objects.exclude(state=LineState.LEFT)
    for row in standing.values("consignment").annotate(n=Count("id")).filter(n__gt=1).order_by("consignment"):
        yield f"bưu gửi {row['consignment']}: nằm trong {row['n']} bảng kê"
    here = standing.filter(list__closed_at__isnull=False, consignment__state=State.ORDERED)
    for line in here.select_related("consignment").order_by("id").iterator(chunk_size=BATCH):
        yield f"bưu gửi {line.consignment}: bưu tá đã ký nhận nhưng vẫn ghi chờ giao"
    numberless = Consignment.objects.filter(number="").exclude(state__in=[State.ORDERED, State.CANCELLED])
    for one in numberless.order_by("id").iterator(chunk_size=BATCH):
        yield f"bưu gửi {one}: đã chuyển mà không có số hiệu"


def _retold() -> Iterator[str]:
    batch: list[Consignment] = []
    for one in Consignment.objects.order_by("id").iterator(chunk_size=BATCH):
        batch.append(one)
        if len(batch) == BATCH:
            yield from _retold_of(batch)
            batch = []
    yield from _retold_of(batch)


def _retold_of(batch: list[Consignment]) -> Iterator[str]:
    streams = {
        stream: list(lines) for stream, lines in groupby(entries_of(d.stream for d in batch), lambda e: e.stream)
    }
    for one in batch:
        for difference in differences(one, streams.get(one.stream, [])):
            yield f"bưu gửi {one}: {difference}"
