"""Vì sao hạn là ngày này: a due date retold day by day. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from motcua.domain.regulation import limits
from motcua.domain.vietnamese.dates import local, show_time, show_weekday, weekday

from . import pauses as standing
from .limit import Limit, Unit
from .timetable import minute_of

if TYPE_CHECKING:
    from .calendar import Calendar


@dataclass(frozen=True)
class Line:
    """One day of the way to the due date.

    `counted` is its number in the limit, or the working minutes used up so far when the limit is in
    hours; None when the day does not count. `why` is the sentence that is shown.
    """

    on: date
    counted: int | None
    why: str


@dataclass(frozen=True)
class Explanation:
    """A due date with all that led to it; not `certain` while some days off on the way are only expected."""

    limit: Limit
    start: datetime
    effective_start: datetime
    due: datetime
    lines: tuple[Line, ...]
    certain: bool


def explain(calendar: "Calendar", start: datetime, limit: Limit, pauses: Iterable[standing.Pause] = ()) -> Explanation:
    """Retell how `calendar.due(start, limit)` comes about, or that of a clock that stood for a while."""
    pauses = tuple(pauses)
    due = standing.due(calendar, start, limit, pauses)
    stood = tuple(each for each in standing.stood(calendar, pauses) if each.begins < due)
    way = _Way(calendar, limit, local(start), calendar.next_working_moment(start), due, stood)
    lines = _LINES[limit.unit] if limit.amount else _within_the_day
    return Explanation(
        limit=limit,
        start=way.start,
        effective_start=way.begins,
        due=way.due,
        lines=(*_before(way), *lines(way)),
        certain=calendar.is_certain(way.start.date(), way.due.date()),
    )


@dataclass(frozen=True)
class _Way:
    calendar: "Calendar"
    limit: Limit
    start: datetime
    begins: datetime
    due: datetime
    stood: tuple[standing.Stood, ...] = ()

    def days(self, after: date) -> Iterator[date]:
        """Every day after that one up to the due day."""
        for ordinal in range(after.toordinal() + 1, self.due.date().toordinal() + 1):
            yield date.fromordinal(ordinal)

    def why_off(self, day: date) -> str:
        """What makes it no working day."""
        declared = self.calendar.day(day)
        if declared is None:
            return weekday(day)
        return declared.show() if declared.is_off else f"{declared.show()}, đơn vị này không làm"

    def why_stood(self, day: date) -> str:
        """Why that day is taken out; empty when it is not."""
        since = (each for each in self.stood if each.begins.date() <= day < each.ends.date())
        return next((f"đồng hồ dừng, {each.why}" for each in since), "")

    def why_not(self, day: date) -> str:
        """Why that day does not count in a limit of working days; empty when it does."""
        return self.why_stood(day) or ("" if self.calendar.is_working_day(day) else self.why_off(day))

    def why_on(self, day: date) -> str:
        """What makes it a working day though its weekday does not."""
        declared = self.calendar.day(day)
        return f" ({declared.show()})" if declared else ""

    @property
    def ends(self) -> str:
        return f", hết hạn lúc {show_time(self.due)}"


def _before(way: _Way) -> Iterator[Line]:
    """What happened outside working hours, and the days until they began."""
    if way.begins == way.start:
        return
    opening = f"{show_time(way.begins)} {show_weekday(way.begins)}"
    yield Line(way.start.date(), None, f"{show_time(way.start)} là ngoài giờ làm việc, tính từ {opening}")
    for ordinal in range(way.start.date().toordinal() + 1, way.begins.date().toordinal()):
        day = date.fromordinal(ordinal)
        yield Line(day, None, f"không tính: {way.why_off(day)}")


def _within_the_day(way: _Way) -> Iterator[Line]:
    first = way.begins.date()
    if first == way.due.date():
        yield Line(first, 0, f"hạn trong ngày làm việc{way.ends}")
        return
    yield Line(first, None, f"sau {limits.transfer_cut_off(first):%H:%M} nên tính sang ngày làm việc tiếp theo")
    for day in way.days(first):
        yield _after_the_end(way, day)


def _working_days(way: _Way) -> Iterator[Line]:
    first, number = way.begins.date(), 0
    yield Line(first, None, "ngày bắt đầu, không tính")
    for day in way.days(first):
        if why_not := way.why_not(day):
            yield Line(day, None, f"không tính: {why_not}")
            continue
        number += 1
        ends = way.ends if day == way.due.date() else ""
        yield Line(day, number, f"ngày làm việc thứ {number}{way.why_on(day)}{ends}")


def _calendar_days(way: _Way) -> Iterator[Line]:
    first, amount, number = way.begins.date(), way.limit.amount, 0
    yield Line(first, None, "ngày bắt đầu, không tính")
    for day in way.days(first):
        if number == amount:
            yield _after_the_end(way, day)
            continue
        if stood := way.why_stood(day):
            yield Line(day, None, f"không tính: {stood}")
            continue
        number += 1
        if number == amount:
            yield _end(way, day, f"ngày thứ {number}", number)
        else:
            still = "" if way.calendar.is_working_day(day) else f" ({way.why_off(day)}, vẫn tính)"
            yield Line(day, number, f"ngày thứ {number}{still}")


def _months(way: _Way) -> Iterator[Line]:
    first, amount = way.begins.date(), way.limit.amount
    last = way.calendar.last_day(way.begins, way.limit)
    yield Line(first, None, "ngày bắt đầu, không tính")
    moved = 0
    for day in way.days(first):
        if day <= last and (stood := way.why_stood(day)):
            last, moved = last + timedelta(days=1), moved + 1
            yield Line(day, None, f"không tính: {stood}")
    none_such = "" if last.day == first.day else f" (tháng này không có ngày {first.day}, lấy ngày cuối tháng)"
    later = f", lùi {moved} ngày đồng hồ dừng" if moved else ""
    yield _end(way, last, f"tròn {amount} tháng{none_such}{later}", amount)
    for day in way.days(last):
        yield _after_the_end(way, day)


def _end(way: _Way, day: date, what: str, number: int) -> Line:
    if way.calendar.is_working_day(day):
        return Line(day, number, f"{what}{way.ends}")
    return Line(day, number, f"{what}, trùng ngày nghỉ ({way.why_off(day)}) nên chuyển sang ngày làm việc tiếp theo")


def _after_the_end(way: _Way, day: date) -> Line:
    if day == way.due.date():
        return Line(day, None, f"ngày làm việc đầu tiên sau đó{way.why_on(day)}{way.ends}")
    return Line(day, None, f"chưa hết hạn: {way.why_not(day)}")


def _working_hours(way: _Way) -> Iterator[Line]:
    used = 0
    for day in (way.begins.date(), *way.days(way.begins.date())):
        worked = list(_worked(way, day))
        stood = _stood_within(way, day)
        if not worked:
            yield Line(day, None, f"không tính: {stood or way.why_off(day)}")
            continue
        today = sum(till - since for since, till in worked)
        used += today
        spans = ", ".join(f"{_clock(since)}–{_clock(till)}" for since, till in worked)
        ends = way.ends if day == way.due.date() else ""
        rest = f"; {stood}" if stood else ""
        yield Line(day, used, f"tính {_length(today)} ({spans}){way.why_on(day)}{rest}, cộng dồn {_length(used)}{ends}")


def _worked(way: _Way, day: date) -> Iterator[tuple[int, int]]:
    """The parts of the day's shifts, in minutes since midnight, that lie between the beginning and the due moment."""
    since = minute_of(way.begins.time()) if day == way.begins.date() else 0
    till = minute_of(way.due.time()) if day == way.due.date() else 24 * 60
    for shift in way.calendar.shifts(day):
        opens, closes = max(minute_of(shift.opens), since), min(minute_of(shift.closes), till)
        for begins, ends in _standing(way, day):
            if opens < min(begins, closes):
                yield opens, min(begins, closes)
            opens = max(opens, min(ends, closes))
        if opens < closes:
            yield opens, closes


def _standing(way: _Way, day: date) -> Iterator[tuple[int, int]]:
    """When the clock stood that day, in minutes since midnight."""
    for each in way.stood:
        if each.begins.date() <= day <= each.ends.date():
            begins = minute_of(each.begins.time()) if each.begins.date() == day else 0
            yield begins, minute_of(each.ends.time()) if each.ends.date() == day else 24 * 60


def _stood_within(way: _Way, day: date) -> str:
    """What is said of the hours of a day in which the clock stood."""
    if not way.calendar.is_working_day(day):
        return ""
    whys = (each.why for each in way.stood if each.begins.date() <= day <= each.ends.date())
    return "".join(f"đồng hồ dừng, {why}" for why in list(whys)[:1])


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} giờ" if hours else "", f"{rest} phút" if rest else "") if part)


_LINES = {
    Unit.WORKING_HOURS: _working_hours,
    Unit.WORKING_DAYS: _working_days,
    Unit.CALENDAR_DAYS: _calendar_days,
    Unit.MONTHS: _months,
}
