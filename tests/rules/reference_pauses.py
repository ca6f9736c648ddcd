"""A clock that stood for a while, slow and obviously right: it walks the days and the minutes one by one.

A day is taken out when the clock stood at its closing time; a day off goes with the working day before it.
"""

from datetime import date, datetime, time

from .reference_calendar import (
    CLOSING,
    ONE_DAY,
    ONE_MINUTE,
    after_months,
    begins,
    is_working,
    is_working_day,
    next_minute,
)

Times = list[tuple[datetime, datetime]]


def stands(day: date, pauses: Times) -> bool:
    """Whether the clock stands when that day ends."""
    while not is_working_day(day):
        day -= ONE_DAY
    closing = datetime.combine(day, CLOSING)
    return any(since < closing <= till for since, till in pauses)


def due(start: datetime, amount: int, unit: str, pauses: Times) -> datetime:
    """When a limit ends; moments are by the clocks of Vietnam, without a zone."""
    first = begins(start)
    if unit == "working_hours":
        return _after_minutes(first, amount * 60, pauses)
    last = _last_day(first, amount, unit, pauses)
    while not is_working_day(last) or stands(last, pauses):
        last += ONE_DAY
    return datetime.combine(last, CLOSING)


def _last_day(first: datetime, amount: int, unit: str, pauses: Times) -> date:
    day = first.date()
    if unit == "months":
        last = after_months(day, amount)
        while day < last:
            day += ONE_DAY
            last += stands(day, pauses) * ONE_DAY
        return last
    if unit == "working_days" and amount == 0 and first.time() > time(15):
        amount = 1
    while amount:
        day += ONE_DAY
        counts = unit == "calendar_days" or is_working_day(day)
        amount -= counts and not stands(day, pauses)
    return day


def _after_minutes(first: datetime, minutes: int, pauses: Times) -> datetime:
    if not minutes:
        return first
    at = first
    while True:
        minutes -= is_working(at) and not any(since <= at < till for since, till in pauses)
        if not minutes:
            return at + ONE_MINUTE
        at = next_minute(at)
