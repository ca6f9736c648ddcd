"""The paper with which the Centre asks a department how far its dossiers are."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "progress_request", "4.1.d-2")


@dataclass(frozen=True)
class Line:
    """One dossier that is asked about; without a due date while it waits for its applicant."""

    dossier_code: str
    procedure: str
    applicant: str
    received_at: datetime
    due_at: datetime | None = None


@dataclass(frozen=True)
class ProgressRequestFacts:
    """Phiếu đề nghị báo cáo tiến độ: to whom, about what, which dossiers, until when."""

    letterhead: Letterhead
    to: str
    subject: str
    question: str
    answer_by: datetime
    lines: tuple[Line, ...]
    signer: Signer
