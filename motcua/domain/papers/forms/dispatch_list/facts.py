"""The list with which parcels leave a one-stop with the postman."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "dispatch_list", "4.1.c", "4.1.e")


@dataclass(frozen=True)
class Line:
    """One parcel: its number at the post, what is in it, to whom, what is collected at the door."""

    number: str
    dossier_code: str
    to: str
    address: str
    to_collect: int


@dataclass(frozen=True)
class DispatchListFacts:
    """Bảng kê giao bưu gửi: every parcel of one round in order, the sum to collect, and both sides who sign."""

    letterhead: Letterhead
    giving_body: str
    postman: str
    day: date
    given_at: datetime
    lines: tuple[Line, ...]
    to_collect: int
    giver: Signer
    taker: Signer
