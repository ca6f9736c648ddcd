"""The order by which money of a department goes from the place of collection to its account."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "deposit_order", "4.5.b")


@dataclass(frozen=True)
class DepositOrderFacts:
    """Lệnh nộp tiền: to whose account, out of which money, how much in figures and words."""

    letterhead: Letterhead
    department: str
    holder: str
    number: str
    bank: str
    until_on: date
    payments: int
    cash: int
    collected: int
    total: int
    in_words: str
    maker: Signer
    leader: Signer
