"""The list of a department's procedures that are received at the Centre, for the wall."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "posting_list", "4.1.b")


@dataclass(frozen=True)
class Row:
    """One procedure in the list."""

    code: str
    name: str
    field: str
    time_limit: str
    fee: str
    online_level: str
    decision: str


@dataclass(frozen=True)
class PostingList:
    """Danh mục thủ tục hành chính của một cơ quan, sorted by field as it is to be printed."""

    letterhead: Letterhead
    agency: str
    valid_on: date
    rows: tuple[Row, ...]
    feedback_address: str = ""
    signer: Signer | None = None
