"""What a survey says: how many answered of the quota, the share of the satisfied with its interval, choices, words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ..rules import SMALL, Interval, parts_told, percent, wilson
from ..terms import SATISFIED
from .questions import Kind, Question


@dataclass(frozen=True)
class Told:
    """What the answers to one question say; nothing of a small group."""

    question: Question
    number: int
    counts: tuple[tuple[str, int], ...] = ()
    share: Decimal | None = None
    interval: Interval | None = None
    words: tuple[str, ...] = ()
    hidden: bool = False


def told(questions: Sequence[Question], answers: Sequence[Sequence[Any]], levels: Sequence[str]) -> list[Told]:
    """Question by question; groups of fewer than five are not told, nor words that so few said."""
    found = []
    for place, question in enumerate(questions):
        given = [each[place] for each in answers if each[place] is not None]
        found.append(Told(question, len(given), hidden=True) if len(given) < SMALL else _of(question, given, levels))
    return found


def bodies_told(numbers: Sequence[int]) -> list[bool]:
    """Which bodies may be told of by themselves beside the whole."""
    return parts_told(numbers)


def _of(question: Question, given: list[Any], levels: Sequence[str]) -> Told:
    if question.kind is Kind.WORDS:
        return Told(question, len(given), words=tuple(sorted(given)))
    counted = Counter(given)
    if question.kind is Kind.CHOICE:
        counts = tuple((words, counted[place]) for place, words in enumerate(question.choices))
        return Told(question, len(given), counts)
    good = sum(number for level, number in counted.items() if level >= SATISFIED)
    counts = tuple((words, counted[place]) for place, words in enumerate(levels, start=1))
    return Told(question, len(given), counts, percent(good, len(given)), wilson(good, len(given)))
