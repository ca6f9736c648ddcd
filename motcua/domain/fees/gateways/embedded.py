"""The gateway of pilots and of practice: a page of our own on which no money moves and everything else does."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from ..models import GatewayRefund, OnlinePayment
from .answers import Begun, Day, Outcome, Told, Word

CODE = "trial"
PAGE, BACK = "/thanh-toan/thu/{}/", "ve"


class Embedded:
    """Nobody is asked: who pays says on its page whether it went well."""

    code = CODE
    name = "Cổng thanh toán thử"

    def begin(self, one: OnlinePayment, bill: Mapping[str, Any], back: str, at: datetime) -> Begun:
        """Its page is ours."""
        return Begun(f"{PAGE.format(one.reference)}?{urlencode({BACK: urlsplit(back).path})}")

    def ask(self, one: OnlinePayment, at: datetime) -> Word | None:
        """It has told all it knows."""
        return None

    def refund(self, refund: GatewayRefund, at: datetime) -> Told:
        """No money moved, so none has to move back."""
        return Told(Outcome.DONE)

    def day(self, day: date, at: datetime) -> Day | None:
        """It hands nothing on."""
        return None


def said(one: OnlinePayment, *, paid: bool, at: datetime) -> Word:
    """What its page says for who pressed the button: once per payment, however often it is pressed."""
    words = "" if paid else "Người trả tiền đã bỏ qua"
    return Word(one.reference, f"THU-{one.reference}", paid, one.amount, at, said=words, payer=one.charge.payer)
