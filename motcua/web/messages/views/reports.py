"""Where providers report what was delivered: with a secret, as often and in whatever order they like.

Nobody signs in here. Who does not know the secret learns nothing, not even that there is such a page; where no secret
is set there is none.
"""

import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.domain.messages import reports
from motcua.domain.messages.reports import Word
from motcua.domain.messages.terms import Said, Way
from motcua.web.components.entrance import everybody

MOST = 64 * 1024
_SMS_SAYS = {"delivered": Said.DELIVERED, "failed": Said.FAILED}
_ZNS_SAYS = {"user_received_message": Said.DELIVERED}


class NotReadable(ValueError):
    """It is not what the provider agreed to send."""


@csrf_exempt
@require_POST
@everybody
def sms(request: HttpRequest) -> JsonResponse:
    """{"id": our key, "status": "delivered" | "failed", "at": a moment with its zone, "reason": …}."""
    given = request.headers.get("Authorization", "")
    if not _same(given, f"Bearer {settings.SMS_REPORT_SECRET}", settings.SMS_REPORT_SECRET):
        raise Http404
    return _take_in(request, _sms_word, Way.SMS)


@csrf_exempt
@require_POST
@everybody
def zns(request: HttpRequest) -> JsonResponse:
    """An event of Zalo, signed over its own text; other events than those of messages are let pass."""
    data = _body(request)
    made = "".join((settings.ZNS_APP_ID, data.decode(errors="replace"), _stamp(data), settings.ZNS_REPORT_SECRET))
    expected = hashlib.sha256(made.encode()).hexdigest()
    given = request.headers.get("X-ZEvent-Signature", "").removeprefix("mac=").strip()
    if not _same(given, expected, settings.ZNS_REPORT_SECRET):
        raise Http404
    return _take_in(request, _zns_word, Way.ZNS)


def _take_in(request: HttpRequest, read: Any, way: Way) -> JsonResponse:
    """Keep it; an answer of 200 also for what we do not know, or the provider would send it for ever."""
    try:
        word = read(json.loads(_body(request)))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, OSError, RecursionError):
        return JsonResponse({"error": "not readable"}, status=400)
    known = word is not None and reports.take_in(word, way=way, at=request.at)  # type: ignore[attr-defined]
    return JsonResponse({"known": known})


def _sms_word(data: dict[str, Any]) -> Word:
    at = datetime.fromisoformat(data["at"])
    if at.tzinfo is None:
        raise NotReadable("a moment without a zone")
    return Word(UUID(data["id"]), _SMS_SAYS[data["status"]], at, str(data.get("reason", "")))


def _zns_word(data: dict[str, Any]) -> Word | None:
    said = _ZNS_SAYS.get(data["event_name"])
    if said is None or "tracking_id" not in data.get("message", {}):
        return None
    message = data["message"]
    at = datetime.fromtimestamp(int(message.get("delivery_time") or data["timestamp"]) / 1000, UTC)
    return Word(UUID(message["tracking_id"]), said, at)


def _body(request: HttpRequest) -> bytes:
    """What was sent, if it is not longer than any report is."""
    if int(request.headers.get("Content-Length") or 0) > MOST:
        raise Http404
    return request.body


def _stamp(data: bytes) -> str:
    try:
        return str(json.loads(data)["timestamp"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def _same(given: str, expected: str, secret: str) -> bool:
    return bool(secret) and hmac.compare_digest(given.encode(), expected.encode())
