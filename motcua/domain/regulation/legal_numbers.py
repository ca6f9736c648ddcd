"""What a number of the law is: a value with its unit, its clause, its source and the days on which it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import zip_longest
from typing import Generic, NamedTuple, TypeVar

from .clauses import clause as known_clause

T = TypeVar("T")


class Unit(StrEnum):
    """What a number counts, written as it is read out."""

    WORKING_DAYS = "{} ngày làm việc"
    WORKING_HOURS = "{} giờ làm việc"
    DAYS = "{} ngày"
    MONTHS = "{} tháng"
    YEARS_OF_AGE = "{} tuổi"
    TIMES = "{} lần"
    OFFICIALS = "{} cán bộ"
    COPIES = "{} bản"
    COPY = "liên {}"
    DIGITS = "{} chữ số"
    PERCENT = "{} %"
    POINTS = "{} điểm"
    LEVELS = "mức độ {0[0]} và {0[1]}"
    TIME_OF_DAY = "{:%H:%M}"
    DAY_OF_MONTH = "ngày {:02}"
    DAY_OF_YEAR = "ngày {0.day:02}/{0.month:02}"


class DayOfYear(NamedTuple):
    """A day that comes back every year."""

    month: int
    day: int


@dataclass(frozen=True)
class LegalNumber(Generic[T]):
    """One number as one text of law sets it, for the days from `since` to `until` inclusive."""

    name: str
    meaning: str
    value: T
    unit: Unit
    clause: str
    since: date
    source: str
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the number is law on this day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def shown(self) -> str:
        """Value and unit as an official reads them: "3 ngày làm việc", "15:00", "ngày 15/12"."""
        value = f"{self.value}".replace(".", ",") if isinstance(self.value, Decimal) else self.value
        return self.unit.format(value)


class From(NamedTuple, Generic[T]):
    """A value, the day from which a text sets it, and the text."""

    day: date
    value: T
    source: str


class NotInForce(LookupError):
    """No text in force on that day sets this number."""


@dataclass(frozen=True)
class Limit(Generic[T]):
    """A number of the law through all its versions; called with a day it gives the value of that day."""

    versions: tuple[LegalNumber[T], ...]

    @classmethod
    def through(cls, name: str, meaning: str, unit: Unit, clause: str, values: Sequence[From[T]]) -> "Limit[T]":
        """The number with these values in order of time: each holds until the day before the next begins."""
        known_clause(clause)
        ends = [later.day - timedelta(days=1) for later in values[1:]]
        return cls(
            tuple(
                LegalNumber(name, meaning, each.value, unit, clause, each.day, each.source, until)
                for each, until in zip_longest(values, ends)
            )
        )

    def __call__(self, on: date) -> T:
        return self.at(on).value

    def at(self, on: date) -> LegalNumber[T]:
        """The version that is law on this day, with its clause and its source."""
        for version in self.versions:
            if version.holds_on(on):
                return version
        raise NotInForce(f"{self.versions[0].name} is not set by law on {on:%d/%m/%Y}")
