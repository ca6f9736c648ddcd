"""What must hold of seals and their register at every moment; `motcua check` prints it with I9."""

from collections.abc import Iterator

from django.db.models import Count, Exists, F, Max, Min, OuterRef

from motcua.domain.journal.queries import entries
from motcua.domain.vietnamese.dates import show_date

from .models import Closing, Impression, Seal
from .retell import differences


def faults() -> Iterator[str]:
    """Every seal whose rows, numbers, closed days or keeper are not what the journal and the law say."""
    for seal in Seal.objects.order_by("id"):
        for difference in differences(seal, entries(seal)):
            yield f"con dấu {seal}: {difference}"
    yield from _gaps()
    yield from _added_after_closing()


def _gaps() -> Iterator[str]:
    """Numbers of a seal and year run from one without a gap."""
    books = Impression.objects.values("seal__registration", "year").annotate(
        first=Min("number"), last=Max("number"), lines=Count("id")
    )
    for book in books.order_by("seal", "year"):
        if (book["first"], book["last"]) != (1, book["lines"]):
            yield f"sổ đóng dấu {book['seal__registration']} năm {book['year']}: số không liên tục"


def _added_after_closing() -> Iterator[str]:
    """A closed day has the lines it was closed with."""
    same_day = Closing.objects.filter(seal__impressions__day=F("day"))
    late = Impression.objects.filter(day__lte=F("seal__closed_through"))
    closed = Closing.objects.filter(seal=OuterRef("seal"), day=OuterRef("day"))
    for impression in late.filter(~Exists(closed)).select_related("seal"):
        yield f"con dấu {impression.seal}: số {impression} nằm trong phần đã khóa nhưng ngày đó chưa khóa sổ"
    for closing in same_day.annotate(lines=Count("seal__impressions")).exclude(lines=F("count")).select_related("seal"):
        yield f"con dấu {closing.seal} ngày {show_date(closing.day)}: khóa sổ {closing.count}, nay {closing.lines}"
