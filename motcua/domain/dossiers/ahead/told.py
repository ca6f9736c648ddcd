"""Alerts, letters drafted, questions and lists held against the journal: each line there has its row, and no more."""

from collections import Counter
from collections.abc import Iterable, Iterator

from django.db.models import Count, Sum

from motcua.domain.journal.models import Entry

from ..handing_over.models import HandingLine, HandingList
from .models import Alert, ApologyDraft
from .progress_models import ProgressRequest

Counts = Iterable[tuple[int, int]]


def differences() -> Iterator[str]:
    """Where rows and journal disagree on how often something was told, drafted, asked, answered, given or taken."""
    yield from _unlike("báo đứng yên", ("raise_alert", "escalate_alert"), _of(Alert, Sum("level")))
    answered = _of(Alert.objects.filter(acknowledged_at__isnull=False), Count("id"))
    yield from _unlike("trả lời cảnh báo", ("acknowledge_alert",), answered, at_least=True)
    yield from _unlike("soạn sẵn phiếu xin lỗi", ("draft_apology",), _of(ApologyDraft, Count("id")))
    yield from _unlike("hỏi tiến độ", ("ask_progress",), _of(ProgressRequest, Count("id")))
    done = _of(ProgressRequest.objects.filter(answered_at__isnull=False), Count("id"))
    yield from _unlike("trả lời tiến độ", ("answer_progress",), done)
    taken = _of(HandingLine.objects.filter(state="taken"), Count("id"))
    yield from _unlike("nhận bản giấy", ("take_papers",), taken)
    for act, rows in (
        ("draw_up_list", HandingList.objects.all()),
        ("give_list", HandingList.objects.filter(given_at__isnull=False)),
        ("take_list", HandingList.objects.filter(taken_at__isnull=False)),
    ):
        signed = {one.stream for one in rows}
        told = set(Entry.objects.filter(act=act).values_list("stream", flat=True))
        yield from (f"{stream}: {act} không khớp nhật ký" for stream in sorted(signed ^ told))


def _of(rows: object, how_many: Count | Sum) -> Counts:
    """For each dossier how many there are."""
    rows = getattr(rows, "objects", rows)
    return rows.order_by().values_list("dossier").annotate(how_many)  # type: ignore[attr-defined]


def _unlike(what: str, acts: tuple[str, ...], rows: Counts, *, at_least: bool = False) -> Iterator[str]:
    """The dossiers of which the journal says another number; a row that is written again holds its last one only."""
    told = Counter(Entry.objects.filter(act__in=acts, stream__startswith="dossier/").values_list("stream", flat=True))
    there = {f"dossier/{pk}": number for pk, number in rows}
    for stream in sorted(told.keys() | there.keys()):
        fits = told[stream] >= there.get(stream, 0) if at_least else told[stream] == there.get(stream, 0)
        if not fits:
            yield f"{stream}: {what} {there.get(stream, 0)} lần, nhật ký ghi {told[stream]} lần"
