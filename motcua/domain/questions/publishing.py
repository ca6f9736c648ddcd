"""A question becomes public when both sides agree, who asked and who answered, and two have read it (5.5.b)."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.citizens.models import Person
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean, clean_lines, fold

from . import personal, policies
from .asking import SUBJECT, Asker
from .models import PublicQuestion, Question

CLAUSE = "5.5.b"
TAKEN_BACK = "Người hỏi không đồng ý công khai nữa"


class StillPersonal(Refused):
    """Something in the words points to a person."""

    clause = CLAUSE


class NotAsItWas(Refused):
    """Somebody was faster: it is prepared, public or withdrawn already."""

    clause = CLAUSE


@dataclass(frozen=True)
class Words:
    """What everybody will read."""

    subject: str
    text: str
    answer: str

    def cleaned(self) -> "Words":
        """As they are kept."""
        return Words(clean(self.subject)[:SUBJECT], clean_lines(self.text), clean_lines(self.answer))


@act(CLAUSE)
def consent_to_public(question: Question, *, by: Person | Asker, at: datetime) -> Question:
    """Agree that others may read it, without one's name."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.consent_at is not None:
        raise NotAsItWas("Bạn đã đồng ý công khai câu hỏi này.")
    question.consent_at = at
    question.save(update_fields=["consent_at"])
    record(consent_to_public, about=question, by=by, at=at, code=question.code)
    return question


@act(CLAUSE)
def take_consent_back(question: Question, *, by: Person | Asker, at: datetime) -> Question:
    """Agree no more: what is public already is taken down at once."""
    question = Question.objects.select_for_update().get(pk=question.pk)
    if question.consent_at is None:
        raise NotAsItWas("Câu hỏi này không được công khai.")
    question.consent_at = None
    question.save(update_fields=["consent_at"])
    taken_down = question.public.filter(withdrawn_at=None).update(withdrawn_at=at, why_withdrawn=TAKEN_BACK)
    record(take_consent_back, about=question, by=by, at=at, code=question.code, was_public=bool(taken_down))
    return question


@act(CLAUSE)
def prepare_public(question: Question, words: Words, *, by: Officer, at: datetime) -> PublicQuestion:
    """Write the words for everybody, with all taken out that points to a person; a second one reads them."""
    question = _locked(question)
    require(policies.may_prepare_public(by, question, at))
    if question.public.filter(withdrawn_at=None).exists():
        raise NotAsItWas("Câu hỏi này đã có bản công khai hoặc đang chờ đọc lại.")
    words = words.cleaned()
    _without_persons(words, question)
    version = question.version
    public = PublicQuestion.objects.create(
        question=question, office_id=question.owner_id, procedure=version.procedure if version else None,
        field=version.field if version else None, subject=words.subject, text=words.text, answer=words.answer,
        folded=fold(f"{words.subject} {words.text} {words.answer} {version.name if version else ''}"),
        prepared_by=by, prepared_at=at,
    )  # fmt: skip
    record(prepare_public, about=question, by=by, at=at, code=question.code, subject=words.subject)
    return public


@act(CLAUSE)
def publish_question(public: PublicQuestion, *, by: Officer, at: datetime) -> PublicQuestion:
    """Agree for the body, after reading it as the second one; from now on everybody can find it."""
    question = _locked(public.question)
    public = _open(public)
    require(policies.may_publish(by, public, at))
    if public.published_at is not None:
        raise NotAsItWas("Câu hỏi này đã công khai.")
    if question.consent_at is None:
        raise NotAsItWas("Người hỏi không đồng ý công khai nữa.")
    _without_persons(Words(public.subject, public.text, public.answer), question)
    public.read_by, public.published_at = by, at
    public.save(update_fields=["read_by", "published_at"])
    record(publish_question, about=question, by=by, at=at, code=question.code, subject=public.subject)
    return public


@act(CLAUSE)
def withdraw_public(public: PublicQuestion, *, reason: str, by: Officer, at: datetime) -> PublicQuestion:
    """Take it off the portal, or out of the hands of the second reader; with the reason, kept here."""
    question = _locked(public.question)
    public = _open(public)
    require(policies.may_withdraw_public(by, public, at))
    if not clean(reason):
        raise NotAsItWas("Phải ghi vì sao thôi công khai.")
    public.withdrawn_at, public.why_withdrawn = at, clean(reason)[:300]
    public.save(update_fields=["withdrawn_at", "why_withdrawn"])
    record(withdraw_public, about=question, by=by, at=at, code=question.code, reason=public.why_withdrawn)
    return public


def _locked(question: Question) -> Question:
    return Question.objects.select_for_update().get(pk=question.pk)


def _open(public: PublicQuestion) -> PublicQuestion:
    public = PublicQuestion.objects.get(pk=public.pk)
    if public.withdrawn_at is not None:
        raise NotAsItWas("Câu hỏi này đã thôi công khai.")
    return public


def _without_persons(words: Words, question: Question) -> None:
    if not (words.subject and words.text and words.answer):
        raise StillPersonal("Phải ghi đủ câu hỏi, nội dung và trả lời để công khai.")
    whole = "\n".join((words.subject, words.text, words.answer))
    if found := list(personal.found_in(whole, name=question.name)):
        raise StillPersonal(f"Còn thông tin riêng phải bỏ đi trước khi công khai: {'; '.join(found)}.")
