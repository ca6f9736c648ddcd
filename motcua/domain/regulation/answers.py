"""Yes or no, with the reason and the clause: how the law answers a question here."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What a `may_…` function says: yes, or no with a sentence for the official and the clause behind it."""

    yes: bool
    reason: str = ""
    clause: str = ""

    def __bool__(self) -> bool:
        return self.yes


YES = Answer(True)


def no(reason: str, clause: str) -> Answer:
    """The answer "no": `reason` is a Vietnamese sentence an official can read."""
    return Answer(False, reason, clause)


class Refused(Exception):
    """Something the law or the state of things does not allow.

    Subclasses stand beside the act that raises them and carry the clause; the
    sentence is Vietnamese and is shown to the official as it is.
    """

    clause: str = ""

    def __init__(self, sentence: str, clause: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.clause = clause or type(self).clause


class NotAllowed(Refused):
    """The person who asks does not hold the right that the act needs."""


def require(answer: Answer) -> None:
    """Raise `NotAllowed` with the answer's own reason and clause unless it is a yes."""
    if not answer:
        raise NotAllowed(answer.reason, answer.clause)


def asked(check: Callable[..., object], *about: object) -> Answer:
    """What a check that an act makes would say: a yes, or a no with the words of its refusal."""
    try:
        check(*about)
    except Refused as refusal:
        return no(refusal.sentence, refusal.clause)
    return YES
