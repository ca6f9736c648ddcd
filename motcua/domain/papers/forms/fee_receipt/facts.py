"""The receipt for fees and charges (biên lai): one text in three copies, each saying who keeps it."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "fee_receipt", "4.5.a", "4.5.b")

COPIES = ("Liên 1: Lưu tại cơ quan thu", "Liên 2: Giao cho người nộp tiền", "Liên 3: Gửi sở, ngành để đối soát")


@dataclass(frozen=True)
class Line:
    """One fee or charge that was paid: which of the two it is, for what, how many, how much in đồng."""

    kind: str
    name: str
    amount: int
    note: str = ""


@dataclass(frozen=True)
class FeeReceiptFacts:
    """Biên lai thu tiền phí, lệ phí. `collector` is for whom the money is, with its tax code."""

    letterhead: Letterhead
    collector: str
    tax_code: str
    form_number: str
    symbol: str
    payer: str
    address: str
    lines: tuple[Line, ...]
    total: int
    in_words: str
    method: str
    paid_at: datetime
    cashier: Signer
    copies: tuple[str, ...] = COPIES
    replaces: str = ""
