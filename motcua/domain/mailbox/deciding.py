"""An inspector decides about a letter that was held: it counts after all, or it is passed over with a reason."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import storage
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from . import letters, policies
from .intake import say
from .models import Letter
from .terms import State


class Decided(Refused):
    """Somebody was faster."""

    clause = "4.6.a"


class NoReason(Refused):
    """Whoever decides about somebody's letter says why."""

    clause = "4.6.a"


class NobodyToAnswer(Refused):
    """A letter without a sender or without words can not become feedback."""

    clause = "4.6.a"


@act("4.6.a")
def release_letter(letter: Letter, *, why: str, by: Officer, at: datetime) -> Letter:
    """Let a held letter count: it is said, or laid to its case, as if it had come now; its files are examined."""
    letter = _held(letter, why, by, at)
    read = letters.read(storage.read(letter.raw))
    if not read.text and not read.enclosed:
        raise NobodyToAnswer("Thư không đọc được nội dung: hãy mở trong hộp thư gốc rồi ghi phản ánh bằng tay.")
    _decide(letter, why, by, at)
    say(letter, read, at)
    code = letter.feedback.code if letter.feedback else ""
    record(release_letter, about=letter, by=by, at=at, state=letter.state, feedback=code, why=letter.why)
    return letter


@act("4.6.a")
def discard_letter(letter: Letter, *, why: str, by: Officer, at: datetime) -> Letter:
    """Pass over a held letter: it says nothing that concerns anybody. It stays kept, with the reason."""
    letter = _held(letter, why, by, at)
    _decide(letter, why, by, at)
    letter.state = State.DISCARDED
    letter.save(update_fields=["state", "decided_by", "decided_at", "why"])
    record(discard_letter, about=letter, by=by, at=at, state=letter.state, why=letter.why)
    return letter


def _held(letter: Letter, why: str, by: Officer, at: datetime) -> Letter:
    letter = Letter.objects.select_for_update().get(pk=letter.pk)
    require(policies.may_decide(by, letter, at))
    if letter.state != State.HELD:
        raise Decided(f"Thư này: {letter.get_state_display().lower()}.")
    if not clean(why):
        raise NoReason("Phải ghi lý do.")
    return letter


def _decide(letter: Letter, why: str, by: Officer, at: datetime) -> None:
    letter.decided_by, letter.decided_at, letter.why = by, at, clean(why)[:500]
