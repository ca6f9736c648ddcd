"""The slip with which a withdrawn dossier goes back: every paper that was handed in, against a signature."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.papers.forms.receipt.facts import Component
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "withdrawal_slip", "3.3-1", "4.1.e")


@dataclass(frozen=True)
class WithdrawalSlip:
    """Phiếu trả hồ sơ do rút."""

    letterhead: Letterhead
    party: Party
    procedure: str
    received_at: datetime
    asked_on: date
    withdrawn_at: datetime
    reason: str
    returned: tuple[Component, ...]
    signer: Signer
