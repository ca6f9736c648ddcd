"""Real servers on the loopback: mail that is taken, refused or cut off, and gateways that answer as they are told."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import transaction

from motcua.domain.messages import outbox
from motcua.domain.messages.models import Message
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.vietnamese.dates import LOCAL
from tests.people import CENTRE
from tests.world import World, moment

NOON = moment("2024-05-27 12:00")
AN = Recipient("applicant", phone="0912345678", email="an@example.vn", account="citizen/1")
RECEIVED = {"code": "000.00.00.H49-240527-0001", "due": datetime(2024, 5, 30, 16, 30, tzinfo=LOCAL)}


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def after(self, **time: float) -> "Clock":
        """Move it on."""
        self.at += timedelta(**time)
        return self


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def tells(world: World) -> Callable[..., int]:
    """Tells An of a dossier that was received, as an act would, in a transaction."""

    def tell(event: str = "dossier/1#1", to: Recipient = AN, at: datetime = NOON, kind: str = "received") -> int:
        facts = RECEIVED if kind == "received" else {"code": RECEIVED["code"]}
        about = About(event, RECEIVED["code"], world.offices[CENTRE].pk)
        with transaction.atomic():
            return outbox.tell(kind, about, to=to, facts=facts, at=at)

    return tell


def states() -> dict[str, str]:
    """How far the messages have come, by way."""
    return dict(Message.objects.order_by("id").values_list("way", "state"))


class MailServer:
    """A real SMTP server: what it was given, and what it answers at the end of the letter or to the address."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.to_address, self.to_letter = "250 OK", "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802
        if self.to_address.startswith("2"):
            envelope.rcpt_tos.append(address)
        return self.to_address

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.to_letter == "cut":  # it has the letter, and the line breaks before it says so
            server.transport.close()
        return self.to_letter if self.to_letter != "cut" else "250 OK"


class OnAnyPort(Controller):
    """A server on a port that is free: it is known once it listens."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def mail(settings: Any) -> Iterator[MailServer]:
    """The province's mail server."""
    server = MailServer()
    controller = OnAnyPort(server, hostname="127.0.0.1", port=0)
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.EMAIL_FROM = "Một Cửa <motcua@quangninh.example>"
    yield server
    controller.stop()


class Gateway:
    """An HTTP gateway: what it was asked, which keys it has sent, and its answers in turn, the last one for ever."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.headers: list[Any] = []
        self.sent: dict[str, dict[str, Any]] = {}
        self.answers: list[tuple[int, bytes]] = [(200, b'{"id": "p-1", "error": 0}')]
        self.meanwhile: Callable[[], None] = lambda: None
        self.slow = threading.Event()
        self.url = ""

    def answer(self, body: dict[str, Any]) -> tuple[int, bytes]:
        key = body.get("id") or body["tracking_id"]
        given = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if given[0] < 400:
            self.sent.setdefault(key, body)  # the same key twice is sent once
        return given


@contextmanager
def gateway() -> Iterator[Gateway]:
    """A gateway on a port of its own, in a thread."""
    one = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            one.asked.append(body)
            one.headers.append(self.headers)
            status, content = one.answer(body)
            one.meanwhile()
            if status == 0:  # it has sent, and falls before it answers
                self.close_connection = True
                return
            if status == 1:  # it has sent, and does not answer while anybody waits
                one.slow.wait(5)
                return
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    one.url = f"http://127.0.0.1:{server.server_port}/send"
    try:
        yield one
    finally:
        one.slow.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def sms(settings: Any) -> Iterator[Gateway]:
    """The gateway for SMS."""
    with gateway() as one:
        settings.SMS_URL, settings.SMS_TOKEN, settings.SMS_SENDER = one.url, "tok", "TTHCC QNinh"
        yield one


@pytest.fixture
def zns(settings: Any) -> Iterator[Gateway]:
    """Zalo."""
    with gateway() as one:
        settings.ZNS_URL, settings.ZNS_TOKEN, settings.ZNS_TEMPLATES = one.url, "zalo-token", {"received": "4711"}
        yield one
