"""The conversation with a mail server (IMAP, RFC 3501): what lies there, letter by letter, and what was read marked.

Nothing is ever deleted there but what was moved to the folder for it.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from django.conf import settings

from .intake import Fetched

SECONDS = 30  # so long the server may take for an answer
LARGEST = 30 * 1024 * 1024  # bytes of a letter that is fetched whole; mail servers take some 25 million
BEGINNING = 256 * 1024  # bytes that are fetched of a larger one: what it says stands before what it encloses
MOST_AT_ONCE = 200  # letters of one run: the next one follows in a few minutes

_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_FAULTS = (imaplib.IMAP4.error, OSError, ssl.SSLError, ValueError)


class Unreachable(Exception):
    """The mailbox can not be read now; said in words for whoever looks after it."""


class Box:
    """One folder of the mailbox of the settings, opened."""

    def __init__(self) -> None:
        self._line: imaplib.IMAP4 | None = None
        self.uidvalidity = 0
        self._can: frozenset[str] = frozenset()

    def __enter__(self) -> "Box":
        try:
            self._open()
        except _FAULTS as fault:
            self._close()
            raise Unreachable(_said(fault)) from fault
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def letters_after(self, uid: int) -> Iterator[Fetched]:
        """The letters above this UID, the oldest first, some at a time; those that went away meanwhile are left out."""
        found = self._ask("SEARCH", None, "UID", f"{uid + 1}:*")
        there = sorted(int(each) for each in (found[0] or b"").split())
        for each in [each for each in there if each > uid][:MOST_AT_ONCE]:  # "9:*" gives the last one even below 9
            if (size := self._size(each)) is not None and (raw := self._raw(each, size)) is not None:
                yield Fetched(self.uidvalidity, each, max(size, len(raw)), raw)

    def mark(self, uid: int, *, move: bool) -> None:
        """Mark a letter as read, and lay it where read ones lie; what is not there any more needs no mark."""
        self._ask("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen)" if move else r"(\Seen \Flagged)")
        folder = settings.MAILBOX_DONE_FOLDER
        if not move or not folder:
            return
        if "MOVE" in self._can:
            self._ask("MOVE", str(uid), _quoted(folder))
            return
        self._ask("COPY", str(uid), _quoted(folder))
        if "UIDPLUS" in self._can:  # without it others' letters would go with ours
            self._ask("STORE", str(uid), "+FLAGS.SILENT", r"(\Deleted)")
            self._ask("EXPUNGE", str(uid))

    @property
    def _opened(self) -> imaplib.IMAP4:
        if self._line is None:
            raise RuntimeError("the mailbox is read while it is open")
        return self._line

    def _open(self) -> None:
        host, port, tls = settings.MAILBOX_HOST, settings.MAILBOX_PORT, settings.MAILBOX_TLS
        if tls == "ssl":
            self._line = imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=SECONDS)
        else:
            self._line = imaplib.IMAP4(host, port, timeout=SECONDS)
        if tls == "starttls":
            self._line.starttls(ssl.create_default_context())
        self._line.login(settings.MAILBOX_USER, _password())
        _, told = self._line.capability()  # more may be said to who has signed in
        self._can = frozenset(told[0].decode().upper().split())
        answer, _ = self._line.select(_quoted(settings.MAILBOX_FOLDER))
        if answer != "OK":
            raise imaplib.IMAP4.error(f"không mở được thư mục {settings.MAILBOX_FOLDER}")
        self.uidvalidity = int(self._line.response("UIDVALIDITY")[1][0] or 0)

    def _size(self, uid: int) -> int | None:
        found = _SIZE.search(b"".join(_bytes_in(self._ask("FETCH", str(uid), "(UID RFC822.SIZE)"))))
        return int(found[1]) if found else None

    def _raw(self, uid: int, size: int) -> bytes | None:
        """The letter as it lies there; reading does not mark it."""
        part = f"<0.{BEGINNING}>" if size > LARGEST else ""
        answer = self._ask("FETCH", str(uid), f"(UID BODY.PEEK[]{part})")
        return next((each[1] for each in answer if isinstance(each, tuple)), None)

    def _ask(self, command: str, *given: Any) -> list[Any]:
        try:
            answer, found = self._opened.uid(command, *given)
        except _FAULTS as fault:
            raise Unreachable(_said(fault)) from fault
        if answer != "OK":
            raise Unreachable(f"Máy chủ thư không làm {command}")
        return found

    def _close(self) -> None:
        """Say goodbye; how the other side takes it changes nothing."""
        if self._line is None:
            return
        try:
            self._line.logout()
        except _FAULTS:
            return
        finally:
            self._line = None


def _password() -> str:
    kept = Path(settings.MAILBOX_PASSWORD_FILE)
    return kept.read_text(encoding="utf-8").strip() if settings.MAILBOX_PASSWORD_FILE else ""


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _bytes_in(answer: list[Any]) -> Iterator[bytes]:
    for each in answer:
        yield from each if isinstance(each, tuple) else (each,) if isinstance(each, bytes) else ()


def _said(fault: Exception) -> str:
    words = fault.args[0].decode(errors="replace") if fault.args and isinstance(fault.args[0], bytes) else str(fault)
    return f"{type(fault).__name__}: {words}"[:250]
