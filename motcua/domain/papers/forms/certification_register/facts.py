"""The book of certifications: one line for each matter that was settled at once, by the numbers of the year."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "certification_register", "4.1.d-1")


@dataclass(frozen=True)
class Line:
    """One matter in the book."""

    number: int
    on: date
    party: str
    identity: str
    signer: str
    what: str
    copies: int
    pages: int
    code: str


@dataclass(frozen=True)
class CertificationRegister:
    """Sổ chứng thực, for the days `since` to `until`."""

    letterhead: Letterhead
    book: str
    mark: str
    since: date
    until: date
    lines: tuple[Line, ...]
    closed_by: Signer | None = None  # who signs when the book is closed at the end of the year
