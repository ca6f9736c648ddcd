"""How long something may take: an amount in a unit of the law. Pure."""

import calendar as months
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """In what a limit is counted."""

    WORKING_HOURS = "working_hours"
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"

    @property
    def label(self) -> str:
        """The unit as it is read out."""
        return _LABELS[self]


_LABELS = {
    Unit.WORKING_HOURS: "giờ làm việc",
    Unit.WORKING_DAYS: "ngày làm việc",
    Unit.CALENDAR_DAYS: "ngày",
    Unit.MONTHS: "tháng",
}
_LONGEST = 9999


@dataclass(frozen=True)
class Limit:
    """A limit as the law or a process sets it; nought means within the working day itself."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if not 0 <= self.amount <= _LONGEST:
            raise ValueError(f"a limit of {self.amount} {self.unit}")

    def show(self) -> str:
        """As officials write it: "3 ngày làm việc"."""
        return f"{self.amount} {self.unit.label}" if self.amount else "trong ngày làm việc"


def months_after(day: date, amount: int) -> date:
    """The same day of a later month, or that month's last day when it has no such day (Civil Code, Điều 148)."""
    year, month = divmod(day.month - 1 + amount, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, months.monthrange(year, month)[1]))
