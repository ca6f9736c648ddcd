"""What somebody keeps who has filed from home: the code, every file with its size, until when there is an answer."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "submission_slip", "4.1.c", "5.1.d")


@dataclass(frozen=True)
class SentFile:
    """One paper as it was handed in: for what, under which name, how many pages, how large, and its digest."""

    paper: str
    name: str
    pages: int
    size: str
    sha256: str


@dataclass(frozen=True)
class SubmissionSlip:
    """Phiếu xác nhận đã nộp hồ sơ trực tuyến: chưa phải giấy tiếp nhận."""

    letterhead: Letterhead
    code: str
    procedure: str
    submitter: Party
    one_stop: str
    submitted_at: datetime
    files: tuple[SentFile, ...]
    answer_by: datetime | None = None
    owner: Party | None = None
