"""The answer to a question as a letter, for who wrote one and has no other address (4.1.c)."""

from dataclasses import dataclass
from datetime import date

from motcua.domain.papers.facts import Letterhead, Party, Signer
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.PAPER, "question_letter", "4.1.c", "5.5.b")


@dataclass(frozen=True)
class QuestionLetter:
    """Văn bản trả lời câu hỏi; the office gives it its number and stamp when it goes out."""

    letterhead: Letterhead
    party: Party
    code: str
    asked_on: date
    subject: str
    answer: tuple[str, ...]
    signer: Signer
    sources: str = ""
    procedures: tuple[str, ...] = ()
