"""Two people write about the same thing at once: the second is told who was quicker, and overwrites nobody unawares."""

from typing import Any

from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import show_moment

from .models import Entry, Head


class ChangedMeanwhile(Refused):
    """Somebody changed the thing after its writer had begun; the sentence says who and when."""


def lines_so_far(about: Any) -> int:
    """How many lines the journal has about a thing (anything with a `stream`): a form keeps it while it is written."""
    return Head.objects.filter(stream=about.stream).values_list("number", flat=True).first() or 0


def require_unchanged(about: Any, seen: int | None) -> None:
    """Check that nothing happened to a thing since it had `seen` lines. Inside an act that has locked it.

    Without a number nobody asks: imports and the demo read and write in one go.
    """
    if seen is None or lines_so_far(about) == seen:
        return
    last = Entry.objects.filter(stream=about.stream).latest("number")
    raise ChangedMeanwhile(
        f"{last.by_name} đã thay đổi nội dung này lúc {show_moment(last.at)}, sau khi bạn mở trang. Nội dung bạn nhập "
        "còn nguyên bên dưới; hãy đối chiếu với bản mới rồi gửi lại nếu vẫn muốn thay đổi."
    )
