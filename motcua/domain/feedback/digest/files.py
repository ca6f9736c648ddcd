"""The digest as tables to keep: figures, and the words of every voice with nothing left by which one could be found."""

from collections.abc import Iterable, Iterator

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import masked

from ..models import Feedback
from ..terms import State
from .counting import Counted, Digest
from .masking import without_particulars
from .themes import name_of

FIGURES = ("Nhóm", "Tên", "Số phản ánh", "Đã trả lời", "Trả lời đúng hạn", "Đúng, đúng một phần", "Đã đưa vào báo cáo")
VOICES = (
    "Mã phản ánh", "Ngày nhận", "Kênh", "Loại", "Nơi bị phản ánh", "Chủ đề", "Thủ tục", "Điều khoản", "Trạng thái",
    "Kết luận", "Ngày trả lời", "Đúng hạn", "Người phản ánh", "Việc", "Nội dung",
)  # fmt: skip


def figures(found: Digest) -> Iterator[tuple[str | int, ...]]:
    """Every line of the digest, group by group."""
    groups = (
        ("Tổng số", [found.whole]), ("Tháng", found.months), ("Chủ đề", found.themes), ("Thủ tục", found.procedures),
        ("Điều khoản", found.provisions), ("Nơi bị phản ánh", found.bodies),
    )  # fmt: skip
    for group, lines in groups:
        for each in lines:
            yield group, each.name, *_numbers(each)


@rule("4.2.b", "4.6.a")
def voices(items: Iterable[Feedback]) -> Iterator[tuple[str, ...]]:
    """Every voice: what was said and what became of it; names and numbers are masked, addresses left out."""
    for each in items:
        topic = getattr(each, "topic", None)
        answered = each.answered_at is not None and each.state == State.ANSWERED
        yield (
            each.code, show_date(local_day(each.registered_at)), each.get_channel_display(), each.get_kind_display(),
            each.about.name if each.about else "", name_of(topic.theme) if topic else "",
            topic.procedure.code if topic and topic.procedure else "", topic.provision if topic else "",
            each.get_state_display(), each.get_verdict_display() if answered else "",
            show_date(local_day(each.answered_at)) if answered and each.answered_at else "",
            ("có" if each.answered_at and each.answered_at <= each.answer_by else "không") if answered else "",
            masked(each.name) if each.name and not each.hides_contact else "",
            without_particulars(each.subject, name=each.name), without_particulars(each.text, name=each.name),
        )  # fmt: skip


def _numbers(line: Counted) -> tuple[int, ...]:
    return line.number, line.answered, line.on_time, line.founded, line.gathered
