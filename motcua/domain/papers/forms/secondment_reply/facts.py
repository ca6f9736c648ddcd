"""The Centre's answer to a department that sends an official: accepted, or not and why (4.3.a)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "secondment_reply", "4.3.a", "5.2.a")


@dataclass(frozen=True)
class SecondmentReply:
    """Văn bản trả lời việc cử cán bộ, in the form of Nghị định 30/2020/NĐ-CP."""

    letterhead: Letterhead
    to: str
    document: str
    name: str
    title: str
    part: str
    accepted: bool
    from_on: date
    to_on: date
    signer: Signer
    unmet: tuple[str, ...] = ()
    reason: str = ""
