"""Quarters of a year as the index counts them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days.calendar import Calendar

MONTHS = 3
IN_A_YEAR = 4


@dataclass(frozen=True, order=True)
class Quarter:
    """One quarter of a year, the first is 1."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        """The quarter in which a day lies."""
        return cls(day.year, (day.month - 1) // MONTHS + 1)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.after().first - timedelta(days=1)

    @property
    def begin(self) -> datetime:
        """Its first moment."""
        return datetime.combine(self.first, time(), LOCAL)

    @property
    def end(self) -> datetime:
        """The first moment that is no longer in it."""
        return datetime.combine(self.after().first, time(), LOCAL)

    def after(self) -> "Quarter":
        """The next one."""
        return Quarter(self.year + 1, 1) if self.number == IN_A_YEAR else Quarter(self.year, self.number + 1)

    def before(self) -> "Quarter":
        """The one before."""
        return Quarter(self.year - 1, IN_A_YEAR) if self.number == 1 else Quarter(self.year, self.number - 1)

    def closes_at(self, calendar: Calendar) -> datetime:
        """When it may be computed: the opening of the first working day after it."""
        return calendar.opening(self.after().first)

    def __str__(self) -> str:
        return f"quý {ROMAN[self.number]}/{self.year}"


ROMAN = ("", "I", "II", "III", "IV")


def ended(at: date, number: int) -> Iterator[Quarter]:
    """So many quarters that are over that day, the newest first."""
    quarter = Quarter.of(at)
    for _ in range(number):
        quarter = quarter.before()
        yield quarter
