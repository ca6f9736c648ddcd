"""The ways out: one interface, a module for each way, told apart by what the environment has set.

A practice copy has none: nobody outside may be written to from there.
"""

from typing import Protocol

from ..terms import Way
from .answers import Answer as Answer
from .answers import Outgoing as Outgoing
from .by_email import ByEmail
from .by_sms import BySms
from .by_zns import ByZns


class Channel(Protocol):
    """A way out of the house."""

    def missing(self, kind: str) -> str:
        """What has to be set before this kind can be sent; nothing when all is there."""

    def send(self, message: Outgoing) -> Answer:
        """Try once. Never raises for what the other side does."""


CHANNELS: dict[Way, Channel] = {Way.ZNS: ByZns(), Way.SMS: BySms(), Way.EMAIL: ByEmail()}


def missing(way: Way, kind: str = "") -> str:
    """What has to be set before a kind, or anything at all, can go by this way."""
    return CHANNELS[way].missing(kind) if way in CHANNELS else ""


def is_ready(way: Way, kind: str = "") -> bool:
    """Whether a kind can go by this way now; the page of the person always can."""
    return not missing(way, kind)
