"""A real mail server on the loopback: letters come in by SMTP, lie in a folder on the disk, and are read by IMAP."""

import asyncio
import mailbox
import smtplib
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.maildir import MaildirBackend
from pymap.imap import IMAPServer
from pysasl.hashing import BuiltinHash

from motcua.domain.feedback.models import Feedback
from motcua.domain.journal.system import System
from motcua.domain.mailbox import intake
from motcua.domain.mailbox.intake import Fetched
from motcua.domain.mailbox.models import Letter, Mailbox
from tests.moments import moment

USER, PASSWORD = "phananh@quangninh.example", "mật khẩu thử".encode().hex()
OURS = "Một Cửa <motcua@quangninh.example>"
AN = "An <an@example.com>"
MONDAY = moment("2024-05-27 09:00")


class Server:
    """What the mail server of a province does, in small: it takes letters and gives them out again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.smtp_port, self.imap_port = folder, 0, 0
        (folder / "pymap-etc-passwd").write_text(f"{USER}:x:::::\n".replace(":::::", "::::box:"))
        (folder / "pymap-etc-shadow").write_text(f"{USER}:{BuiltinHash(rounds=1).hash(PASSWORD)}:::::::\n")
        self.inbox = mailbox.Maildir(folder / "box")

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.lies(envelope.content)
        return "250 OK"

    def lies(self, letter: bytes) -> None:
        """Put a letter into the mailbox as it is."""
        self.inbox.add(letter)

    def write(self, letter: EmailMessage) -> None:
        """Send a letter as somebody's program does."""
        with smtplib.SMTP("127.0.0.1", self.smtp_port) as line:
            line.send_message(letter)

    def lying(self, folder: str = "") -> dict[str, str]:
        """What lies in a folder: the subjects, with the flags."""
        there = mailbox.Maildir(self.folder / "box" / folder if folder else self.folder / "box", create=False)
        return {_subject(each): each.get_flags() for each in there}

    def one(self, words: str) -> EmailMessage:
        """The letter in the mailbox whose subject has these words."""
        (found,) = [each for each in self.inbox if words in _subject(each)]
        return message_from_bytes(found.as_bytes(), policy=policy.default)


def _subject(letter: Message) -> str:
    return str(make_header(decode_header(letter["subject"])))


class _OnAnyPort(Controller):
    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(folder: Path, settings: Any) -> Iterator[Server]:
    """Both servers, each in a thread of its own, and our settings pointing to them."""
    server = Server(folder)
    smtp = _OnAnyPort(server, hostname="127.0.0.1", port=0)
    smtp.start()
    server.smtp_port = smtp.port
    try:
        with _imap(folder) as server.imap_port:
            _settings(settings, server)
            yield server
    finally:
        smtp.stop()


def _settings(settings: Any, server: Server) -> None:
    kept = server.folder / "password"
    kept.write_text(f"{PASSWORD}\n")
    settings.MAILBOX_HOST, settings.MAILBOX_PORT, settings.MAILBOX_TLS = "127.0.0.1", server.imap_port, "none"
    settings.MAILBOX_USER, settings.MAILBOX_PASSWORD_FILE = USER, str(kept)
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_FROM = "127.0.0.1", server.smtp_port, OURS


@contextmanager
def _imap(folder: Path) -> Iterator[int]:
    loop, ready, port = asyncio.new_event_loop(), threading.Event(), []
    stop = asyncio.Event()

    async def serve() -> None:
        args = Namespace(
            backend="maildir", base_dir=str(folder), concurrency=None, layout="++", colon=None, host=["127.0.0.1"],
            port="0", cert=None, key=None, tls=False, proxy_protocol=None, debug=False, inherited_sockets=None,
            skip_services=[], passlib_cfg=None,
        )  # fmt: skip
        backend, config = await MaildirBackend.init(args)
        config.apply_context()
        answers = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(backend.login, config))
        async with await asyncio.start_server(answers, "127.0.0.1", 0) as listening:
            port.append(listening.sockets[0].getsockname()[1])
            ready.set()
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait(10)
    try:
        yield port[0]
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def a_letter(**other: Any) -> EmailMessage:
    """An writes, unless it is said otherwise; other headers by their names, `_` for a hyphen."""
    text = other.pop("text", "Tôi phải đi lại ba lần.")
    letter = EmailMessage()
    given = {"Message-ID": "<1@example.com>", "From": AN, "To": USER, "Subject": "Không được hướng dẫn rõ"}
    for name, value in {**given, **{name.replace("_", "-"): value for name, value in other.items()}}.items():
        del letter[name]
        if value:
            letter[name] = value
    letter.set_content(text)
    return letter


def a_box() -> Mailbox:
    return Mailbox.objects.get_or_create(name="phananh")[0]


def taken(letter: EmailMessage | bytes, *, uid: int = 1, at: Any = MONDAY, size: int = 0) -> Letter:
    """A letter that was fetched and taken in."""
    raw = letter if isinstance(letter, bytes) else letter.as_bytes()
    fetched = Fetched(1, uid, size or len(raw), raw)
    return intake.take_letter(a_box(), fetched=fetched, by=System(), at=at)


def only() -> Feedback:
    """The one piece of feedback there is."""
    return Feedback.objects.get()
