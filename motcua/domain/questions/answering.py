"""A question is answered by the body that has it: in words, with what they rest on, by the channel it came."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.messages import outbox
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.procedures.finding import in_force_on
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines

from . import policies
from .models import LateAnswer, LibraryAnswer, Question
from .terms import Channel, State

LONGEST = 6000
MOST_NAMED = 10
BY_DISTRICT = (OfficeKind.DISTRICT, OfficeKind.DISTRICT_CENTRE, OfficeKind.COMMUNE)


class NotOpen(Refused):
    """Somebody was faster: it is answered, or set aside."""

    clause = "5.5.b"


class NoWords(Refused):
    """An answer without words, or with a procedure nobody knows."""

    clause = "5.5.b"


@dataclass(frozen=True)
class Reply:
    """An answer: words, what they rest on, the procedures they name by code, and where the words were taken from."""

    text: str
    sources: str = ""
    named: tuple[str, ...] = ()
    library: LibraryAnswer | None = None


@act("5.5.b", "7.5")
def answer_question(question: Question, reply: Reply, *, by: Officer, at: datetime, why_late: str = "") -> Question:
    """Answer it; who asked is told by the channels that they left. A late answer is recorded and never refused."""
    question = open_and_locked(question)
    require(policies.may_answer(by, question, at))
    late = note_lateness(question, at, why_late)
    give(question, reply, by=by, at=at)
    facts = {"code": question.code, "late": late, "sources": question.sources, "library": question.library_id}
    line = record(answer_question, about=question, by=by, at=at, **facts, named=question.named)
    tell(question, line, at)
    return question


@act("5.5.b")
def set_aside(question: Question, *, reason: str, by: Officer, at: datetime) -> Question:
    """Close what is no question: an advertisement, a test, the same once more; the reason can be read by its writer."""
    question = open_and_locked(question)
    require(policies.may_answer(by, question, at))
    reason = clean(reason)
    if not reason:
        raise NoWords("Phải ghi vì sao không trả lời.")
    question.state, question.answer, question.answered_by, question.answered_at = State.SET_ASIDE, reason, by, at
    question.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    record(set_aside, about=question, by=by, at=at, code=question.code, reason=reason)
    return question


def give(question: Question, reply: Reply, *, by: Officer, at: datetime) -> None:
    """Put the answer into a question, inside the act that gives it."""
    text = clean_lines(reply.text)[:LONGEST]
    if not text:
        raise NoWords("Phải ghi nội dung trả lời.")
    question.answer, question.sources = text, clean_lines(reply.sources)[:2000]
    question.named, question.library = _named(reply.named, at), reply.library
    question.state, question.answered_by, question.answered_at = State.ANSWERED, by, at
    question.call_back_on = None
    question.save(
        update_fields=["answer", "sources", "named", "library", "state", "answered_by", "answered_at", "call_back_on"]
    )


def open_and_locked(question: Question) -> Question:
    """Take it; refused when it does not wait for an answer any more.

    Alone, without the body that has it: that may change while one waits for the lock.
    """
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.state != State.OPEN:
        raise NotOpen(f"Câu hỏi {question.code} đang ở trạng thái “{question.get_state_display()}”.")
    return question


def note_lateness(question: Question, at: datetime, explanation: str = "") -> bool:
    """Write down in whose hands it was when its day had passed; once, for the first who let it pass."""
    if at <= question.due_at:
        return False
    clause = "7.5" if office_at_hand(question.owner_id).kind in BY_DISTRICT else "5.5.b"
    LateAnswer.objects.get_or_create(
        question=question,
        defaults={"office_id": question.owner_id, "clause": clause, "noted_at": at,
                  "explanation": clean(explanation)[:500]},
    )  # fmt: skip
    return True


def tell(question: Question, line: int, at: datetime) -> int:
    """Say that the answer is there, by the ways that fit; who telephoned or wrote a letter is called or written to."""
    if question.channel == Channel.LETTER and not question.email:
        return 0
    account = f"account/{question.person.account_id}" if question.person else ""
    to = outbox.Recipient("asker", phone=question.phone, email=question.email, account=account)
    about = outbox.About(f"{question.stream}#{line}", question.code, question.owner_id)
    facts = {"question": question.code, "answer_at": address_of(question)}
    return outbox.tell("question_answered", about, to=to, facts=facts, at=at)


def address_of(question: Question) -> str:
    """Where who asked reads the answer, as it is sent and read out."""
    return f"{settings.SITE_ADDRESS.split('//')[-1]}/cau-hoi/{question.secret}"


def _named(codes: tuple[str, ...], at: datetime) -> list[dict[str, str]]:
    """The procedures that an answer names, as they are called that day; refused when one is not in force."""
    wanted = list(dict.fromkeys(clean(each) for each in codes if clean(each)))[:MOST_NAMED]
    rows = in_force_on(local_day(at)).filter(procedure__code__in=wanted).values_list("procedure__code", "name")
    names: dict[str, str] = dict(rows)
    if unknown := [each for each in wanted if each not in names]:
        raise NoWords(f"Không có thủ tục đang áp dụng mang mã {', '.join(unknown)}.")
    return [{"code": each, "name": names[each]} for each in wanted]
