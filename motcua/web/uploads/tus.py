"""The tus protocol 1.0.0: how a browser sends a file in pieces and goes on where the line broke.

Core, creation, creation-with-upload, termination, expiration, checksum. A length that is told later and files made of
other files are not offered. No token against forgery is asked for: no other site can make a browser send these headers.
"""

import base64
import binascii
import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseBase, UnreadablePostError
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt

from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.uploads import allowance, arranging, arriving, queries
from motcua.web.components import tries
from motcua.web.components.entrance import everybody
from motcua.web.components.tries import Limit

from . import holders
from .show import PLACE

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration,checksum"
DIGESTS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5}
ALWAYS = {"Tus-Resumable": VERSION, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
PIECE = "application/offset+octet-stream"
PRECONDITION, CONFLICT, GONE, TOO_LARGE, UNSUPPORTED, UNPROCESSABLE = 412, 409, 410, 413, 415, 422
MISMATCH = 460  # of the protocol itself
STATUS: dict[type[Refused], int] = {allowance.TooLarge: TOO_LARGE, allowance.TooMuch: TOO_LARGE, allowance.NoRoom: 507}
LONGEST_METADATA = 4096
READ_AT_ONCE = 16 * 1024

cite(Kind.SCREEN, "uploads:tus", "5.1.d", "5.1.đ-2")


class Wrong(Exception):
    """A request that does not keep to the protocol."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


View = Callable[..., HttpResponse]


def spoken(view: View) -> Callable[..., HttpResponseBase]:
    """Answer as the protocol wants it: the version both ways, refusals as a status with a sentence, no cache."""

    @csrf_exempt
    @everybody
    @wraps(view)
    def heard(request: HttpRequest, **which: Any) -> HttpResponse:
        request.method = request.headers.get("X-HTTP-Method-Override", request.method or "").upper()
        try:
            if request.method != "OPTIONS" and request.headers.get("Tus-Resumable") != VERSION:
                raise Wrong(PRECONDITION, f"Chỉ nhận giao thức tus {VERSION}.")
            answer = view(request, **which)
        except Wrong as wrong:
            answer = _said(wrong.status, wrong.sentence)
        except ObjectDoesNotExist:
            answer = _said(404, "Không có tệp này, hoặc tệp gửi dở đã quá hạn: hãy gửi lại từ đầu.")
        except Refused as refused:
            answer = _said(_status_of(refused), refused.sentence)
        for name, value in ALWAYS.items():
            answer[name] = value
        if answer.status_code == PRECONDITION:
            answer["Tus-Version"] = VERSION
        return answer

    return heard


@spoken
def files(request: HttpRequest) -> HttpResponse:
    """OPTIONS: what is offered. POST: begin a file, with its first bytes or without."""
    if request.method == "OPTIONS":
        return HttpResponse(
            status=204,
            headers={
                "Tus-Version": VERSION,
                "Tus-Extension": EXTENSIONS,
                "Tus-Max-Size": str(settings.MAX_SCAN_BYTES),
                "Tus-Checksum-Algorithm": ",".join(DIGESTS),
            },
        )
    if request.method != "POST":
        return _not_so("OPTIONS, POST")
    if not tries.note(request, Limit.UPLOADING):
        return _stopped(request)
    announced, at = _announced(request), _moment(request)
    incoming = arriving.begin(announced, holder=holders.become_holder(request), at=at)
    if request.content_type == PIECE:
        incoming = _received(request, incoming.key, 0)
    elif _length(request):
        raise Wrong(UNSUPPORTED, f"Nội dung tệp phải là {PIECE}.")
    answer = _where(incoming, 201)
    answer["Location"] = reverse("uploads:tus_file", args=[incoming.key])
    return answer


@spoken
def file(request: HttpRequest, key: UUID) -> HttpResponse:
    """HEAD: how far it has come. PATCH: a piece. DELETE: remove it."""
    holder = holders.holder_of(request)
    if request.method == "PATCH":
        return _where(_received(request, key, _offset(request)), 204)
    if request.method == "DELETE":
        arranging.remove(key, holder=holder)
        return HttpResponse(status=204)
    if request.method != "HEAD":
        return _not_so("HEAD, PATCH, DELETE")
    incoming = arriving.under_way(queries.file_of(holder, key), _moment(request))
    if incoming.why:
        raise Wrong(GONE, incoming.why)
    answer = _where(incoming, 200)
    answer["Upload-Length"] = str(incoming.size)
    return answer


def _received(request: HttpRequest, key: UUID, offset: int) -> Any:
    """Write what comes, as it comes; examine the file when that was all of it."""
    if request.content_type != PIECE:
        raise Wrong(UNSUPPORTED, f"Nội dung tệp phải là {PIECE}.")
    holder, at = holders.holder_of(request), _moment(request)
    if offset + _length(request) > settings.MAX_SCAN_BYTES:
        raise Wrong(TOO_LARGE, "Phần gửi lên vượt quá dung lượng cho phép.")
    incoming = arriving.append(key, holder=holder, offset=offset, data=b"", at=at)  # whose it is, and from where on
    for data in _verified(request, _pieces(request)):
        incoming = arriving.append(key, holder=holder, offset=offset, data=data, at=at)
        offset += len(data)
    incoming = arriving.finish(incoming, at=at)
    if incoming.why:
        raise Wrong(UNPROCESSABLE, incoming.why)
    return incoming


def _pieces(request: HttpRequest) -> Iterator[bytes]:
    """The body, a megabyte at a time, read in small parts: what came before the line broke is not thrown away."""
    collected, most = b"", arriving.LARGEST_AT_ONCE
    while True:
        try:
            more = request.read(min(READ_AT_ONCE, most - len(collected)))
        except UnreadablePostError:
            more = b""
        collected += more
        if collected and (not more or len(collected) == most):
            yield collected
            collected = b""
        if not more:
            return


def _verified(request: HttpRequest, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces; with a checksum nothing is let through before all of it was compared."""
    given = request.headers.get("Upload-Checksum")
    if given is None:
        yield from pieces
        return
    algorithm, _, written = given.partition(" ")
    if algorithm not in DIGESTS:
        raise Wrong(400, f"Không biết cách tính {algorithm[:20]}.")
    whole = b"".join(pieces)
    if DIGESTS[algorithm](whole).digest() != _decoded(written):
        raise Wrong(MISMATCH, "Phần gửi lên không đúng với mã kiểm tra: hãy gửi lại phần này.")
    for start in range(0, len(whole), arriving.LARGEST_AT_ONCE):
        yield whole[start : start + arriving.LARGEST_AT_ONCE]


def _announced(request: HttpRequest) -> arriving.Announced:
    if "Upload-Defer-Length" in request.headers:
        raise Wrong(400, "Phải báo dung lượng tệp ngay từ đầu (Upload-Length).")
    told = _metadata(request.headers.get("Upload-Metadata", ""))
    place = told.get("place", "")
    if not PLACE.fullmatch(place):
        raise Wrong(400, "Không rõ tệp này thuộc giấy tờ nào.")
    return arriving.Announced(told.get("filename", ""), _number(request, "Upload-Length"), place)


def _metadata(header: str) -> dict[str, str]:
    if len(header) > LONGEST_METADATA:
        raise Wrong(400, "Thông tin kèm theo tệp quá dài.")
    pairs = (pair.strip().partition(" ") for pair in header.split(",") if pair.strip())
    return {name: _decoded(value).decode("utf-8", "replace") for name, _, value in pairs}


def _decoded(written: str) -> bytes:
    try:
        return base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError):
        raise Wrong(400, "Thông tin kèm theo tệp không đọc được.") from None


