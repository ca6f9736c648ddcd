"""What the journal tells of letters, held against their rows."""

from collections.abc import Iterator

from motcua.domain.dossiers.checks import Invariant
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from .models import Letter

BATCH = 500


def invariants() -> Iterator[Invariant]:
    """What `motcua check` says of letters."""
    says = "mỗi thư điện tử đã thành phản ánh, đang giữ hoặc bị bỏ qua có lý do, đúng như nhật ký kể lại"
    yield Invariant("I21", says, differences())


def differences() -> Iterator[str]:
    """Where a letter is not what its journal tells."""
    last = 0
    while batch := list(Letter.objects.select_related("feedback").filter(pk__gt=last).order_by("id")[:BATCH]):
        last = batch[-1].pk
        lines: dict[str, list[Entry]] = {each.stream: [] for each in batch}
        for line in entries_of(lines):
            lines[line.stream].append(line)
        for letter in batch:
            yield from _difference(letter, lines[letter.stream])


def _difference(letter: Letter, lines: list[Entry]) -> Iterator[str]:
    state, code = "", ""
    for line in lines:
        state, code = line.facts.get("state", state), line.facts.get("feedback", code)
    is_code = letter.feedback.code if letter.feedback else ""
    for name, told, row in (("tình trạng", state, letter.state), ("phản ánh", code, is_code)):
        if told != row:
            yield f"thư {letter.pk}: {name} là {row or 'không có'}, nhật ký kể {told or 'không có'}"
