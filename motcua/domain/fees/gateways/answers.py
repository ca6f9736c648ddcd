"""What a gateway answers, and what it tells by itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What came of asking a gateway for something."""

    DONE = "done"
    REFUSED = "refused"  # it will not, however often it is asked
    FAILED = "failed"  # nobody answered, or it may have: ask again under the same key


@dataclass(frozen=True)
class Begun:
    """Where the payer goes to pay; without an address it could not be begun, and `said` is why."""

    address: str
    said: str = ""


@dataclass(frozen=True)
class Word:
    """What a gateway says of one payment: its own transaction, whether money came, how much and when."""

    reference: str
    transaction: str
    paid: bool
    amount: int
    at: datetime
    said: str = ""
    payer: str = ""


@dataclass(frozen=True)
class Told:
    """What came of one try to have money given back."""

    outcome: Outcome
    said: str = ""


@dataclass(frozen=True)
class Day:
    """The settlement file of one day: every payment whose money the gateway hands on."""

    day: date
    words: tuple[Word, ...]
