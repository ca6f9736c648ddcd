"""The slip with which an interlinked dossier on paper goes from one body to the next, and both sign for it."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "leg_slip", "5.1.đ-1")


@dataclass(frozen=True)
class Part:
    """One body's part: what it does, in how many working hours, until when; and what became of it."""

    body: str
    work: str
    hours: int
    until: datetime
    done_at: datetime | None = None
    here: bool = False  # the part for which the papers are handed on now


@dataclass(frozen=True)
class LegSlip:
    """Phiếu chuyển hồ sơ liên thông: Nghị định 61/2018, Điều 19.6.a asks for the work and the time of each body."""

    letterhead: Letterhead
    giver: str
    taker: str
    procedure: str
    owner: Party
    papers: tuple[str, ...]
    note: str
    parts: tuple[Part, ...]
    due_at: datetime
    handed_at: datetime
    given_by: Signer
    taken_by: Signer
