"""When one way can not reach a person, the way that our manners name instead, once."""

from datetime import datetime

from .manners import MANNERS
from .models import Contact, Message
from .terms import State, Way


def tell_otherwise(message: Message, at: datetime) -> bool:
    """Tell the same to the same person by the other way, if there is one and they want it; says whether it was."""
    other = MANNERS[Way(message.way)].otherwise
    if not other or not message.address:
        return False
    contact = Contact.objects.filter(address=message.address).first()
    if contact is not None and not contact.wants(other):
        return False
    _, fresh = Message.objects.get_or_create(
        event=message.event,
        recipient=message.recipient,
        way=other,
        defaults={
            "kind": message.kind,
            "facts": message.facts,
            "address": message.address,
            "about": message.about,
            "sender_id": message.sender_id,
            "told_at": message.told_at,
            "next_at": at,
            "state": State.WAITING,
        },
    )
    return fresh
