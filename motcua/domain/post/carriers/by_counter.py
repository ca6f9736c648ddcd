"""The carrier of a pilot: the postman comes by, and the Centre's own counter keys in what happens."""

from collections.abc import Sequence
from datetime import date, datetime

from ..models import Consignment
from .answers import Answer, Outcome, SettledReport, Word

_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


class ByCounter:
    """Nobody is asked: there is only the sticker, or a number of our own."""

    code = "counter"
    name = "Bưu chính công ích (quầy ghi tay)"
    is_at_hand = True

    def order(self, one: Consignment, at: datetime) -> Answer:
        """Its number was given when it was ordered."""
        return Answer(Outcome.DONE, number=one.number or own_number(one.pk))

    def cancel(self, one: Consignment, at: datetime) -> Answer:
        """Nobody else knew of it."""
        return Answer(Outcome.DONE)

    def ask(self, rows: Sequence[Consignment], at: datetime) -> list[Word]:
        """The counter says by itself what happened."""
        return []

    def settlements(self, day: date, at: datetime) -> list[SettledReport]:
        """The counter keys these in."""
        return []


def own_number(pk: int) -> str:
    """A number of our own with a check digit (the one of UPU S10), so that a wrongly typed one is found nowhere."""
    digits = f"{pk:08d}"
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(digits[-8:], _WEIGHTS, strict=True)) % 11
    return f"BC{digits}{ {10: 0, 11: 5}.get(rest, rest) }"
