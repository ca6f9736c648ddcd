"""Gateways for paying online: none, one of our own for practice, or one over HTTP in the manner of PayPlat."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

from django.conf import settings

from ..models import GatewayRefund, OnlinePayment
from .answers import Begun as Begun
from .answers import Day as Day
from .answers import Outcome as Outcome
from .answers import Told as Told
from .answers import Word as Word
from .by_http import ByHttp
from .embedded import Embedded


class Gateway(Protocol):
    """A gateway. None of its calls raises for what the other side does."""

    code: str
    name: str

    def begin(self, one: OnlinePayment, bill: Mapping[str, Any], back: str, at: datetime) -> Begun:
        """Ask for a page on which this sum is paid; the same reference again is the same payment."""

    def ask(self, one: OnlinePayment, at: datetime) -> Word | None:
        """What became of a payment; nothing while it does not know, or nobody answers readably."""

    def refund(self, refund: GatewayRefund, at: datetime) -> Told:
        """Give back; the same key again is one refund."""

    def day(self, day: date, at: datetime) -> Day | None:
        """What it hands on of one day; nothing while the file is not there."""


GATEWAYS: dict[str, Gateway] = {each.code: each for each in (Embedded(), ByHttp())}


def chosen() -> Gateway | None:
    """The gateway of what is begun now; none where paying online is not offered."""
    if settings.GATEWAY_URL:
        return GATEWAYS["http"]
    return GATEWAYS["trial"] if settings.DEMO or settings.TRAINING or settings.GATEWAY_TRIAL else None
