"""What is to be paid for a dossier and how: taken home, so that nobody has to come again to pay (4.5.a)."""

from dataclasses import dataclass

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.papers.forms.fee_receipt.facts import Line
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "fee_notice", "4.5.a")


@dataclass(frozen=True)
class Account:
    """Where to transfer to."""

    bank: str
    number: str
    holder: str


@dataclass(frozen=True)
class FeeNotice:
    """Thông báo nộp phí, lệ phí. `reference` is what a transfer has to say; `ways` are the other ways to pay.

    `pay_code` is what the QR code says (VietQR), empty where no bank's application could read it.
    """

    letterhead: Letterhead
    payer: str
    address: str
    department: str
    lines: tuple[Line, ...]
    paid: int
    total: int
    in_words: str
    reference: str
    ways: tuple[str, ...]
    signer: Signer
    account: Account | None = None
    pay_code: str = ""
