"""Opening hours by weekday and season, and the days that are not as their weekday says. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import pairwise

from motcua.domain.vietnamese.dates import WEEKDAYS
from motcua.domain.vietnamese.text import in_a_sentence


@dataclass(frozen=True, order=True)
class Shift:
    """From opening to closing without a break."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError(f"a shift from {self.opens} to {self.closes}")

    @property
    def minutes(self) -> int:
        """How long it is."""
        return minute_of(self.closes) - minute_of(self.opens)

    def show(self) -> str:
        """07:30–11:30."""
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"


def minute_of(clock: time) -> int:
    """Minutes since midnight; seconds are let go, as on the clock of a counter."""
    return clock.hour * 60 + clock.minute


@dataclass(frozen=True)
class Season:
    """A part of every year from one (month, day) to another, both included; it may run over New Year."""

    first: tuple[int, int] = (1, 1)
    last: tuple[int, int] = (12, 31)

    @classmethod
    def between(cls, first: str, last: str) -> "Season":
        """The season from one "MM-DD" to another, as it is stored."""
        return cls(_month_and_day(first), _month_and_day(last))

    def as_text(self) -> tuple[str, str]:
        """Its ends as they are stored, "MM-DD"."""
        return "{:02}-{:02}".format(*self.first), "{:02}-{:02}".format(*self.last)

    def show(self) -> str:
        """Its ends as they are read: "16/04–15/10", or "cả năm"."""
        if self == ALL_YEAR:
            return "cả năm"
        return f"{self.first[1]:02}/{self.first[0]:02}–{self.last[1]:02}/{self.last[0]:02}"

    def holds_on(self, day: date) -> bool:
        """Whether the day lies in the season."""
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last


def _month_and_day(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    date(2024, int(month), int(day))  # a leap year: 02-29 exists, 02-30 does not
    return int(month), int(day)


ALL_YEAR = Season()


@dataclass(frozen=True)
class Hours:
    """The shifts of one weekday (Monday is 1, Sunday 7) in a season, for as long as the timetable is in force."""

    weekday: int
    shifts: tuple[Shift, ...]
    season: Season = ALL_YEAR
    valid_from: date = date.min
    valid_to: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether the timetable that this line belongs to holds on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def say(self, weekday: int, day: date) -> bool:
        """Whether this line says what the hours of such a weekday are at that time of the year."""
        return self.weekday == weekday and self.season.holds_on(day)


def fault_of(timetable: Sequence[Hours]) -> str:
    """What is wrong with a timetable, in a sentence; empty when every week of the year has hours and none overlap."""
    for ordinal in range(date(2024, 1, 1).toordinal(), date(2025, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        weeks = {weekday: _shifts_of(timetable, weekday, day) for weekday in range(1, 8)}
        if not any(weeks.values()):
            return f"Ngày {day:%d/%m} hằng năm không có giờ làm việc của thứ nào."
        for weekday, shifts in weeks.items():
            for one, other in pairwise(shifts):
                if other.opens < one.closes:
                    return f"{WEEKDAYS[weekday - 1]}: ca {one.show()} và ca {other.show()} chồng lên nhau."
    return ""


def _shifts_of(timetable: Sequence[Hours], weekday: int, day: date) -> list[Shift]:
    return sorted(shift for line in timetable if line.say(weekday, day) for shift in line.shifts)


class DayKind(StrEnum):
    """Why a day is not as its weekday says."""

    HOLIDAY = "holiday"
    COMPENSATION = "compensation"
    SWAPPED_OFF = "swapped_off"
    MAKE_UP = "make_up"

    @property
    def label(self) -> str:
        """The kind as officials call it."""
        return _LABELS[self]


_LABELS = {
    DayKind.HOLIDAY: "Nghỉ lễ, tết",
    DayKind.COMPENSATION: "Nghỉ bù",
    DayKind.SWAPPED_OFF: "Nghỉ hoán đổi",
    DayKind.MAKE_UP: "Làm bù",
}


@dataclass(frozen=True)
class Day:
    """A declared day: off, or worked in place of another; `worked` tells whether this office does work it."""

    on: date
    kind: DayKind
    name: str
    basis: str = ""
    estimated: bool = False
    worked: bool = True

    @property
    def is_off(self) -> bool:
        """Whether nobody works that day."""
        return self.kind is not DayKind.MAKE_UP

    def show(self) -> str:
        """The name inside a sentence: "Quốc khánh 2/9", "nghỉ bù Giỗ Tổ Hùng Vương"."""
        return self.name if self.kind is DayKind.HOLIDAY else in_a_sentence(self.name)
