"""The letter with which the body that handles a dossier asks another one: about what, until when."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "consultation", "5.1.đ-1")


@dataclass(frozen=True)
class Consultation:
    """Văn bản xin ý kiến (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 5 điểm a): the question and its date."""

    letterhead: Letterhead
    to: str
    party: Party
    procedure: str
    asked_by: str  # the body that handles the dossier
    question: str
    due_at: datetime
    signer: Signer
    enclosed: tuple[str, ...] = ()
    contact: str = ""
    contact_phone: str = ""
