"""The list of a day's impressions of one second seal, signed when the register of that day is closed."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "seal_closing", "4.1.đ")


@dataclass(frozen=True)
class Line:
    """One impression as it stands in the register."""

    number: int
    at: datetime
    dossier_code: str
    title: str
    result_number: str
    result_on: date
    digest: str  # the first sixteen signs: enough to find the result, short enough to be read
    stamped_by: str
    note: str = ""


@dataclass(frozen=True)
class SealClosing:
    """Bảng kê đóng dấu trong ngày: every impression of the day in order, the count, and who signs."""

    letterhead: Letterhead
    department: str
    registration: str
    day: date
    lines: tuple[Line, ...]
    closed_at: datetime
    keeper: Signer
    leader: Signer
    department_side: Signer
