"""Sending once more what the program gave up: somebody has looked at why, and put it right."""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import require

from . import policies
from .models import Message
from .terms import State, Way


@act("4.1.c")
def send_again(message: Message, *, by: Officer, at: datetime) -> Message:
    """Let a message go out again from its first try, under the same key; its earlier tries stay to be read."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    require(policies.may_send_again(by, message, at))
    message.state, message.next_at, message.tried_before = State.WAITING, at, message.tries
    message.save(update_fields=["state", "next_at", "tried_before"])
    facts = {"dossier": message.about, "way": Way(message.way).label, "tries": message.tries, "why": message.why}
    record(send_again, about=message, by=by, at=at, **facts)
    return message
