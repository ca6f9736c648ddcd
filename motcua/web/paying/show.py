"""The page on which a payer sees what is owed and how it can be paid; the same for who signed in and who has the QR."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from markupsafe import Markup

from motcua.domain.fees import for_payers, gateways, online
from motcua.domain.fees.online import Payer
from motcua.domain.papers.codes import qr


@dataclass(frozen=True)
class Shown:
    """A bill with the picture of its code and the addresses of its receipts."""

    bill: Any
    qr: Markup
    receipts: list[tuple[Any, str]]


def shown(charges: Sequence[Any], at: datetime, receipt_at: Callable[[int], str]) -> list[Shown]:
    """Each bill as it stands; `receipt_at` gives the address of a receipt."""
    return [
        Shown(
            bill=each,
            qr=Markup(qr(each.transfer.code)) if each.transfer and each.transfer.code else Markup(""),  # noqa: S704
            receipts=[(receipt, receipt_at(receipt.pk)) for receipt in each.receipts],
        )
        for each in for_payers.bills(charges, at)
    ]


def is_offered() -> bool:
    """Whether a bill can be paid online."""
    return gateways.chosen() is not None


def begin(request: HttpRequest, charges: Sequence[Any], payer: Payer, back: str, at: datetime) -> None:
    """Begin to pay the bill that the form names, and ask the gateway for its page, outside the act."""
    asked = request.POST.get("bill", "")
    charge = next((each for each in charges if each.reference == asked), None)
    if charge is None:
        return
    one = online.begin_online_payment(charge, payer=payer, at=at)
    online.send_to_gateway(one, f"{settings.SITE_ADDRESS.rstrip('/')}{back}", at)
