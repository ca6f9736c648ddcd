"""SMS through an HTTP gateway under the office's brand name.

Providers in Vietnam each have an interface of their own; what is spoken here is the smallest common part, and the
how-to says it in ten lines, for whoever puts the bridge to theirs. The gateway must know a key it has seen.
"""

from django.conf import settings

from ..manners import ANSWER_SECONDS
from ..terms import Outcome
from . import http
from .answers import Answer, Outgoing, answer

TAKEN_BEFORE = 409
_OURS = (401, 403, 404, 405)  # our settings are wrong, not the number
_LATER = (408, 425, 429)


class BySms:
    """The gateway of the provider."""

    def missing(self, kind: str) -> str:
        """It needs an address; the brand name and the token are the provider's affair."""
        return "" if settings.SMS_URL else "SMS_URL"

    def send(self, message: Outgoing) -> Answer:
        """Ask the gateway to send; the same key twice is sent once there."""
        body = {"id": str(message.key), "to": message.address, "text": message.text.body, "sender": settings.SMS_SENDER}
        headers = {"Authorization": f"Bearer {settings.SMS_TOKEN}"} if settings.SMS_TOKEN else {}
        try:
            reply = http.post(settings.SMS_URL, body, headers, seconds=ANSWER_SECONDS)
        except http.NotReached as fault:
            return answer(Outcome.FAILED, fault)
        except http.NoAnswer as fault:
            return answer(Outcome.UNKNOWN, fault)
        said = f"Cổng tin nhắn trả lời {reply.status} {reply.data.get('reason', '')}"
        return answer(_outcome(reply.status), said, reply.data.get("id", ""))


def _outcome(status: int) -> Outcome:
    if 200 <= status < 300 or status == TAKEN_BEFORE:
        return Outcome.SENT
    if 400 <= status < 500 and status not in (*_OURS, *_LATER):
        return Outcome.REFUSED
    return Outcome.FAILED
