"""Mẫu 02, the supplement request: everything that is missing, all at once, and why."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "supplement_request", "5.1.e-2")


@dataclass(frozen=True)
class Missing:
    """One published component and what has to be done about it."""

    name: str
    what: str


@dataclass(frozen=True)
class SupplementRequest:
    """Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.

    With `received_at` it is the return after appraisal: the dossier was already received, and
    its time starts again once it is complete. Without, it is given out at the counter.
    """

    letterhead: Letterhead
    party: Party
    request: str
    missing: tuple[Missing, ...]
    reason: str
    contact: str  # whom to ask: "bà Trần Thị Lan, Quầy 05"
    contact_phone: str
    signer: Signer
    received_at: datetime | None = None
    appraised_by: str = ""  # the body that found it incomplete
