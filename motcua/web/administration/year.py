"""A year of the common calendar, month by month, for those who keep it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.domain.working_days import queries
from motcua.domain.working_days.timetable import DayKind

FIRST, LAST = 2010, 2060
_SHAPES = {
    DayKind.HOLIDAY: "holiday",
    DayKind.COMPENSATION: "instead",
    DayKind.SWAPPED_OFF: "instead",
    DayKind.MAKE_UP: "made-up",
}


@dataclass(frozen=True)
class Cell:
    """A day in its month: its number, its shape, and in words what is special about it."""

    on: date
    shape: str = ""
    words: str = ""


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; none where the week belongs to the months beside."""

    number: int
    weeks: tuple[tuple[Cell | None, ...], ...]
    working_days: int


@dataclass(frozen=True)
class Special:
    """A declared day with what offices chose about it; past days stay as they were."""

    day: Any
    choices: tuple[Any, ...]
    may_change: bool


@dataclass(frozen=True)
class Year:
    """Twelve months, and the days that are declared."""

    number: int
    months: tuple[Month, ...]
    days: tuple[Special, ...]

    @property
    def working_days(self) -> int:
        """How many days are worked."""
        return sum(month.working_days for month in self.months)

    @property
    def estimated(self) -> bool:
        """Whether some of it is only expected."""
        return any(each.day.estimated for each in self.days)


def year_of(number: int, today: date) -> Year:
    """The year by the common hours."""
    declared = queries.days_of_year(number)
    choices = queries.make_up_choices(number)
    days = tuple(
        Special(day, tuple(each for each in choices if each.day_id == day.pk), day.on >= today) for day in declared
    )
    by_day = {day.on: day for day in declared}
    return Year(number, tuple(_month(number, month, by_day) for month in range(1, 13)), days)


def _month(year: int, number: int, declared: dict[date, Any]) -> Month:
    calendar = queries.calendar_for()
    before, length = monthrange(year, number)
    days = [date(year, number, day) for day in range(1, length + 1)]
    worked = {day for day in days if calendar.is_working_day(day)}
    cells = [None] * before + [_cell(day, declared.get(day), day in worked) for day in days]
    cells += [None] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
    return Month(number, weeks, len(worked))


def _cell(day: date, declared: Any, worked: bool) -> Cell:
    if declared is None:
        return Cell(day) if worked else Cell(day, "off")
    return Cell(day, _SHAPES[DayKind(declared.kind)], declared.name)
