"""What the journal tells of questions, held against their rows; and what must hold of them at every moment."""

from collections.abc import Iterable, Iterator

from motcua.domain.dossiers.checks import Invariant
from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from . import personal
from .models import LibraryAnswer, PublicQuestion, Question
from .terms import State

BATCH = 500
_ASKED = ("ask_question", "record_contact", "ask_again", "tell_state")
_ENDED = {"answer_question": State.ANSWERED, "set_aside": State.SET_ASIDE}


def invariants() -> Iterator[Invariant]:
    """What `motcua check` says of questions."""
    yield Invariant("I13", "mỗi câu hỏi đúng một cơ quan phải trả lời, đúng như nhật ký kể lại", differences())
    yield Invariant("I14", "câu hỏi công khai được cả hai bên đồng ý, không còn thông tin riêng", faults())


def differences() -> Iterator[str]:
    """Where a question is not what its journal tells: who has it, whether it is answered, whether it may be public."""
    rows = Question.objects.select_related("owner").order_by("id").iterator(chunk_size=BATCH)
    batch: list[Question] = []
    for each in rows:
        batch.append(each)
        if len(batch) == BATCH:
            yield from _of(batch)
            batch = []
    yield from _of(batch)


def faults() -> Iterator[str]:
    """Public questions without both agreements or with a number in them; answers in use that nobody approved."""
    for public in PublicQuestion.objects.filter(published_at__isnull=False, withdrawn_at=None).select_related(
        "question"
    ):
        if public.question.consent_at is None or public.read_by_id in (None, public.prepared_by_id):
            yield f"câu hỏi công khai {public.pk} ({public.question.code}) thiếu đồng ý của một bên"
        words = f"{public.subject}\n{public.text}\n{public.answer}"
        for what in personal.found_in(words, name=public.question.name):
            yield f"câu hỏi công khai {public.pk} ({public.question.code}) còn {what}"
    for entry in LibraryAnswer.objects.filter(valid_from__isnull=False, approved_by=None):
        yield f"câu trả lời mẫu {entry.pk} dùng mà chưa ai duyệt"


def _of(batch: list[Question]) -> Iterator[str]:
    lines: dict[str, list[Entry]] = {each.stream: [] for each in batch}
    for line in entries_of(lines):
        lines[line.stream].append(line)
    for question in batch:
        yield from _difference(question, lines[question.stream])


def _difference(question: Question, lines: Iterable[Entry]) -> Iterator[str]:
    owner, state, consent = "", State.OPEN, False
    for line in lines:
        owner = line.facts.get("owner_code", owner)
        state = _ENDED.get(line.act, state)
        if line.act in _ASKED:
            consent = line.facts["consent"]
            state = State.ANSWERED if _at_once(line) else State.OPEN
        elif line.act in ("consent_to_public", "take_consent_back"):
            consent = line.act == "consent_to_public"
    told = {"owner": owner, "state": state.value, "consent": consent}
    row = {"owner": question.owner.code, "state": question.state, "consent": question.consent_at is not None}
    for name, value in told.items():
        if value != row[name]:
            yield f"{question.code}: {name} là {row[name]}, nhật ký kể {value}"


def _at_once(line: Entry) -> bool:
    return line.act == "tell_state" or line.facts.get("answered", False)
