"""Mẫu 06, the register: one line for every dossier received, in the order of receipt."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "register", "4.1.d-1")


@dataclass(frozen=True)
class Line:
    """One dossier in the book."""

    number: int
    code: str
    request: str
    sets: int
    party: str
    address: str
    phone: str
    handled_by: str
    received_on: date
    due_on: date | None  # none while the applicant has the dossier
    returned_on: date | None = None
    returned_how: str = ""
    received_by: str = ""  # who took the result and signed for it
    note: str = ""


@dataclass(frozen=True)
class Register:
    """Sổ theo dõi hồ sơ, for the days `since` to `until` of one year's book."""

    letterhead: Letterhead
    year: int
    book: str
    since: date
    until: date
    lines: tuple[Line, ...]
    closed_by: Signer | None = None  # who signs when the book is closed at the end of the year
