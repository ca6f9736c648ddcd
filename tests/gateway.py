"""A payment gateway on the loopback, a real HTTP server: well-behaved until a test tells it otherwise."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from motcua.domain.fees.gateways import Word
from motcua.domain.fees.gateways.signing import is_right, sealed
from motcua.domain.fees.models import OnlinePayment
from motcua.domain.vietnamese.dates import local

HANGS, CUTS, UNSIGNED = -1, 0, -2
SECRET = "bí mật chung với cổng"


def fields(one: OnlinePayment, at: datetime, **wrong: Any) -> dict[str, Any]:
    """What the gateway tells of a payment that went well, signed last."""
    told = {
        "LoaiBanTin": "KET_QUA", "MaThamChieu": one.reference, "MaGiaoDich": f"GD-{one.reference}",
        "SoTien": one.amount, "MaTrangThai": "00", "ThoiGianGD": local(at).strftime("%Y%m%d%H%M%S"),
    }  # fmt: skip
    return sealed(told | wrong, SECRET)


def word(one: OnlinePayment, at: datetime, **other: Any) -> Word:
    """The same as it is read."""
    given = {"reference": one.reference, "transaction": f"GD-{one.reference}", "paid": True, "amount": one.amount}
    return Word(**{**given, "at": at, **other})


class Simulator:
    """What it was asked, and how it misbehaves: its next answers in turn, then it behaves."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answers: list[int | dict[str, Any]] = []
        self.payments: dict[str, dict[str, Any]] = {}  # what it says of a reference when it is asked
        self.days: dict[str, list[dict[str, Any]]] = {}
        self.refunded: dict[str, int] = {}
        self.badly_signed = 0
        self.slow, self.url = threading.Event(), ""
        self._lock = threading.Lock()

    def answer(self, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """What it does, and what it says of it."""
        with self._lock:
            self.asked.append(body)
            self.badly_signed += not is_right(body, SECRET)
            told = self.answers.pop(0) if self.answers else 200
            said = {"KHOI_TAO": self._begin, "TRUY_VAN": self._ask, "HOAN_TRA": self._refund, "DOI_SOAT": self._day}
            if isinstance(told, dict):
                return 200, sealed(told, SECRET)
            answer = said[body["LoaiBanTin"]](body) if told < 400 else {}
            return (200, answer) if told == UNSIGNED else (told, sealed(answer, SECRET))

    def _begin(self, body: dict[str, Any]) -> dict[str, Any]:
        return {"UrlThanhToan": f"{self.url}/tra/{body['MaThamChieu']}"}

    def _ask(self, body: dict[str, Any]) -> dict[str, Any]:
        return self.payments.get(body["MaThamChieu"], {"MaTrangThai": "02"})

    def _refund(self, body: dict[str, Any]) -> dict[str, Any]:
        self.refunded.setdefault(body["MaHoanTra"], body["SoTien"])
        return {}

    def _day(self, body: dict[str, Any]) -> dict[str, Any]:
        lines = self.days.get(body["Ngay"])
        if lines is None:
            return {}
        return {"Ngay": body["Ngay"], "TongSoTien": sum(each["SoTien"] for each in lines), "DanhSach": lines}


@contextmanager
def simulator() -> Iterator[Simulator]:
    """One on a port of its own, in a thread."""
    one = Simulator()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, said = one.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
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
    one.url = f"http://127.0.0.1:{server.server_port}/gateway"
    try:
        yield one
    finally:
        one.slow.set()
        server.shutdown()
        thread.join()
        server.server_close()
