"""What a payer may see of a bill that somebody who knows them has already found: sums, tries, receipts (4.5.a)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.models import Paper
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.vietqr import Account, NotPayable, payload

from .accounts import account_of
from .models import BankAccount, Charge, ChargeLine, OnlinePayment, Receipt
from .terms import OnlineState


@dataclass(frozen=True)
class Transfer:
    """Where to transfer to, and what the QR code for a bank's application says."""

    account: BankAccount
    code: str


@dataclass(frozen=True)
class Bill:
    """One bill as its payer sees it."""

    charge: Charge
    lines: list[ChargeLine]
    receipts: list[Receipt]
    online: OnlinePayment | None
    transfer: Transfer | None

    @property
    def is_waiting(self) -> bool:
        """Whether the gateway has still to say what became of a payment."""
        return self.online is not None and self.online.state == OnlineState.BEGUN

    @property
    def is_questioned(self) -> bool:
        """Whether money came that does not fit and somebody looks at it."""
        return self.online is not None and self.online.state == OnlineState.QUESTIONED


def bills(charges: Sequence[Charge], at: datetime) -> list[Bill]:
    """These bills, each with what was tried and given for it."""
    return [_bill(each, at) for each in charges]


def receipt_paper(charges: Sequence[Charge], pk: int) -> Paper:
    """The paper of a receipt of these bills that is not void; raises `Receipt.DoesNotExist`."""
    rows = Receipt.objects.filter(payment__charge__in=[each.pk for each in charges], voided_at=None)
    found = rows.select_related("paper").get(pk=pk, paper__isnull=False)
    assert found.paper is not None  # noqa: S101 - asked for so
    return found.paper


def online_payment(reference: str) -> OnlinePayment:
    """A try under its reference; raises `OnlinePayment.DoesNotExist`."""
    return OnlinePayment.objects.select_related("charge__department").get(reference=reference)


def transfer_for(charge: Charge, at: datetime) -> Transfer | None:
    """How an open bill is paid by transfer: to the account of its department, with its reference as the content."""
    account = account_of(charge.department_id, local_day(at)) if charge.open else None
    if account is None:
        return None
    try:
        to = Account(account.bank_bin, account.number)
        return Transfer(account, payload(to, dong=charge.open, note=charge.reference))
    except NotPayable:  # a number that no bank's application takes: it stands on the page without a code
        return Transfer(account, "")


def _bill(charge: Charge, at: datetime) -> Bill:
    receipts = Receipt.objects.filter(payment__charge=charge, voided_at=None).select_related("payment")
    return Bill(
        charge=charge,
        lines=list(charge.lines.order_by("id")),
        receipts=list(receipts.order_by("id")),
        online=OnlinePayment.objects.filter(charge=charge).order_by("-id").first(),
        transfer=transfer_for(charge, at),
    )
