"""The list with which paper dossiers, or results, go from hand to hand at a set hour."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "handing_list", "5.1.đ-2", "4.1.e")


@dataclass(frozen=True)
class Line:
    """The papers of one dossier; `note` says what is unusual about them."""

    dossier_code: str
    procedure: str
    applicant: str
    note: str = ""


@dataclass(frozen=True)
class HandingListFacts:
    """Danh sách bàn giao: which way, of which hour, every dossier in order, and both sides who sign."""

    letterhead: Letterhead
    what: str
    giving_body: str
    taking_body: str
    hour_at: datetime
    given_at: datetime
    lines: tuple[Line, ...]
    giver: Signer
    taker: Signer
