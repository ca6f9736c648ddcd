"""What a calendar would be after a change that nobody has made yet: to see which due dates it would move. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from .calendar import Calendar
from .timetable import Day, Hours

EVERY_OFFICE = ""


class Change(Protocol):
    """A change of the calendar, not yet made."""

    @property
    def since(self) -> date:
        """The first day that would be another."""

    def made_to(self, calendar: Calendar, office_code: str) -> Calendar:
        """The calendar of this office as it would be."""


@dataclass(frozen=True)
class DayDeclared:
    """A day off, or a made-up day, is entered."""

    day: Day

    @property
    def since(self) -> date:
        """That day."""
        return self.day.on

    def made_to(self, calendar: Calendar, office_code: str) -> Calendar:
        """The same with the day."""
        return replace(calendar, days=(*_without(calendar, self.day.on), self.day))


@dataclass(frozen=True)
class DayWithdrawn:
    """A declared day is again as its weekday says."""

    on: date

    @property
    def since(self) -> date:
        """That day."""
        return self.on

    def made_to(self, calendar: Calendar, office_code: str) -> Calendar:
        """The same without the day."""
        return replace(calendar, days=_without(calendar, self.on))


@dataclass(frozen=True)
class MakeUpChosen:
    """An office (or every office but those that chose for themselves) works on a made-up day, or does not."""

    on: date
    works: bool
    office_code: str = EVERY_OFFICE
    with_own_choice: frozenset[str] = frozenset()

    @property
    def since(self) -> date:
        """That day."""
        return self.on

    def made_to(self, calendar: Calendar, office_code: str) -> Calendar:
        """The same with the day worked or not, where the choice holds."""
        if not self._holds_for(office_code):
            return calendar
        chosen = (replace(day, worked=self.works) if day.on == self.on else day for day in calendar.days)
        return replace(calendar, days=tuple(chosen))

    def _holds_for(self, office_code: str) -> bool:
        if self.office_code == EVERY_OFFICE:
            return office_code not in self.with_own_choice
        return office_code == self.office_code


@dataclass(frozen=True)
class HoursSet:
    """An office, or all that have none of their own, gets another timetable from a day on."""

    office_code: str
    timetable: tuple[Hours, ...]
    valid_from: date

    @property
    def since(self) -> date:
        """The first day of the new timetable."""
        return self.valid_from

    def made_to(self, calendar: Calendar, office_code: str) -> Calendar:
        """The same with the new hours, where they hold."""
        if self.office_code == EVERY_OFFICE:
            common = self._after(calendar.common)
            follows = calendar.hours == calendar.common  # the common calendar itself, or an office that shares it
            return replace(calendar, common=common, hours=common if follows else calendar.hours)
        return replace(calendar, hours=self._after(calendar.hours)) if office_code == self.office_code else calendar

    def _after(self, hours: Sequence[Hours]) -> tuple[Hours, ...]:
        """What was in force until the day before, then the new."""
        last = self.valid_from - timedelta(days=1)
        kept = (replace(line, valid_to=min(line.valid_to or last, last)) for line in hours if line.valid_from <= last)
        return (*kept, *(replace(line, valid_from=self.valid_from, valid_to=None) for line in self.timetable))


def _without(calendar: Calendar, on: date) -> tuple[Day, ...]:
    return tuple(day for day in calendar.days if day.on != on)
