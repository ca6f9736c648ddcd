"""What a carrier answers, and what it tells by itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..terms import Said


class Outcome(StrEnum):
    """What came of asking a carrier."""

    DONE = "done"
    REFUSED = "refused"  # it will not, however often it is asked
    FAILED = "failed"  # nobody answered, or it may have: ask again under the same key


@dataclass(frozen=True)
class Answer:
    """What came of one try."""

    outcome: Outcome
    said: str = ""
    number: str = ""


@dataclass(frozen=True)
class Word:
    """What a carrier says of one tracking number; `key` is its own mark for this word."""

    key: str
    number: str
    said: Said
    at: datetime
    place: str = ""
    reason: str = ""
    recipient: str = ""
    collected: int | None = None


@dataclass(frozen=True)
class SettledReport:
    """The money a carrier says it handed on: a reference, the day, its own total and each amount."""

    reference: str
    day: date
    total: int
    lines: tuple[tuple[str, int], ...]
