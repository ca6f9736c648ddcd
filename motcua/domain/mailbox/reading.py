"""The mailbox is read: each letter in a transaction of its own, marked on the server only when that is done.

Who is killed before the transaction ended has read nothing: the letter is read again. Who is killed behind it has
read it once: it is marked at the next reading.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from django.conf import settings

from motcua.domain.journal.acts import is_inside
from motcua.domain.journal.recording import Signs

from .fetching import Box, Unreachable
from .intake import TakenBefore, take_letter
from .models import Letter, Mailbox

Clock = Callable[[], datetime]


def read_mailbox(by: Signs, now: Clock) -> int:
    """Read what is new in the mailbox of the settings; gives how many letters. Never inside a transaction."""
    if is_inside():
        raise RuntimeError("no mailbox is read inside an act")
    if not settings.MAILBOX_HOST:
        return 0
    row, _ = Mailbox.objects.get_or_create(name=_name())
    try:
        with Box() as box:
            read = _read(row, box, by, now)
    except Unreachable as fault:
        since = row.failed_at or now()
        Mailbox.objects.filter(pk=row.pk).update(fault=str(fault)[:300], failed_at=since)
        return 0
    Mailbox.objects.filter(pk=row.pk).update(fault="", failed_at=None, read_at=now())
    return read


def _read(row: Mailbox, box: Box, by: Signs, now: Clock) -> int:
    same = row.uidvalidity == box.uidvalidity
    if same:
        for letter in Letter.objects.filter(mailbox=row, is_marked=False, uidvalidity=box.uidvalidity).order_by("uid"):
            _mark(letter, box)
    read = 0
    for fetched in box.letters_after(row.last_uid if same else 0):
        with suppress(TakenBefore):
            _mark(take_letter(row, fetched=fetched, by=by, at=now()), box)
            read += 1
    return read


def _mark(letter: Letter, box: Box) -> None:
    """A letter that is too large to be fetched stays where it lies, flagged: its files are nowhere else."""
    box.mark(letter.uid, move=not letter.is_cut)
    Letter.objects.filter(pk=letter.pk).update(is_marked=True)


def _name() -> str:
    return f"{settings.MAILBOX_USER}@{settings.MAILBOX_HOST}/{settings.MAILBOX_FOLDER}"
