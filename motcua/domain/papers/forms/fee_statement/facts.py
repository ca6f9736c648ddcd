"""The monthly statement of what was collected for a department, sent with copies 3 of its receipts."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "fee_statement", "4.5.b", "5.3.b")


@dataclass(frozen=True)
class Line:
    """One fee or charge at one share, in đồng."""

    number: int
    kind: str
    name: str
    receipts: int
    voids: int
    first: str
    last: str
    cash: int
    transfer: int
    online: int
    corrected: int
    total: int
    rate: str
    retained: int
    budget: int


@dataclass(frozen=True)
class FeeStatement:
    """Bảng tổng hợp thu phí, lệ phí trong tháng: line by line, both parts, and who signs."""

    letterhead: Letterhead
    department: str
    month: date
    lines: tuple[Line, ...]
    total: Line
    in_words: str
    fees: int
    charges: int
    copies: int
    cut: str
    maker: Signer
    leader: Signer
    department_side: Signer
