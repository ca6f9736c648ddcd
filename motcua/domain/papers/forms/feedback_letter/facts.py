"""The answer to what somebody said is wrong, as a letter that the head of the body signs (4.6.b-1, 3.3-2)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "feedback_letter", "3.3-2", "4.6.b-1", "5.5.a")


@dataclass(frozen=True)
class FeedbackLetter:
    """Văn bản trả lời phản ánh, kiến nghị, in the form of Nghị định 30/2020/NĐ-CP; without a name it goes to a code."""

    letterhead: Letterhead
    code: str
    said_on: date
    subject: str
    verdict: str
    answer: str
    remedy: str
    signer: Signer
    name: str = ""
    address: str = ""
    copy_to: str = ""
