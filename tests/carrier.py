"""A public post on the loopback, a real HTTP server: well-behaved until a test tells it otherwise."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from motcua.domain.post.signatures import signed

HANGS, CUTS = -1, 0  # it does not answer while anybody waits; it breaks the line after it has taken the order


class Simulator:
    """What it was asked, which orders it has, and how it misbehaves: its next answers in turn, then it behaves."""

    secret = "bí mật chung"

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.orders: dict[str, str] = {}  # the key of an order and its number
        self.cancelled: list[str] = []
        self.badly_signed = 0
        self.answers: list[int | tuple[int, dict[str, Any]]] = []
        self.events: list[dict[str, Any]] = []
        self.settlements: list[dict[str, Any]] = []
        self.same_number = ""  # given to everybody
        self.slow, self.url = threading.Event(), ""
        self._lock = threading.Lock()

    def answer(self, what: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """What it does, and what it says of it."""
        with self._lock:
            self.asked.append((what, body))
            told = self.answers.pop(0) if self.answers else None
            if isinstance(told, tuple):
                return told
            if told is not None and told >= 400:
                return told, {"reason": "bảo trì hệ thống"}
            return (told if told is not None else 200), getattr(self, f"_{what}")(body)

    def _orders(self, body: dict[str, Any]) -> dict[str, Any]:
        number = self.same_number or f"EQ{1000 + len(self.orders)}VN"
        return {"number": self.orders.setdefault(body["id"], number)}

    def _cancellations(self, body: dict[str, Any]) -> dict[str, Any]:
        self.cancelled.append(body["id"])
        return {}

    def _status(self, body: dict[str, Any]) -> dict[str, Any]:
        return {"events": self.events}

    def _settlements(self, body: dict[str, Any]) -> dict[str, Any]:
        return {"settlements": self.settlements}


@contextmanager
def simulator() -> Iterator[Simulator]:
    """One on a port of its own, in a thread."""
    one = Simulator()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"]))
            right = signed(one.secret, self.headers["X-Moment"], text)
            if self.headers["X-Signature"] != right:
                one.badly_signed += 1
            status, said = one.answer(self.path.rpartition("/")[2], json.loads(text))
            if status == CUTS:
                self.close_connection = True
                return
            if status == HANGS:
                one.slow.wait(5)
                return
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    one.url = f"http://127.0.0.1:{server.server_port}/post"
    try:
        yield one
    finally:
        one.slow.set()
        server.shutdown()
        thread.join()
        server.server_close()
