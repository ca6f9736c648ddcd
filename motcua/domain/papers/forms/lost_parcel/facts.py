"""The letter to somebody whose papers the post has lost: an apology, and what is done about it."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "lost_parcel", "4.1.e")


@dataclass(frozen=True)
class LostParcel:
    """Thư xin lỗi về việc mất bưu gửi (Nghị định 61/2018, Điều 21)."""

    letterhead: Letterhead
    body: str
    party: Party
    number: str
    contents: str
    sent_on: date
    what_happened: str
    remedy: str
    signer: Signer
