"""Which of our letters somebody answers: the left half of a Message-ID of ours is the key of its message."""

from collections.abc import Iterable
from uuid import UUID

from .models import Message

MOST = 50


def about_of(keys: Iterable[UUID]) -> list[str]:
    """What the messages with these keys were about, in the order of the keys."""
    asked = list(keys)[:MOST]
    found = dict(Message.objects.filter(key__in=asked).values_list("key", "about")) if asked else {}
    return [found[key] for key in asked if key in found]
