"""The notice that a body will be late with its part of an interlinked dossier, to who received it and to the Centre."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "late_notice", "7.8")


@dataclass(frozen=True)
class LateNotice:
    """Thông báo chậm: why, and until when the part will be done."""

    letterhead: Letterhead
    to: tuple[str, ...]
    procedure: str
    owner: Party
    work: str
    due_at: datetime
    promised_at: datetime
    reason: str
    expected_on: date
    signer: Signer
