"""What somebody who complains or denounces reads: which law it goes by, who has it, what happens next (4.6.a)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "passing_notice", "4.6.a", "3.3-2")


@dataclass(frozen=True)
class PassingNotice:
    """Thông báo chuyển đơn, in the form of Nghị định 30/2020/NĐ-CP; without a name it goes to a code."""

    letterhead: Letterhead
    code: str
    said_on: date
    subject: str
    what: str  # "khiếu nại" or "tố cáo"
    law: str
    body: str
    steps: tuple[str, ...]
    signer: Signer
    name: str = ""
    address: str = ""
