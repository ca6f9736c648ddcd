"""The list of the receipts whose copy 3 goes to a department with the statement of a month."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "copies_list", "4.5.b", "5.3.b")


@dataclass(frozen=True)
class Row:
    """One receipt: who paid for which dossier, how much, in which way, and whether it was made void."""

    receipt: str
    on: date
    payer: str
    code: str
    amount: int
    method: str
    void: bool


@dataclass(frozen=True)
class CopiesList:
    """Bảng kê liên 3 của biên lai: one volume of those that belong to a statement, and who signs for them."""

    letterhead: Letterhead
    department: str
    month: date
    statement: str
    volume: int
    volumes: int
    rows: tuple[Row, ...]
    voids: int
    amount: int
    maker: Signer
    department_side: Signer
