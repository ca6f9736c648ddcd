"""The notice of a financial obligation: what has to be paid, by which notice, and that the clock stands until then."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "payment_notice", "4.5.a", "5.1.đ-1")


@dataclass(frozen=True)
class PaymentNotice:
    """Thông báo nghĩa vụ tài chính. Without an amount it is what the tax office says."""

    letterhead: Letterhead
    party: Party
    handled_by: str
    procedure: str
    received_at: datetime
    notice_number: str
    notice_on: date
    ground: str  # why the time until payment does not count
    stopped_at: datetime
    proof_to: str  # where the receipt is handed in
    signer: Signer
    amount: int | None = None
    contact_phone: str = ""