def _offset(request: HttpRequest) -> int:
    return _number(request, "Upload-Offset")


def _length(request: HttpRequest) -> int:
    """How long the body says it is; without that nobody knows when all of it is here."""
    said = request.META.get("CONTENT_LENGTH") or ""
    if not said and request.headers.get("Transfer-Encoding"):
        raise Wrong(411, "Phải báo độ dài của phần gửi lên (Content-Length).")
    return int(said) if said.isdecimal() else 0


def _number(request: HttpRequest, name: str) -> int:
    said = request.headers.get(name, "")
    if not (said.isascii() and said.isdecimal() and len(said) < 16):
        raise Wrong(400, f"Thiếu {name}, hoặc không phải là số.")
    return int(said)


def _where(incoming: Any, status: int) -> HttpResponse:
    until = http_date(arriving.expires_at(incoming).timestamp())
    return HttpResponse(status=status, headers={"Upload-Offset": str(incoming.arrived), "Upload-Expires": until})


def _status_of(refused: Refused) -> int:
    return STATUS.get(type(refused), CONFLICT if isinstance(refused, arriving.WrongOffset) else 400)


def _said(status: int, sentence: str) -> HttpResponse:
    return HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")


def _stopped(request: HttpRequest) -> HttpResponse:
    seconds = tries.wait(request, Limit.UPLOADING) or tries.RATES[Limit.UPLOADING].seconds
    answer = _said(429, f"Quá nhiều tệp trong ít phút. Hãy đợi {-(-seconds // 60)} phút rồi gửi tiếp.")
    answer["Retry-After"] = str(seconds)
    return answer


def _not_so(allowed: str) -> HttpResponse:
    return HttpResponse(status=405, headers={"Allow": allowed})


def _moment(request: HttpRequest) -> datetime:
    at: datetime = request.at  # type: ignore[attr-defined]
    return at
