"""The minutes of a council: who sat in it, who was there, what was said, how it was voted, what was concluded."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "council_minutes", "5.1.đ-1")


@dataclass(frozen=True)
class Seat:
    """One of those who were asked to come."""

    name: str
    body: str
    part: str
    present: bool
    vote: str = ""


@dataclass(frozen=True)
class CouncilMinutes:
    """Biên bản họp hội đồng."""

    letterhead: Letterhead
    council: str
    decision: str
    procedure: str
    applicant: str
    number: int
    starts_at: datetime
    ended_at: datetime
    place: str
    seats: tuple[Seat, ...]
    members: int  # of those with a vote
    present: int  # of those who were there
    needed: int
    discussion: str
    outcome: str
    conclusion: str
    chair: Signer
    secretary: Signer
    in_favour: int = 0
    against: int = 0
    abstained: int = 0
