"""The form of a timetable: for each season of the year the shifts of seven weekdays, as people write them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from itertools import groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from motcua.domain.vietnamese.dates import WEEKDAYS
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.timetable import ALL_YEAR, Hours, Season, Shift, fault_of
from motcua.web.components.fields import DateField, Form

MOST_SEASONS = 4
_CLOCK = r"(\d{1,2})\s*(?:[:hg.]\s*(\d{2})?)?"
_SHIFT = re.compile(rf"{_CLOCK}\s*(?:-|–|—|đến)\s*{_CLOCK}", re.ASCII)
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})", re.ASCII)


class ShiftsField(forms.Field):
    """Shifts of a day: 7:30-11:30, 13:30-17:00; nothing is a day off."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})

    def to_python(self, value: Any) -> tuple[Shift, ...]:
        """The shifts in their order, or the sentence of what is wrong."""
        written = clean(value or "").lower()
        return tuple(sorted(_shift(part) for part in re.split(r"[,;]| và ", written))) if written else ()

    def prepare_value(self, value: Any) -> Any:
        """Shifts are shown as they are written here; what was typed stays as typed."""
        return ", ".join(shift.show() for shift in value) if isinstance(value, (tuple, list)) else value


class DayOfYearField(forms.Field):
    """A day of every year: 16/04."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"})
    width = "w5"

    def to_python(self, value: Any) -> tuple[int, int] | None:
        """Month and day, or the sentence of what is wrong."""
        written = clean(value or "")
        if not written:
            return None
        found = _DAY.fullmatch(written)
        try:
            if found is None:
                raise ValueError(written)
            date(2024, int(found[2]), int(found[1]))  # a leap year: 29/02 exists, 30/02 does not
        except ValueError:
            raise ValidationError(f"“{written[:20]}” không phải là ngày, tháng. Ví dụ đúng: 16/04.") from None
        return int(found[2]), int(found[1])

    def prepare_value(self, value: Any) -> Any:
        """As it is written here; what was typed stays as typed."""
        return f"{value[1]:02}/{value[0]:02}" if isinstance(value, tuple) else value


class TimetableForm(Form):
    """The whole timetable of an office from a day on."""

    valid_from = DateField(label="Ngày bắt đầu áp dụng")
    like_all = forms.BooleanField(label="Bỏ giờ riêng, trở lại giờ làm việc chung", required=False)

    def __init__(self, *args: Any, now: Sequence[Hours], seasons: int, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seasons = range(seasons)
        if not own:
            del self.fields["like_all"]
        known = _by_season(now)
        for number in self.seasons:
            season, shifts = known[number] if number < len(known) else (None, {})
            self._add_season(number, season, shifts)

    @classmethod
    def seasons_in(cls, now: Sequence[Hours]) -> int:
        """How many seasons a timetable knows."""
        return len(_by_season(now))

    @classmethod
    def as_typed(cls, sent: Mapping[str, Any], numbers: Sequence[int], **given: Any) -> "TimetableForm":
        """The form with only these of the seasons that were sent, not yet checked."""
        names = ("first", "last", *map(str, range(1, 8)))
        typed = {name: sent.get(name, "") for name in ("valid_from", "like_all")}
        for new, old in enumerate(numbers):
            typed |= {f"s{new}-{name}": sent.get(f"s{old}-{name}", "") for name in names}
        return cls(**given, seasons=len(numbers), initial=typed)

    def rows(self) -> Iterator[tuple[int, Any, Any, list[tuple[str, Any]]]]:
        """Each season with its first and last day and its seven weekdays."""
        for number in self.seasons:
            days = [(name, self[f"s{number}-{weekday}"]) for weekday, name in enumerate(WEEKDAYS, 1)]
            yield number, self[f"s{number}-first"], self[f"s{number}-last"], days

    def clean(self) -> dict[str, Any]:
        """Every week of the year has hours, and no two shifts overlap."""
        written = not self.errors and not self.cleaned_data.get("like_all")
        if written and (fault := fault_of(self.timetable())):
            self.add_error(None, fault)
        return self.cleaned_data

    def timetable(self) -> tuple[Hours, ...]:
        """What was written; nothing for an office that returns to the common hours."""
        said: Mapping[str, Any] = self.cleaned_data
        if said.get("like_all"):
            return ()
        return tuple(
            Hours(weekday, said[f"s{number}-{weekday}"], Season(said[f"s{number}-first"], said[f"s{number}-last"]))
            for number in self.seasons
            for weekday in range(1, 8)
            if said[f"s{number}-{weekday}"]
        )

    def _add_season(self, number: int, season: Season | None, shifts: Mapping[int, tuple[Shift, ...]]) -> None:
        first, last = (season.first, season.last) if season else ("", "")
        self.fields[f"s{number}-first"] = _required(DayOfYearField(label="Từ ngày", initial=first), "ngày đầu mùa")
        self.fields[f"s{number}-last"] = _required(DayOfYearField(label="Đến hết ngày", initial=last), "ngày cuối mùa")
        for weekday, name in enumerate(WEEKDAYS, 1):
            initial = shifts.get(weekday, ())
            self.fields[f"s{number}-{weekday}"] = ShiftsField(label=name, required=False, initial=initial)


def shown(now: Sequence[Hours]) -> list[tuple[str, list[tuple[str, str]]]]:
    """A timetable as it is read: each season, and the weekdays that have the same hours together."""
    found = []
    for season, shifts in _by_season(now):
        days = [(name, ", ".join(shift.show() for shift in shifts.get(number, ()))) for number, name in _WEEK]
        lines = []
        for hours, group in groupby(days, key=lambda day: day[1]):
            names = [name for name, _ in group]
            lines.append((f"{names[0]} – {names[-1]}" if len(names) > 1 else names[0], hours or "nghỉ"))
        found.append((season.show(), lines))
    return found


_WEEK = tuple(enumerate(WEEKDAYS, 1))


def _by_season(now: Iterable[Hours]) -> list[tuple[Season, dict[int, tuple[Shift, ...]]]]:
    seasons: dict[Season, dict[int, tuple[Shift, ...]]] = {}
    for line in now:
        week = seasons.setdefault(line.season, {})
        week[line.weekday] = tuple(sorted((*week.get(line.weekday, ()), *line.shifts)))
    return list(seasons.items()) or [(ALL_YEAR, {})]


def _required(field: forms.Field, what: str) -> forms.Field:
    field.error_messages["required"] = f"Hãy nhập {what}."
    return field


def _shift(text: str) -> Shift:
    found = _SHIFT.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        return Shift(time(int(found[1]), int(found[2] or 0)), time(int(found[3]), int(found[4] or 0)))
    except ValueError:
        raise ValidationError(
            f"“{text.strip()[:30]}” không phải là ca làm việc. Ví dụ đúng: 07:30–11:30, 13:30–17:00."
        ) from None
