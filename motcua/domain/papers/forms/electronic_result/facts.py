"""The result itself, where the department words it here and signs it electronically."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "electronic_result", "4.1.e", "5.1.đ-1")


@dataclass(frozen=True)
class ElectronicResult:
    """Kết quả giải quyết: what was decided, for whom; its own QR opens the page that says whether it still holds."""

    letterhead: Letterhead
    title: str
    holder: str
    text: str
    signer: Signer
    valid_from: date | None = None
    valid_to: date | None = None
