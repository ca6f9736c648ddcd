"""Mẫu 03, the refusal: at the counter, or in writing after appraisal, always with the reason."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "refusal", "5.1.e-1")


@dataclass(frozen=True)
class Refusal:
    """Phiếu từ chối tiếp nhận giải quyết hồ sơ.

    With `received_at` it is the refusal after appraisal (NĐ 61/2018 Điều 19.8): the dossier goes
    back with it, and only the head of the body signs. Without, the dossier was never received.
    """

    letterhead: Letterhead
    party: Party
    request: str
    refused_by: str  # the unit or body that says no
    reasons: tuple[str, ...]
    signer: Signer
    received_at: datetime | None = None
