"""What providers report about delivery: several times, out of order, before we have written down that it was sent."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from . import fallback
from .channels.answers import answer
from .models import Message, Report
from .terms import Outcome, Said, State, Way

# That it arrived is the last word, whatever else is reported; that it did not is believed of what had been tried.
_OVERTAKEN = (State.WAITING, State.SENDING, State.SENT)


@dataclass(frozen=True)
class Word:
    """One report as it came in: of which message, what happened, when, and why."""

    key: UUID
    said: Said
    at: datetime
    reason: str = ""


def take_in(word: Word, *, way: Way, at: datetime) -> bool:
    """Keep a report and what follows from it; says whether there is such a message. The same one again changes nothing.

    No act: a machine says how far something came that an act had begun.
    """
    with transaction.atomic():
        message = Message.objects.select_for_update().filter(key=word.key, way=way, tries__gt=0).first()
        if message is None:
            return False
        reason = answer(Outcome.REFUSED, word.reason).said
        known = {"message": message, "said": word.said, "at": word.at}
        _, fresh = Report.objects.get_or_create(**known, defaults={"reason": reason, "came_at": at})
        if fresh and word.said == Said.DELIVERED:
            _arrived(message, word.at)
        elif fresh and message.state in _OVERTAKEN:
            _failed(message, reason or Said.FAILED.label, at)
    return True


def _arrived(message: Message, when: datetime) -> None:
    if message.state == State.DELIVERED:
        return
    message.state, message.ended_at, message.sent_at = State.DELIVERED, when, message.sent_at or when
    message.save(update_fields=["state", "ended_at", "sent_at"])


def _failed(message: Message, why: str, at: datetime) -> None:
    message.state, message.why = State.NOT_DELIVERED, why
    message.save(update_fields=["state", "why"])
    fallback.tell_otherwise(message, at)
