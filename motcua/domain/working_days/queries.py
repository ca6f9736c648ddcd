"""The calendar of an office, kept at hand; and the calendar's rows for those who look after it."""

import time
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from .calendar import Calendar
from .models import EVERY_OFFICE, CalendarDay, CalendarEdition, MakeUpChoice, WorkingHours
from .timetable import Hours

# Seconds until a process asks whether another one has changed the calendar.
ASK_AGAIN_AFTER = float(settings.AT_HAND_SECONDS)


def calendar_for(office_code: str = EVERY_OFFICE) -> Calendar:
    """The calendar of this office, or the common one. It is kept in the process, so it usually costs nothing."""
    edition = _current_edition()
    calendar = edition.calendars.get(office_code)
    if calendar is None:
        calendar = edition.calendars[office_code] = edition.calendar_of(office_code)
    return calendar


def edition_at_hand() -> int | None:
    """The number of the calendar's edition this process keeps, if it has read one."""
    return _kept.number if _kept else None


def forget() -> None:
    """Let the next question read the calendar anew: it was changed here."""
    global _kept
    _kept = None


def days_of_year(year: int) -> list[CalendarDay]:
    """The declared days of a year, earliest first."""
    return list(CalendarDay.objects.filter(on__year=year))


def declared_day(on: date) -> CalendarDay | None:
    """What is declared about one day."""
    return CalendarDay.objects.filter(on=on).first()


def years() -> list[int]:
    """The years that have declared days, earliest first."""
    return [found.year for found in CalendarDay.objects.order_by("on").dates("on", "year")]


def timetable_of(office_code: str, on: date) -> tuple[Hours, ...]:
    """The hours that this office itself has set and that are in force that day; empty: it follows the common ones."""
    rows = (row.as_hours() for row in WorkingHours.objects.filter(office_code=office_code))
    return tuple(line for line in rows if line.in_force(on))


def offices_with_own_hours(on: date) -> list[str]:
    """The codes of the offices that do not follow the common hours that day."""
    lasting = WorkingHours.objects.filter(valid_from__lte=on).exclude(valid_to__lt=on)
    return list(
        lasting.exclude(office_code=EVERY_OFFICE)
        .order_by("office_code")
        .values_list("office_code", flat=True)
        .distinct()
    )


def hours_to_come(on: date) -> list[tuple[str, date]]:
    """Which offices (or all of them, without a code) get other hours after that day, and from when."""
    later = WorkingHours.objects.filter(valid_from__gt=on).order_by("valid_from", "office_code")
    return list(later.values_list("office_code", "valid_from").distinct())


def make_up_choices(year: int) -> list[MakeUpChoice]:
    """What offices chose about the made-up days of a year."""
    return list(
        MakeUpChoice.objects.filter(day__on__year=year).select_related("day").order_by("day__on", "office_code")
    )


@dataclass(frozen=True)
class _Edition:
    """The whole calendar as it was read at once; offices that set nothing of their own share the common one."""

    number: int
    days: tuple[CalendarDay, ...]
    hours: dict[str, tuple[Hours, ...]]
    choices: dict[str, dict[date, bool]]
    calendars: dict[str, Calendar] = field(default_factory=dict)

    def calendar_of(self, office_code: str) -> Calendar:
        if office_code != EVERY_OFFICE and office_code not in self.hours and office_code not in self.choices:
            return calendar_for()
        worked = {**self.choices.get(EVERY_OFFICE, {}), **self.choices.get(office_code, {})}
        return Calendar(
            hours=self.hours.get(office_code, ()),
            days=tuple(day.as_declared(worked=worked.get(day.on, True)) for day in self.days),
            common=self.hours.get(EVERY_OFFICE, ()),
        )


_kept: _Edition | None = None
_asked_at = 0.0


def _current_edition() -> _Edition:
    """The edition at hand, renewed when it was forgotten or when another process has made a later one."""
    global _kept, _asked_at
    kept, now = _kept, time.monotonic()
    if kept is None or now - _asked_at > ASK_AGAIN_AFTER:
        number = CalendarEdition.objects.values_list("number", flat=True).get()
        if kept is None or kept.number != number:
            kept = _read(number)
        _kept, _asked_at = kept, now
    return kept


def _read(number: int) -> _Edition:
    hours: dict[str, tuple[Hours, ...]] = {}
    for row in WorkingHours.objects.all():
        hours[row.office_code] = (*hours.get(row.office_code, ()), row.as_hours())
    choices: dict[str, dict[date, bool]] = {}
    for choice in MakeUpChoice.objects.select_related("day"):
        choices.setdefault(choice.office_code, {})[choice.day.on] = choice.works
    return _Edition(number, tuple(CalendarDay.objects.all()), hours, choices)
