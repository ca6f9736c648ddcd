"""A voice comes in: written on the portal, or written down by who heard, read or opened it (4.6.a)."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.queries import centre
from motcua.domain.papers import recordings
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean, clean_lines, fold
from motcua.domain.working_days.queries import calendar_for

from . import policies
from .clock import Clock, Facts
from .models import Attachment, Feedback
from .telling import tell
from .terms import Channel, Kind, State

LONGEST, SUBJECT = 6000, 150
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that look alike when read out


class Empty(Refused):
    """Nothing was said, or it came by a way that shows nothing."""

    clause = "4.6.a"


class Sender:
    """Somebody who speaks without an account: the journal knows no more than that."""

    code = "nguoi-phan-anh"

    def signature(self) -> str:
        """As the journal names them."""
        return "Người phản ánh"


@dataclass(frozen=True)
class Contact:
    """Who speaks, if they say so, and whether the body concerned may learn it."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class Said:
    """What is said, about which dossier, body or official; nobody need be named."""

    subject: str
    text: str
    kind: Kind = Kind.HANDLING
    contact: Contact = Contact()
    dossier: Dossier | None = None
    about: Office | None = None
    official: Officer | None = None


@dataclass(frozen=True)
class Came:
    """By which channel, with what shows it: a letter as scanned, a post with its address and picture, a call."""

    channel: Channel
    scan: Upload | None = None
    link: str = ""
    recording: Upload | None = None


@act("4.6.a")
def send_feedback(
    said: Said,
    *,
    by: Person | Sender,
    at: datetime,
    channel: Channel = Channel.PORTAL,
    scan: Upload | None = None,
    burst: bool = False,
) -> Feedback:
    """Say it oneself: on the portal, with an account or without, under a name or none, or in a letter by e-mail.

    `scan` is a picture or a paper that goes with it. Also of somebody with an account the journal knows no name.
    What comes in a `burst` from one place is held until an inspector reads it (`holding`).
    """
    item = _written(said, Came(channel), at)
    item.state = State.HELD if burst else State.NEW
    item.person = by if isinstance(by, Person) else None
    item.save(force_insert=True)
    _keep(item, scan, Sender(), at)
    _note(send_feedback, item, Sender(), at)
    return item


@act("4.6.a")
def register_feedback(said: Said, came: Came, *, by: Officer, at: datetime) -> Feedback:
    """Write down what came by telephone, at the inspection desk, in the letter box, by e-mail or social network."""
    require(policies.may_take_down(by, at))
    if came.channel in (Channel.PORTAL, Channel.API):
        raise Empty("Phản ánh trên Cổng và từ hệ thống khác tự đến, không ghi bằng tay.")
    if came.channel == Channel.BOX and came.scan is None:
        raise Empty("Thư trong hòm thư góp ý phải được quét kèm theo.")
    if came.channel == Channel.SOCIAL and (came.scan is None or not clean(came.link)):
        raise Empty("Bài trên mạng xã hội phải có đường dẫn và ảnh chụp màn hình.")
    item = _written(said, came, at)
    item.taken_by = by
    item.save(force_insert=True)
    _keep(item, came.scan, by, at)
    _keep_recording(item, came.recording, by, at)
    _note(register_feedback, item, by, at)
    return item


def set_days(item: Feedback) -> None:
    """Put the copies of its days that lists are ordered by; `clock` is what they are copied from."""
    facts = Facts(item.registered_at, item.came_at, item.completed_at)
    clock = Clock(facts, calendar_for(item.owner.code))
    item.accept_by, item.answer_by = clock.accept_by(), clock.answer_by()


def body_of(official: Officer, at: datetime) -> Office | None:
    """The body in which an official is posted that day, the first of them."""
    held = official.held_at(at)
    return Office.objects.get(pk=held[0].body_id) if held else None


def _written(said: Said, came: Came, at: datetime) -> Feedback:
    subject, text = clean(said.subject)[:SUBJECT], clean_lines(said.text)[:LONGEST]
    if not subject or not text:
        raise Empty("Hãy ghi phản ánh về việc gì và nội dung phản ánh.")
    about = said.about or (body_of(said.official, at) if said.official else None)
    contact = said.contact
    item = Feedback(
        code=f"PA{local_day(at):%y%m%d}-{''.join(secrets.choice(LETTERS) for _ in range(6))}",
        secret=secrets.token_urlsafe(18), channel=came.channel, kind=said.kind, link=clean(came.link)[:500],
        name=clean(contact.name)[:120], phone=contact.phone, email=clean(contact.email)[:120],
        address=clean(contact.address)[:300], hides_contact=contact.hidden, subject=subject, text=text,
        folded=fold(f"{subject} {text}"), dossier=said.dossier, about=about, official=said.official,
        owner=centre(local_day(at)), registered_at=at, came_at=at,
    )  # fmt: skip
    set_days(item)
    return item


def _keep(item: Feedback, scan: Upload | None, by: Signs, at: datetime) -> None:
    if scan is not None:
        item.scan = take_in(scan, about=item.stream, by=by, at=at)
        item.save(update_fields=["scan"])


def _keep_recording(item: Feedback, recording: Upload | None, by: Officer, at: datetime) -> None:
    """The call as it was recorded."""
    if recording is not None:
        kept = recordings.take_in(recording, at=at)
        Attachment.objects.create(feedback=item, name=recording.shown_name, recording=kept, added_by=by, added_at=at)


def _note(what: object, item: Feedback, by: Signs, at: datetime) -> None:
    """Write into the journal that it came: codes, never who spoke, against whom, nor their words; and tell them."""
    burst = {"state": item.state} if item.state == State.HELD else {}
    line = record(
        what, about=item, by=by, at=at, code=item.code, channel=item.channel, kind=item.kind,
        owner=item.owner.name, owner_code=item.owner.code, answer_by=item.answer_by,
        dossier=item.dossier.code if item.dossier else "", **burst,
    )  # fmt: skip
    if item.state == State.HELD:
        return  # whose number stands in it may have said nothing
    if item.channel != Channel.EMAIL:  # a letter is answered by a letter, in its own thread
        tell("feedback_taken", item, line, at, until=local_day(item.answer_by))
