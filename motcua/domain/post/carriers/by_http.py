"""A carrier that is asked over HTTP, in the format of docs/how-to/connect-a-carrier.md.

Each post has an interface of its own; what is spoken here is the smallest common part, for whoever builds the bridge.
The carrier must know a key it has seen and answer the same number.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from django.conf import settings

from motcua.domain.messages.channels import http
from motcua.domain.messages.channels.answers import answer as tidied
from motcua.domain.messages.terms import Outcome as MessageOutcome

from ..homes import PROVINCES
from ..models import Consignment
from ..signatures import signed
from . import reading
from .answers import Answer, Outcome, SettledReport, Word

T = TypeVar("T")
TAKEN_BEFORE = 409
_OURS = (401, 403, 404, 405)  # our settings are wrong, not the order
_LATER = (408, 425, 429)


class ByHttp:
    """The post, or a bridge to it."""

    code = "http"
    name = "Bưu chính công ích"
    is_at_hand = False

    def order(self, one: Consignment, at: datetime) -> Answer:
        """Ask; the answer carries the tracking number."""
        return self._told("orders", _order(one), at)

    def cancel(self, one: Consignment, at: datetime) -> Answer:
        """Take it back."""
        return self._told("cancellations", {"id": str(one.key), "number": one.number}, at)

    def ask(self, rows: Sequence[Consignment], at: datetime) -> list[Word]:
        """What happened, of all that are asked for; nothing when nobody answers readably."""
        return self._read("status", {"numbers": [one.number for one in rows]}, at, reading.words)

    def settlements(self, day: date, at: datetime) -> list[SettledReport]:
        """What was handed on that day."""
        return self._read("settlements", {"day": day.isoformat()}, at, reading.reports)

    def _told(self, what: str, body: Mapping[str, Any], at: datetime) -> Answer:
        try:
            reply = _post(what, body, at)
            number = reading.text(reply.data, "number", 40)
            why = reading.text(reply.data, "reason", 200)
        except (http.NotReached, http.NoAnswer, reading.NotReadable) as fault:
            return Answer(Outcome.FAILED, _said(fault))
        return Answer(_outcome(reply.status), _said(f"Bưu chính trả lời {reply.status} {why}"), number)

    def _read(
        self, what: str, body: Mapping[str, Any], at: datetime, read: Callable[[Mapping[str, Any]], list[T]]
    ) -> list[T]:
        try:
            reply = _post(what, body, at)
            return read(reply.data) if 200 <= reply.status < 300 else []
        except (http.NotReached, http.NoAnswer, reading.NotReadable):
            return []


def _order(one: Consignment) -> dict[str, Any]:
    return {
        "id": str(one.key),
        "direction": one.direction,
        "reference": one.about_code,
        "contents": one.what,
        "grams": one.grams,
        "collect": one.to_collect,
        "home": {
            "name": one.name, "phone": one.phone, "line": one.line, "commune": one.commune,
            "province": {"code": one.province, "name": PROVINCES[one.province]},
        },
        "office": {"code": one.one_stop.code, "name": one.one_stop.name},
    }  # fmt: skip


def _post(what: str, body: Mapping[str, Any], at: datetime) -> http.Reply:
    moment = str(int(at.timestamp()))
    headers = {"X-Moment": moment, "X-Signature": signed(settings.POST_SECRET, moment, json.dumps(body).encode())}
    return http.post(f"{settings.POST_URL.rstrip('/')}/{what}", body, headers, seconds=settings.POST_SECONDS)


def _outcome(status: int) -> Outcome:
    if 200 <= status < 300 or status == TAKEN_BEFORE:
        return Outcome.DONE
    if 400 <= status < 500 and status not in (*_OURS, *_LATER):
        return Outcome.REFUSED
    return Outcome.FAILED


def _said(words: object) -> str:
    """Their words fit to be kept: short, one line, without telephone numbers."""
    return tidied(MessageOutcome.FAILED, words).said
