"""Addresses are blotted out of old messages: that somebody was told stays, where they live in the net does not."""

from datetime import datetime

from .manners import ADDRESS_KEPT
from .models import Message
from .terms import UNDER_WAY, Way


def forget_addresses(at: datetime) -> int:
    """Blot out the addresses of what was told long ago and is under way no more; gives how many there were."""
    old = Message.objects.filter(told_at__lt=at - ADDRESS_KEPT).exclude(address="").exclude(way=Way.APP)
    return old.exclude(state__in=UNDER_WAY).update(address="")
