"""A provider that is asked over HTTP, in the format of docs/how-to/connect-a-receipt-provider.md.

It must know a key it has seen and answer the same number and code. Its answers count only when it has signed them.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings

from motcua.domain.messages.channels import http
from motcua.domain.messages.channels.answers import answer as tidied
from motcua.domain.messages.terms import Outcome as MessageOutcome

from ..gateways import reading
from ..gateways.answers import Outcome
from ..gateways.signing import is_right, sealed
from ..models import ElectronicReceipt
from .answers import Given

DONE_BEFORE = 409
_OURS = (401, 403, 404, 405)  # our settings are wrong, not what was asked
_LATER = (408, 425, 429)


class ByHttp:
    """A provider, or a bridge to it."""

    code = "http"

    def number(self, one: ElectronicReceipt, at: datetime) -> Given:
        """Ask for the number."""
        return _asked("numbers", one, at, "number", 40)

    def issue(self, one: ElectronicReceipt, at: datetime) -> Given:
        """Have it issued."""
        return _asked("receipts", one, at, "lookup", 80)

    def cancel(self, one: ElectronicReceipt, at: datetime) -> Given:
        """Have it cancelled."""
        return _asked("cancellations", one, at, "", 0)


def _asked(what: str, one: ElectronicReceipt, at: datetime, wanted: str, longest: int) -> Given:
    body = sealed({**_receipt(one), "sent_at": at.isoformat()}, settings.RECEIPTS_SECRET)
    try:
        reply = http.post(f"{settings.RECEIPTS_URL.rstrip('/')}/{what}", body, {}, seconds=settings.RECEIPTS_SECONDS)
        if 200 <= reply.status < 300 or reply.status == DONE_BEFORE:
            return Given(Outcome.DONE, _value(reply.data, wanted, longest))
    except (http.NotReached, http.NoAnswer, reading.NotReadable) as fault:
        return Given(Outcome.FAILED, said=_said(fault))
    refused = 400 <= reply.status < 500 and reply.status not in (*_OURS, *_LATER)
    said = _said(f"nhà cung cấp trả lời {reply.status}")
    return Given(Outcome.REFUSED if refused else Outcome.FAILED, said=said)


def _value(data: Mapping[str, Any], wanted: str, longest: int) -> str:
    if not is_right(data, settings.RECEIPTS_SECRET):
        raise reading.NotReadable("nhà cung cấp trả lời không có mã xác thực đúng")
    return reading.text(data, wanted, longest) if wanted else ""


def _receipt(one: ElectronicReceipt) -> dict[str, Any]:
    """What stands on the receipt, as it was given out; the payer by name and address alone."""
    receipt = one.receipt
    facts = receipt.paper.facts if receipt.paper else {}
    taken = ("collector", "tax_code", "payer", "address", "lines", "total", "in_words", "method", "paid_at", "replaces")
    return {
        "id": str(one.key), "form": receipt.book.form, "symbol": receipt.book.symbol, "own_number": receipt.number,
        "number": one.number, **{name: facts.get(name, "") for name in taken},
    }  # fmt: skip


def _said(words: object) -> str:
    """Their words fit to be kept: short, one line, without telephone numbers."""
    return tidied(MessageOutcome.FAILED, words).said
