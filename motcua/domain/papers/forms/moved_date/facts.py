"""The letter that a promised day was moved because the calendar changed: which it was, which it is, and why."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "moved_date", "5.1.e-1")


@dataclass(frozen=True)
class MovedDate:
    """Giấy báo dời ngày hẹn trả kết quả do lịch làm việc thay đổi."""

    letterhead: Letterhead
    party: Party
    procedure: str
    was: datetime
    now: datetime
    reason: str
    signer: Signer
