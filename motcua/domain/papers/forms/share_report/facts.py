"""The report to the province of a share of a fee that a department and the Centre agreed to keep for the Centre."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "share_report", "4.5.c", "5.3.c")


@dataclass(frozen=True)
class ShareReport:
    """Báo cáo đề xuất tỷ lệ trích để lại: of which fee, how much, from when, why, agreed by whom."""

    letterhead: Letterhead
    department: str
    fee: str
    rate: str
    valid_from: date
    valid_to: date | None
    ground: str
    department_side: Signer
    leader: Signer
