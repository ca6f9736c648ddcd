"""The questions of a survey and what is an answer to them. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST, MOST_CHOICES, LONGEST = 20, 10, 1000
LEVELS = range(1, 6)


class Kind(StrEnum):
    """How a question is answered."""

    LEVEL = "level"
    CHOICE = "choice"
    WORDS = "words"


@dataclass(frozen=True)
class Question:
    """One question; only a choice has choices."""

    kind: Kind
    text: str
    choices: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As it is kept."""
        return {"kind": self.kind.value, "text": self.text, "choices": list(self.choices)}


def read(kept: Sequence[dict[str, Any]]) -> tuple[Question, ...]:
    """What was kept."""
    return tuple(Question(Kind(each["kind"]), each["text"], tuple(each["choices"])) for each in kept)


def fault(questions: Sequence[Question]) -> str:
    """Why a survey can not be asked with these questions; nothing when it can."""
    if not 1 <= len(questions) <= MOST:
        return f"Phiếu khảo sát có từ 1 đến {MOST} câu hỏi."
    if not any(each.kind is Kind.LEVEL for each in questions):
        return "Phiếu khảo sát phải có ít nhất một câu hỏi mức hài lòng."
    for number, each in enumerate(questions, start=1):
        if not each.text.strip():
            return f"Câu {number} chưa có nội dung."
        distinct = {choice.strip() for choice in each.choices}
        if each.kind is Kind.CHOICE and not (2 <= len(distinct) == len(each.choices) <= MOST_CHOICES):
            return f"Câu {number} phải có từ 2 đến {MOST_CHOICES} lựa chọn khác nhau."
        if each.kind is not Kind.CHOICE and each.choices:
            return f"Câu {number} không có lựa chọn."
    return ""


def sound(questions: Sequence[Question], answers: Sequence[Any]) -> list[Any] | None:
    """The answers in the order of the questions, empty ones as None; None when any is no answer or all are empty.

    A level is 1 to 5, a choice its place from 0 on, words are cut to their longest.
    """
    if len(answers) != len(questions):
        return None
    found: list[Any] = []
    for question, answer in zip(questions, answers, strict=True):
        if answer in (None, ""):
            found.append(None)
        elif question.kind is Kind.WORDS and isinstance(answer, str):
            found.append(answer.strip()[:LONGEST] or None)
        elif isinstance(answer, int) and not isinstance(answer, bool) and answer in _range(question):
            found.append(answer)
        else:
            return None
    return found if any(each is not None for each in found) else None


def _range(question: Question) -> range:
    if question.kind is Kind.LEVEL:
        return LEVELS
    return range(len(question.choices)) if question.kind is Kind.CHOICE else range(0)
