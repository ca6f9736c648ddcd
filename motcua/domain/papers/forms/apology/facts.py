"""Mẫu 04, the apology: a dossier will be late, why, and the one new date."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "apology", "5.1.e-3")


@dataclass(frozen=True)
class Apology:
    """Phiếu xin lỗi và hẹn lại ngày trả kết quả; since 2025 also the request for more time."""

    letterhead: Letterhead
    party: Party
    late_body: str  # the body that is late and apologises
    procedure: str
    received_at: datetime
    due_at: datetime
    reason: str
    new_due_at: datetime
    signer: Signer
