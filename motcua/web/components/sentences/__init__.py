"""What each act is called when the story of a dossier, a procedure or an office is told.

A sentence says what was done; who did it and when stand beside it.
"""

from . import (
    ahead,
    beside,
    citizens,
    feedback,
    fees,
    from_home,
    handing_over,
    interlinked,
    messages,
    organisations,
    pauses,
    post,
    procedures,
    processing,
    quality,
    questions,
    results,
    seals,
    secondments,
    settling,
    taking_in,
    working_days,
)
from .writing import Facts, Sentence


class NoSentence(KeyError):
    """An act for which nobody wrote a sentence."""


def tell(act: str, facts: Facts) -> str:
    """The sentence of an act with its facts."""
    try:
        sentence = SENTENCES[act]
    except KeyError:
        raise NoSentence(act) from None
    return sentence(facts).rstrip(".") + "."


SENTENCES: dict[str, Sentence] = {
    **taking_in.SENTENCES,
    **processing.SENTENCES,
    **quality.SENTENCES,
    **beside.SENTENCES,
    **pauses.SENTENCES,
    **interlinked.SENTENCES,
    **messages.SENTENCES,
    **results.SENTENCES,
    **ahead.SENTENCES,
    **handing_over.SENTENCES,
    **procedures.SENTENCES,
    **organisations.SENTENCES,
    **working_days.SENTENCES,
    **seals.SENTENCES,
    **secondments.SENTENCES,
    **post.SENTENCES,
    **feedback.SENTENCES,
    **fees.SENTENCES,
    **settling.SENTENCES,
    **citizens.SENTENCES,
    **questions.SENTENCES,
    **from_home.SENTENCES,
}
