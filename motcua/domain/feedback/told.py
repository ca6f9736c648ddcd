"""What the journal tells of feedback, held against the rows: exactly one owner, and the state that acts led to."""

from collections.abc import Iterator

from motcua.domain.dossiers.checks import Invariant
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from .models import Feedback
from .terms import State

BATCH = 500


def invariants() -> Iterator[Invariant]:
    """What `motcua check` says of feedback."""
    yield Invariant("I19", "mỗi phản ánh đúng một cơ quan đang giữ, đúng như nhật ký kể lại", differences())


def differences() -> Iterator[str]:
    """Where feedback is not what its journal tells."""
    last = 0
    while batch := list(Feedback.objects.select_related("owner").filter(pk__gt=last).order_by("id")[:BATCH]):
        last = batch[-1].pk
        lines: dict[str, list[Entry]] = {each.stream: [] for each in batch}
        for line in entries_of(lines):
            lines[line.stream].append(line)
        for item in batch:
            yield from _difference(item, lines[item.stream])


def _difference(item: Feedback, lines: list[Entry]) -> Iterator[str]:
    owner, state = "", State.NEW.value
    for line in lines:
        owner, state = line.facts.get("owner_code", owner), line.facts.get("state", state)
    for name, told, row in (("cơ quan giữ", owner, item.owner.code), ("trạng thái", state, item.state)):
        if told != row:
            yield f"{item.code}: {name} là {row}, nhật ký kể {told}"
