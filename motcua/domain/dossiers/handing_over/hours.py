"""The set hours at which paper goes from hand to hand (5.1.đ-2): data, and the moments of a day. Pure."""

import tomllib
from datetime import datetime, time, timedelta
from pathlib import Path

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.calendar import Calendar

QUARTER = timedelta(minutes=15)


def hours_of(office_code: str) -> tuple[time, ...]:
    """The hours of this one-stop: its own, or the common ones."""
    return _OWN.get(office_code, _COMMON)


@rule("5.1.đ-2")
def round_at(office_code: str, at: datetime, calendar: Calendar) -> datetime | None:
    """The round whose hour has just come; none at other times, and none on a day off.

    A round that nobody drew up in its quarter of an hour is left out: what it would have held is on the next one.
    """
    day = local_day(at)
    if not calendar.is_working_day(day):
        return None
    moments = (datetime.combine(day, hour, LOCAL) for hour in hours_of(office_code))
    return max((moment for moment in moments if moment <= at < moment + QUARTER), default=None)


def _hours(written: list[str]) -> tuple[time, ...]:
    return tuple(sorted(time.fromisoformat(each) for each in written))


with Path(__file__).with_name("hours.toml").open("rb") as _file:
    _written = tomllib.load(_file)
_COMMON = _hours(_written["hours"])
_OWN = {code: _hours(hours) for code, hours in _written["offices"].items()}
