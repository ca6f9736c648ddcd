"""The answer to a question as a letter, for who wrote one: printed, signed, stamped and posted by the office."""

from django.conf import settings

from motcua.domain.papers.facts import Party, Signer
from motcua.domain.papers.forms.question_letter.facts import QuestionLetter
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.letterheads import headed
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from .models import Question
from .terms import State

CODE = "question_letter"


class NotAnswered(Refused):
    """A letter says what was answered."""

    clause = "4.1.c"


@rule("4.1.c", "5.5.b")
def letter_of(question: Question) -> bytes:
    """The letter, always the same for the same answer; its number is the office's own."""
    if question.state != State.ANSWERED or question.answered_at is None or question.answered_by is None:
        raise NotAnswered("Câu hỏi chưa được trả lời.")
    office = question.owner
    facts = QuestionLetter(
        letterhead=headed(office, local_day(question.answered_at), hotline=settings.HOTLINE),
        party=Party(question.name or "người hỏi", address=question.address),
        code=question.code,
        asked_on=local_day(question.asked_at),
        subject=question.subject,
        answer=tuple(line for line in question.answer.split("\n") if line),
        signer=Signer(("NGƯỜI TRẢ LỜI",), question.answered_by.name),
        sources=question.sources.replace("\n", "; "),
        procedures=tuple(each["name"] for each in question.named),
    )  # fmt: skip
    return printed(CODE, facts)
