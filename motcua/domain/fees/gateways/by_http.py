"""A gateway that is asked over HTTP with the fields of the national payment platform (PayPlat).

The format is in docs/how-to/connect-a-payment-gateway.md. The gateway must know a reference, or the key of a refund,
that it has seen, and do nothing twice.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings

from motcua.domain.messages.channels import http
from motcua.domain.messages.channels.answers import answer as tidied
from motcua.domain.messages.terms import Outcome as MessageOutcome
from motcua.domain.vietnamese.dates import local

from ..models import GatewayRefund, OnlinePayment
from . import reading
from .answers import Begun, Day, Outcome, Told, Word
from .signing import is_right, sealed

DONE_BEFORE = 409
LONGEST = 8 * 1024 * 1024  # bytes of an answer: the file of a busy day
_OURS = (401, 403, 404, 405)  # our settings are wrong, not what was asked
_LATER = (408, 425, 429)


class ByHttp:
    """The platform, or a bridge to it. Its answers count only when it has signed them."""

    code = "http"
    name = "Cổng thanh toán trực tuyến"

    def begin(self, one: OnlinePayment, bill: Mapping[str, Any], back: str, at: datetime) -> Begun:
        """Ask for the page of this payment."""
        fields = {
            "MaThamChieu": one.reference, "SoTien": one.amount, "LoaiHinhThanhToan": "1", "MaKenhThanhToan": "WEB",
            "MaThietBi": "", "NgonNgu": "vi", "MaTienTe": "VND", "MaNganHang": "", "Ip": "",
            "ThongTinGiaoDich": one.charge.reference, "HanThanhToan": _written(one.expires_at), "UrlTraVe": back,
            "ThongTinBienLai": dict(bill),
        }  # fmt: skip
        try:
            reply = _post("KHOI_TAO", fields, at)
            address = reading.text(reply, "UrlThanhToan", 1000)
        except (http.NotReached, http.NoAnswer, reading.NotReadable) as fault:
            return Begun("", _said(fault))
        ours = address.startswith(("https://", "http://127.0.0.1:"))
        return Begun(address) if ours else Begun("", "cổng trả lời một địa chỉ không dùng được")

    def ask(self, one: OnlinePayment, at: datetime) -> Word | None:
        """What became of it."""
        try:
            word = reading.word(_post("TRUY_VAN", {"MaThamChieu": one.reference}, at))
        except (http.NotReached, http.NoAnswer, reading.NotReadable):
            return None
        return word if word is not None and word.reference == one.reference else None

    def refund(self, refund: GatewayRefund, at: datetime) -> Told:
        """Have money given back."""
        fields = {"MaHoanTra": str(refund.key), "MaGiaoDich": refund.transaction, "SoTien": refund.amount}
        try:
            status, _ = _asked("HOAN_TRA", fields, at)
        except (http.NotReached, http.NoAnswer, reading.NotReadable) as fault:
            return Told(Outcome.FAILED, _said(fault))
        return Told(_outcome(status), f"Cổng thanh toán trả lời {status}")

    def day(self, day: date, at: datetime) -> Day | None:
        """The file of a day."""
        try:
            found = reading.day(_post("DOI_SOAT", {"Ngay": day.isoformat()}, at))
        except (http.NotReached, http.NoAnswer, reading.NotReadable):
            return None
        return found if found.day == day else None


def _post(kind: str, fields: Mapping[str, Any], at: datetime) -> Mapping[str, Any]:
    status, data = _asked(kind, fields, at)
    if not 200 <= status < 300:
        raise http.NoAnswer(f"cổng thanh toán trả lời {status}")
    return data


def _asked(kind: str, fields: Mapping[str, Any], at: datetime) -> tuple[int, Mapping[str, Any]]:
    """Ask, signed; a good answer that is not signed is none."""
    asked = {
        "LoaiBanTin": kind, "PhienBan": "1.0", "MaDoiTac": settings.GATEWAY_PARTNER, "ThoiGianGD": _written(at),
        **fields,
    }  # fmt: skip
    body = sealed(asked, settings.GATEWAY_SECRET)
    reply = http.post(settings.GATEWAY_URL, body, {}, seconds=settings.GATEWAY_SECONDS, most=LONGEST)
    if 200 <= reply.status < 300 and not is_right(reply.data, settings.GATEWAY_SECRET):
        raise reading.NotReadable("cổng thanh toán trả lời không có mã xác thực đúng")
    return reply.status, reply.data


def _written(at: datetime) -> str:
    return local(at).strftime(reading.WRITTEN)


def _outcome(status: int) -> Outcome:
    if 200 <= status < 300 or status == DONE_BEFORE:
        return Outcome.DONE
    if 400 <= status < 500 and status not in (*_OURS, *_LATER):
        return Outcome.REFUSED
    return Outcome.FAILED


def _said(words: object) -> str:
    """Their words fit to be kept: short, one line, without telephone numbers."""
    return tidied(MessageOutcome.FAILED, words).said
