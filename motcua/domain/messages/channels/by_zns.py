"""Zalo (ZNS): a registered template and its parameters, to a telephone number whose owner has agreed.

After zalo.cloud/zns/guidelines: `error` is 0 when the message was taken. `tracking_id` is our key, which comes back
in the report of delivery; that Zalo would not send the same one twice is said nowhere (docs/decisions/0017).
"""

from pathlib import Path

from django.conf import settings

from ..manners import ANSWER_SECONDS
from ..terms import Outcome
from . import http
from .answers import Answer, Outgoing, answer

# What lies with the person or the number, so that trying again is no use: the number is not one, Zalo too old, not
# reachable, no account, does not wish it. Any other error is tried again: quota, token, template, the night.
_THEIRS = {-108, -110, -114, -118, -119, -139, -140, -141}


class ByZns:
    """Zalo, or a partner that speaks the same."""

    def missing(self, kind: str) -> str:
        """It needs a token, and a template that was registered for the kind."""
        if not _token():
            return "ZNS_TOKEN hoặc ZNS_TOKEN_FILE"
        return "" if not kind or kind in settings.ZNS_TEMPLATES else f"mẫu {kind} trong ZNS_TEMPLATES"

    def send(self, message: Outgoing) -> Answer:
        """Ask Zalo to fill its template and send it."""
        body = {
            "phone": f"84{message.address.removeprefix('0')}",
            "template_id": settings.ZNS_TEMPLATES[message.text.kind],
            "template_data": dict(message.text.params or {}),
            "tracking_id": str(message.key),
        }
        try:
            reply = http.post(settings.ZNS_URL, body, {"access_token": _token()}, seconds=ANSWER_SECONDS)
        except http.NotReached as fault:
            return answer(Outcome.FAILED, fault)
        except http.NoAnswer as fault:
            return answer(Outcome.UNKNOWN, fault)
        error, data = reply.data.get("error"), reply.data.get("data")
        if error == 0:
            return answer(Outcome.SENT, "Zalo đã nhận", data.get("msg_id", "") if isinstance(data, dict) else "")
        outcome = Outcome.REFUSED if error in _THEIRS else Outcome.FAILED
        return answer(outcome, f"{error if error is not None else reply.status} {reply.data.get('message', '')}")


def _token() -> str:
    """The token: it changes about daily, so that whoever renews it may keep it in a file."""
    if settings.ZNS_TOKEN_FILE:
        kept = Path(settings.ZNS_TOKEN_FILE)
        return kept.read_text(encoding="utf-8").strip() if kept.exists() else ""
    return settings.ZNS_TOKEN
