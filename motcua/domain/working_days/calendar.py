"""The calendar of an office: which days and hours it works, and when a limit ends. Pure.

Readings of the law (docs/decisions): the day of the event is not counted; what happens outside working
hours counts from the next working moment; a limit in days ends at the closing time of its last day, and
a last day that is off gives way to the next working day; hours run inside working hours only.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from motcua.domain.regulation import limits
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import LOCAL, local

from .explanation import Explanation, explain
from .limit import Limit, Unit, months_after
from .timetable import Day, Hours, Shift, minute_of

_FRIDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Working days and hours of one office.

    `hours` is its own timetable, `common` the one that holds wherever no own one is in force.
    """

    hours: tuple[Hours, ...]
    days: tuple[Day, ...] = ()
    common: tuple[Hours, ...] = ()
    _years: "dict[int, _Year]" = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not any(each.valid_to is None and each.shifts for each in self.hours + self.common):
            raise ValueError("a calendar needs working hours without an end")

    @rule("5.1.e-1", "5.1.e-2", "5.1.a-2")
    def due(self, start: datetime, limit: Limit) -> datetime:
        """When a limit that starts at this moment ends.

        A limit of no days ends with the working day itself; received too late to be passed on that
        day (see `transfer_deadline`), with the next.
        """
        begins = self.next_working_moment(start)
        if limit.unit is Unit.WORKING_HOURS:
            return self.working_minutes_after(begins, limit.amount * 60)
        return self.closing(self.last_day(begins, limit))

    def after(self, start: datetime, minutes: int) -> datetime:
        """The moment so many working minutes after another one."""
        return self.working_minutes_after(self.next_working_moment(start), minutes)

    def explain(self, start: datetime, limit: Limit) -> Explanation:
        """Why the limit ends when it ends, day by day."""
        return explain(self, start, limit)

    def is_working_day(self, day: date) -> bool:
        """Whether the office works at all that day."""
        return day.toordinal() in self._year(day.year).shifts

    def shifts(self, day: date) -> tuple[Shift, ...]:
        """The shifts of that day; none when it is off."""
        return self._year(day.year).shifts.get(day.toordinal(), ())

    def opening(self, day: date) -> datetime:
        """When work begins that day, or on the next working day when it is off."""
        day = day if self.is_working_day(day) else self.next_working_day(day)
        return _moment(day, self.shifts(day)[0].opens)

    def closing(self, day: date) -> datetime:
        """When work ends that day, or on the next working day when it is off."""
        day = day if self.is_working_day(day) else self.next_working_day(day)
        return _moment(day, self.shifts(day)[-1].closes)

    def next_working_day(self, day: date) -> date:
        """The first working day after that day."""
        return self.working_day_after(day, 1)

    def previous_working_day(self, day: date) -> date:
        """The last working day before that day."""
        year = day.year
        index = bisect_left(self._year(year).days, day.toordinal())
        while index == 0:
            year -= 1
            index = len(self._year(year).days)
        return date.fromordinal(self._year(year).days[index - 1])

    def next_working_moment(self, at: datetime) -> datetime:
        """That moment itself inside working hours, otherwise the next opening."""
        at = local(at)
        for shift in self.shifts(at.date()):
            if at.time() < shift.closes:
                return at if shift.opens <= at.time() else _moment(at.date(), shift.opens)
        return self.opening(self.next_working_day(at.date()))

    @rule("5.1.đ-2")
    def transfer_deadline(self, received_at: datetime) -> datetime:
        """Until when a received dossier must be passed on: the same working day.

        After the cut-off of Nghị định 61/2018, Điều 18 it is the next working day, and "vào đầu giờ" is read
        as its first shift.
        """
        at = local(received_at)
        if self.is_working_day(at.date()) and _after_cut_off(at):
            tomorrow = self.next_working_day(at.date())
            return _moment(tomorrow, self.shifts(tomorrow)[0].closes)
        return self.closing(at.date())

    def working_days_between(self, a: date, b: date) -> int:
        """How many working days lie after `a` up to and with `b`; less than nought when `b` is earlier."""
        if b < a:
            return -self.working_days_between(b, a)
        whole_years = sum(len(self._year(year).days) for year in range(a.year, b.year))
        return whole_years + self._position(b) - self._position(a)

    def working_minutes_between(self, a: datetime, b: datetime) -> int:
        """How many working minutes lie between two moments; less than nought when `b` is earlier."""
        a, b = local(a), local(b)
        if b < a:
            return -self.working_minutes_between(b, a)
        whole_years = sum(self._year(year).minutes for year in range(a.year, b.year))
        return whole_years + self._minutes_before(b) - self._minutes_before(a)

    def working_day_after(self, day: date, number: int) -> date:
        """The working day that many working days after that day; at least one."""
        year, index = day.year, self._position(day) + number - 1
        while index >= len(self._year(year).days):
            index -= len(self._year(year).days)
            year += 1
        return date.fromordinal(self._year(year).days[index])

    def working_minutes_after(self, begins: datetime, minutes: int) -> datetime:
        """The moment so many working minutes after one inside working hours."""
        begins = local(begins)
        if not minutes:
            return begins
        number, target = begins.year, self._minutes_before(begins) + minutes
        while target > self._year(number).minutes:
            target -= self._year(number).minutes
            number += 1
        year = self._year(number)
        index = bisect_left(year.minutes_before, target) - 1
        left = target - year.minutes_before[index]
        for shift in year.shifts[year.days[index]]:
            if left <= shift.minutes:
                break
            left -= shift.minutes
        return _moment(date.fromordinal(year.days[index]), shift.opens) + timedelta(minutes=left)

    def day(self, day: date) -> Day | None:
        """What was declared about that day, if anything."""
        return self._declared.get(day)

    def is_certain(self, first: date, last: date) -> bool:
        """Whether the days off in that time were announced: none only expected, no year still without any."""
        between = [each for each in self.days if first <= each.on <= last]
        known = {each.on.year for each in self.days}
        return not any(each.estimated for each in between) and known.issuperset(range(first.year, last.year + 1))

    def last_day(self, begins: datetime, limit: Limit) -> date:
        """The day on which a limit in days or months runs out, before a day off gives way."""
        first = begins.date()
        if limit.unit is Unit.MONTHS:
            return months_after(first, limit.amount)
        if limit.unit is Unit.CALENDAR_DAYS:
            return first + timedelta(days=limit.amount)
        amount = limit.amount or int(_after_cut_off(begins))
        return self.working_day_after(first, amount) if amount else first

    def _position(self, day: date) -> int:
        """How many working days of its year are over at the end of that day."""
        return bisect_right(self._year(day.year).days, day.toordinal())

    def _minutes_before(self, at: datetime) -> int:
        """How many working minutes of its year are over at that moment."""
        year, minute = self._year(at.year), minute_of(at.time())
        today = sum(min(max(minute - minute_of(shift.opens), 0), shift.minutes) for shift in self.shifts(at.date()))
        return year.minutes_before[bisect_left(year.days, at.date().toordinal())] + today

    @cached_property
    def _declared(self) -> dict[date, Day]:
        return {each.on: each for each in self.days}

    def _year(self, number: int) -> "_Year":
        year = self._years.get(number)
        if year is None:
            year = self._years[number] = _Year.of(self, number)
        return year

    def _shifts_by_rule(self, day: date) -> tuple[Shift, ...]:
        """The shifts as the timetable and the declared days say; a made-up day has the hours of a Friday."""
        declared = self._declared.get(day)
        if declared is not None and (declared.is_off or not declared.worked):
            return ()
        weekday = day.isoweekday() if declared is None else _FRIDAY
        lines = [line for line in self.hours if line.in_force(day)]
        lines = lines or [line for line in self.common if line.in_force(day)]
        return tuple(sorted(shift for line in lines if line.say(weekday, day) for shift in line.shifts))


@dataclass(frozen=True)
class _Year:
    """A year worked out once, so that a due date costs a search in a list and not a walk through days."""

    days: list[int]
    shifts: dict[int, tuple[Shift, ...]]
    minutes_before: list[int]

    @property
    def minutes(self) -> int:
        return self.minutes_before[-1]

    @classmethod
    def of(cls, calendar: Calendar, number: int) -> "_Year":
        first, after = date(number, 1, 1).toordinal(), date(number, 12, 31).toordinal() + 1
        by_day = ((day, calendar._shifts_by_rule(date.fromordinal(day))) for day in range(first, after))
        shifts = {day: found for day, found in by_day if found}
        minutes_before = [0]
        for found in shifts.values():
            minutes_before.append(minutes_before[-1] + sum(shift.minutes for shift in found))
        return cls(list(shifts), shifts, minutes_before)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, LOCAL)


def _after_cut_off(at: datetime) -> bool:
    return at.time() > limits.transfer_cut_off(at.date())
