"""Letters that we write about feedback: that a letter came, once a day, and what an official writes back (4.6.b)."""

from datetime import datetime

from motcua.domain.feedback.intake import LONGEST
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import OVER
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.messages import outbox, texts
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean_lines

from . import policies
from .models import Letter, Reply
from .terms import State

WHO = "nguoi-phan-anh"


class NoWords(Refused):
    """A letter says something."""

    clause = "4.6.b-2"


@act("4.6.b-1", "4.6.b-2")
def write_back(item: Feedback, *, text: str, by: Officer, at: datetime) -> Reply:
    """Write to who spoke, in one's own words, by e-mail in the thread of their letter; the address stays unread."""
    item = Feedback.objects.select_for_update().get(pk=item.pk)
    require(policies.may_write_back(by, item, at))
    words = clean_lines(text)[:LONGEST]
    if not words:
        raise NoWords("Hãy ghi nội dung thư.")
    reply = Reply.objects.create(feedback=item, text=words, by=by, at=at)
    line = record(write_back, about=item, by=by, at=at, code=item.code)
    facts = {"voice": item.code, "written": str(reply.pk), "body": item.owner.name}
    outbox.tell("feedback_letter", _about(item, f"{item.stream}#{line}"), to=_to(item), facts=facts, at=at)
    return reply


def acknowledge(item: Feedback, at: datetime) -> int:
    """Tell who wrote that it came, under which code and by when it is answered; once a day in each thread."""
    event = f"{item.stream}#letter-{local_day(at):%Y-%m-%d}"
    answered = item.same_as or item  # what was merged is answered with the other
    kind, facts = "feedback_came", {"voice": item.code, "until": local_day(answered.answer_by)}
    if answered.state in OVER:
        kind, facts = "feedback_came_again", {"voice": item.code}
    return outbox.tell(kind, _about(item, event), to=_to(item), facts=facts, at=at)


def keep_words() -> None:
    """Let the outbox find the words of a letter when it goes out."""
    texts.WRITTEN["written"] = _written


def _about(item: Feedback, event: str) -> About:
    """In which thread it stands: below the last letter that came about it."""
    last = Letter.objects.filter(feedback=item, state=State.TAKEN).order_by("-came_at", "-id").first()
    return About(event, item.code, item.owner_id, replies_to=last.message_id if last else "")


def _to(item: Feedback) -> Recipient:
    return Recipient(WHO, email=item.email)


def _written(number: str) -> str:
    """The words behind a number in the outbox; an example where there is none, as in a list of the texts."""
    found = Reply.objects.filter(pk=number).first() if number.isdecimal() else None
    return found.text if found else "(Nội dung thư do cán bộ viết)"
