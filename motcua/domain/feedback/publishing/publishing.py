"""Answered feedback becomes public, without persons, once two have read it; or somebody says why not (4.6.b-2)."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.questions import personal
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean, clean_lines, fold
from motcua.domain.working_days.queries import calendar_for

from ..clock import Clock, Facts
from ..models import Feedback
from ..telling import voices_of
from . import policies
from .models import LIVE, PublicVoice

CLAUSE = "4.6.b-2"
SUBJECT, LONGEST, REASON = 150, 6000, 300


class StillPersonal(Refused):
    """Something in the words points to a person, or a part of them is missing."""

    clause = CLAUSE


class NotAsItWas(Refused):
    """Somebody was faster, or no reason was given."""

    clause = CLAUSE


@dataclass(frozen=True)
class Words:
    """What everybody will read."""

    subject: str
    text: str
    answer: str


def day_to_publish(item: Feedback, answered_at: datetime) -> datetime | None:
    """By when what was answered now has to be public."""
    facts = Facts(item.registered_at, item.came_at, item.completed_at, answered_at)
    return Clock(facts, calendar_for()).publish_by()


@act(CLAUSE)
def prepare_publication(item: Feedback, words: Words, *, by: Officer, at: datetime) -> PublicVoice:
    """Write the words for everybody, with all taken out that points to a person; a second one reads them."""
    item = _locked(item)
    require(policies.may_prepare(by, item, at))
    if item.public.filter(LIVE).exists():
        raise NotAsItWas("Phản ánh này đã có bản công khai hoặc đang chờ đọc lại.")
    subject, text, answer = clean(words.subject)[:SUBJECT], clean_lines(words.text), clean_lines(words.answer)
    words = Words(subject, text[:LONGEST], answer[: 2 * LONGEST])
    _without_persons(words, item)
    public = PublicVoice.objects.create(
        feedback=item, office=item.owner, subject=words.subject, text=words.text, answer=words.answer,
        folded=fold(f"{words.subject} {words.text} {words.answer}"), prepared_by=by, prepared_at=at,
    )  # fmt: skip
    record(prepare_publication, about=item, by=by, at=at, code=item.code, subject=words.subject)
    return public


@act(CLAUSE)
def publish_feedback(public: PublicVoice, *, by: Officer, at: datetime) -> PublicVoice:
    """Read it as the second one; from now on everybody can find it."""
    item = _locked(public.feedback)
    public = _open(public)
    require(policies.may_publish(by, public, at))
    if public.published_at is not None:
        raise NotAsItWas("Phản ánh này đã công khai.")
    _without_persons(Words(public.subject, public.text, public.answer), item)
    public.read_by, public.published_at = by, at
    public.save(update_fields=["read_by", "published_at"])
    late = item.publish_by is not None and at > item.publish_by
    _settled(item)
    record(publish_feedback, about=item, by=by, at=at, code=item.code, subject=public.subject, late=late)
    return public


@act(CLAUSE)
def withdraw_publication(public: PublicVoice, *, reason: str, by: Officer, at: datetime) -> PublicVoice:
    """Take it off the portal, or out of the hands of the second reader; with the reason, kept here."""
    item = _locked(public.feedback)
    public = _open(public)
    require(policies.may_withdraw(by, public, at))
    if not clean(reason):
        raise NotAsItWas("Phải ghi vì sao rút.")
    public.withdrawn_at, public.why_withdrawn = at, clean(reason)[:REASON]
    public.save(update_fields=["withdrawn_at", "why_withdrawn"])
    record(withdraw_publication, about=item, by=by, at=at, code=item.code, reason=public.why_withdrawn)
    return public


@act(CLAUSE)
def leave_unpublished(item: Feedback, *, reason: str, by: Officer, at: datetime) -> Feedback:
    """Say why this one is not made public: it leaves the list of what has to be."""
    item = _locked(item)
    require(policies.may_leave_unpublished(by, item, at))
    if item.publish_by is None or item.public.filter(LIVE).exists():
        raise NotAsItWas("Phản ánh này không chờ công khai nữa.")
    if not clean(reason):
        raise NotAsItWas("Phải ghi vì sao không công khai.")
    _settled(item)
    record(leave_unpublished, about=item, by=by, at=at, code=item.code, reason=clean(reason)[:REASON])
    return item


def _locked(item: Feedback) -> Feedback:
    return Feedback.objects.select_for_update().get(pk=item.pk)


def _settled(item: Feedback) -> None:
    item.publish_by = None
    item.save(update_fields=["publish_by"])


def _open(public: PublicVoice) -> PublicVoice:
    public = PublicVoice.objects.get(pk=public.pk)
    if public.withdrawn_at is not None:
        raise NotAsItWas("Bản công khai này đã được rút.")
    return public


def _without_persons(words: Words, item: Feedback) -> None:
    if not (words.subject and words.text and words.answer):
        raise StillPersonal("Phải ghi đủ tóm tắt, nội dung và trả lời để công khai.")
    whole = "\n".join((words.subject, words.text, words.answer))
    names = {each.name for each in voices_of(item)}
    found = dict.fromkeys(each for name in sorted(names) for each in personal.found_in(whole, name=name))
    if item.official is not None and fold(item.official.name) in fold(whole):
        found["tên cán bộ bị phản ánh"] = None
    if found:
        raise StillPersonal(f"Còn thông tin riêng phải bỏ đi trước khi công khai: {'; '.join(found)}.")
