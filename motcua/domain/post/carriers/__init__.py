"""The carriers: one interface, one for pilots that is the Centre's own counter, one that is asked over HTTP.

A practice copy has only the first: nobody outside is sent anywhere from there.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from django.conf import settings

from ..models import Consignment
from .answers import Answer as Answer
from .answers import Outcome as Outcome
from .answers import SettledReport as SettledReport
from .answers import Word as Word
from .by_counter import ByCounter
from .by_counter import own_number as own_number
from .by_http import ByHttp


class Carrier(Protocol):
    """A post. None of its calls raises for what the other side does."""

    code: str
    name: str
    is_at_hand: bool  # nothing is sent: the counter keys in what happens

    def order(self, one: Consignment, at: datetime) -> Answer:
        """Ask to fetch or to bring; the same key again is one order."""

    def cancel(self, one: Consignment, at: datetime) -> Answer:
        """Take the order back."""

    def ask(self, rows: Sequence[Consignment], at: datetime) -> list[Word]:
        """What happened to these, as far as the carrier says."""

    def settlements(self, day: date, at: datetime) -> list[SettledReport]:
        """What money it says it handed on that day."""


CARRIERS: dict[str, Carrier] = {each.code: each for each in (ByCounter(), ByHttp())}


def chosen() -> Carrier:
    """The carrier of what is ordered now."""
    return CARRIERS["http" if settings.POST_URL else "counter"]


def by_code(code: str) -> Carrier:
    """The carrier that has a consignment."""
    return CARRIERS[code]


def is_used(code: str) -> bool:
    """Whether this carrier can be asked: the one over HTTP once its address is set."""
    return code != "http" or bool(settings.POST_URL)
