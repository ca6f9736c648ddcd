"""When a limit ends whose time stood still for a while. Pure.

Reading of the law (docs/decisions/0012): a day at whose closing time the clock stood is taken out whole, one at
whose closing time it ran counts whole; days off stand or run with the working day before them. Hours are taken
out to the minute. What begins when the limit is already over changes nothing any more.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from .limit import Limit, Unit

if TYPE_CHECKING:
    from .calendar import Calendar

A_DAY = timedelta(days=1)


class PauseKind(StrEnum):
    """Why a clock stands."""

    PAYMENT = "payment"
    REQUEST = "request"

    @property
    def label(self) -> str:
        """As it is said of a day that does not count."""
        return _LABELS[self]


_LABELS = {
    PauseKind.PAYMENT: "chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính",
    PauseKind.REQUEST: "tạm dừng theo yêu cầu của người nộp hồ sơ",
}


@dataclass(frozen=True)
class Pause:
    """A time that counts for nobody: why, from when, until when (None: it still lasts), on which legal ground."""

    kind: PauseKind
    from_: datetime
    to: datetime | None
    ground: str


@dataclass(frozen=True)
class Stood:
    """A pause that is over, as a calendar sees it: what falls outside working hours moves to the next opening."""

    begins: datetime
    ends: datetime
    why: str

    def days(self) -> Iterator[date]:
        """The days that are taken out: the clock stands from their closing time on."""
        for ordinal in range(self.begins.date().toordinal(), self.ends.date().toordinal()):
            yield date.fromordinal(ordinal)


def stood(calendar: "Calendar", pauses: Iterable[Pause]) -> list[Stood]:
    """The pauses that are over, in their order."""
    over = ((pause.from_, pause.to, pause.kind.label) for pause in pauses if pause.to is not None)
    moment = calendar.next_working_moment
    return [Stood(moment(since), moment(till), why) for since, till, why in sorted(over)]


def due(calendar: "Calendar", start: datetime, limit: Limit, pauses: Iterable[Pause]) -> datetime:
    """When a limit that starts at this moment ends, without the time in which its clock stood."""
    begins, ends = calendar.next_working_moment(start), calendar.due(start, limit)
    minutes, last = limit.amount * 60, calendar.last_day(begins, limit)
    for pause in stood(calendar, pauses):
        if pause.begins >= ends:
            break
        if limit.unit is Unit.WORKING_HOURS:
            minutes += calendar.working_minutes_between(max(pause.begins, begins), max(pause.ends, begins))
            ends = calendar.working_minutes_after(begins, minutes)
        else:
            last = _moved(calendar, last, pause, limit.unit, after=begins.date())
            ends = calendar.closing(last)
    return ends


def moved_day(calendar: "Calendar", day: date, pauses: Iterable[Pause]) -> date:
    """A promised working day, later by the working days on which the clock stood since it was promised."""
    for pause in stood(calendar, pauses):
        if pause.begins < calendar.closing(day):
            day = _moved(calendar, day, pause, Unit.WORKING_DAYS, after=date.min)
    return day


def working_days_stood(calendar: "Calendar", pauses: Iterable[Pause]) -> int:
    """How many working days were taken out in all."""
    return sum(calendar.is_working_day(day) for pause in stood(calendar, pauses) for day in pause.days())


def _moved(calendar: "Calendar", last: date, pause: Stood, unit: Unit, *, after: date) -> date:
    """The last day of a limit, later by the days after its beginning that are taken out; never before they end."""
    if pause.begins.date() <= last:
        taken = [day for day in pause.days() if day > after]
        if unit is not Unit.WORKING_DAYS:
            last += len(taken) * A_DAY
        elif worked := sum(map(calendar.is_working_day, taken)):
            last = calendar.working_day_after(last, worked)
    return max(last, pause.ends.date())
