"""A letter is taken in: kept as it came, and either said as feedback, laid to its case, or held for a human (4.6.a)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.db.models import Q

from motcua.domain.feedback import answering
from motcua.domain.feedback.intake import LONGEST, SUBJECT, Contact, Said, Sender, send_feedback
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import Channel
from motcua.domain.feedback.terms import State as FeedbackState
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.papers import storage
from motcua.domain.papers.models import StoredFile
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.text import clean

from . import enclosing, letters, plain, threads
from .models import Letter, Mailbox
from .robots import MOST_AN_HOUR, UNANSWERED, Hold, reason_to_hold
from .terms import State
from .writing import acknowledge

AN_HOUR = timedelta(hours=1)
NO_WORDS = "(Thư không có chữ, chỉ có tệp gửi kèm.)"


class TakenBefore(Refused):
    """Another reader was faster."""

    clause = "4.6.a"


@dataclass(frozen=True)
class Fetched:
    """A letter as the mail server gave it: `raw` is all of it, or only its beginning where it is too large."""

    uidvalidity: int
    uid: int
    size: int
    raw: bytes

    @property
    def is_cut(self) -> bool:
        """Whether only its beginning was fetched."""
        return len(self.raw) < self.size


@act("4.6.a")
def take_letter(box: Mailbox, *, fetched: Fetched, by: Signs, at: datetime) -> Letter:
    """Keep a letter and say what it is. In one transaction with how far the mailbox was read: no letter comes twice."""
    box = Mailbox.objects.select_for_update().get(pk=box.pk)
    _not_yet(box, fetched)
    box.uidvalidity, box.last_uid = fetched.uidvalidity, fetched.uid
    box.save(update_fields=["uidvalidity", "last_uid"])
    kept = storage.keep(fetched.raw, kind=StoredFile.Kind.EML, pages=1, at=at)
    if same := Letter.objects.filter(raw=kept).first():
        return _found_again(same, fetched)
    read = letters.read(fetched.raw)
    letter = _unsaved(box, fetched, kept, read, at)
    letter.reason = _reason_to_hold(read, fetched, at) or ""
    letter.state = State.HELD
    if letter.reason:
        letter.save(force_insert=True)
        enclosing.list_only(letter, read, "Chưa kiểm tra: thư đang được giữ lại.")
    else:
        say(letter, read, at)
    code = letter.feedback.code if letter.feedback else ""
    record(take_letter, about=letter, by=by, at=at, state=letter.state, reason=letter.reason, feedback=code)
    return letter


@act("4.6.a", "4.6.b-2")
def add_letter(item: Feedback, *, letter: Letter, by: Sender, at: datetime) -> Feedback:
    """Who spoke writes again: what was asked for is given, anything else is a line in their case."""
    item = Feedback.objects.select_for_update().get(pk=item.pk)
    words = plain.without_quoted(letter.text) or NO_WORDS
    if item.state == FeedbackState.WAITING:
        item = answering.give_more(item, text=words[:LONGEST], by=by, at=at)
    record(add_letter, about=item, by=by, at=at, code=item.code)
    return item


def say(letter: Letter, read: letters.Letter, at: datetime) -> None:
    """Let it count: laid to the case that it answers, else as new feedback; its files are taken in; told that it is."""
    found, by = threads.case_of(read), Sender()
    letter.is_first = found is None
    if found is None:
        contact = Contact(name=letter.sender_name, email=letter.sender)
        said = Said(_subject(read), read.text[:LONGEST] or NO_WORDS, contact=contact)
        found = send_feedback(said, by=by, at=at, channel=Channel.EMAIL)
    letter.feedback, letter.state = found, State.TAKEN
    letter.save()
    enclosing.take_in_all(letter, read, by=by, at=at)
    if not letter.is_first:
        letter.feedback = add_letter(found, letter=letter, by=by, at=at)
    if letter.reason not in UNANSWERED:
        acknowledge(letter.feedback, at)


def our_addresses() -> frozenset[str]:
    """The addresses that we write from and read: what comes from them is our own."""
    ours = (parseaddr(settings.EMAIL_FROM)[1], settings.MAILBOX_USER)
    return frozenset(each.lower() for each in ours if "@" in each)


def _not_yet(box: Mailbox, fetched: Fetched) -> None:
    if box.uidvalidity == fetched.uidvalidity and fetched.uid <= box.last_uid:
        raise TakenBefore("Thư này đã được đọc.")


def _found_again(letter: Letter, fetched: Fetched) -> Letter:
    """The same letter under another number: the mail server was set up anew, or the letter was moved back."""
    letter.uidvalidity, letter.uid, letter.is_marked = fetched.uidvalidity, fetched.uid, False
    letter.save(update_fields=["uidvalidity", "uid", "is_marked"])
    return letter


def _unsaved(box: Mailbox, fetched: Fetched, kept: StoredFile, read: letters.Letter, at: datetime) -> Letter:
    return Letter(
        mailbox=box, uidvalidity=fetched.uidvalidity, uid=fetched.uid, raw=kept, size=fetched.size,
        message_id=read.message_id, references=list(read.references), sender=read.sender,
        sender_name=read.sender_name, subject=read.subject, text=read.text, came_at=at,
    )  # fmt: skip


def _reason_to_hold(read: letters.Letter, fetched: Fetched, at: datetime) -> Hold | None:
    if threads.is_ours(read.message_id):
        return Hold.OWN
    if reason := reason_to_hold(read, ours=our_addresses()):
        return reason
    if fetched.is_cut:
        return Hold.LARGE
    before = Letter.objects.filter(Q(sender=read.sender, came_at__gt=at - AN_HOUR))[:MOST_AN_HOUR].count()
    return Hold.BURST if before >= MOST_AN_HOUR else None


def _subject(read: letters.Letter) -> str:
    """What it is about: its subject, else its first words."""
    return clean(read.subject)[:SUBJECT] or clean(read.text)[:SUBJECT] or "Thư điện tử không có tiêu đề"
