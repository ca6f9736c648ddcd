"""The letter with which a complaint or a denunciation goes to the body that settles it by its law (4.6.a)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "passing_letter", "4.6.a", "3.3-2")


@dataclass(frozen=True)
class PassingLetter:
    """Văn bản chuyển đơn, in the form of Nghị định 30/2020/NĐ-CP, with the words of the petition behind it."""

    letterhead: Letterhead
    code: str
    said_on: date
    channel: str
    subject: str
    what: str  # "khiếu nại" or "tố cáo"
    law: str
    to: str
    text: str
    signer: Signer
    name: str = ""
    address: str = ""
    secrecy: str = ""  # what the law asks of who reads it
    enclosed: str = ""  # what came with it, as a scan
