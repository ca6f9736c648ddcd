"""The calendar once more, slow and obviously right: it walks minute by minute and day by day.

It shares neither code nor data with the program: the days off are typed from the official notices.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

WEEKDAYS_OFF = """
2019: 1/1 4/2 5/2 6/2 7/2 8/2 15/4 29/4 30/4 1/5 2/9
2020: 1/1 23/1 24/1 27/1 28/1 29/1 2/4 30/4 1/5 2/9
2021: 1/1 10/2 11/2 12/2 15/2 16/2 21/4 30/4 3/5 2/9 3/9
2022: 3/1 31/1 1/2 2/2 3/2 4/2 11/4 2/5 3/5 1/9 2/9
2023: 2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9
2024: 1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9
2025: 1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9
2026: 1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11
2027: 1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11
"""
WEEKENDS_WORKED = """
2019: 5/1 4/5
2024: 4/5
2025: 26/4
2026: 10/1 22/8
"""
SUMMER = ("07:00–11:30", "13:30–17:00")
WINTER = ("07:30–12:00", "13:30–17:00")
CLOSING = time(17)
ONE_DAY, ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)


def _dates(text: str) -> frozenset[date]:
    years = (line.split(":") for line in text.strip().splitlines())
    return frozenset(
        date(int(year), int(each.split("/")[1]), int(each.split("/")[0]))
        for year, days in years
        for each in days.split()
    )


OFF, WORKED = _dates(WEEKDAYS_OFF), _dates(WEEKENDS_WORKED)


@cache
def is_working_day(day: date) -> bool:
    return day in WORKED or (day.isoweekday() <= 5 and day not in OFF)


def is_working(at: datetime) -> bool:
    return is_working_day(at.date()) and at.hour * 60 + at.minute in minutes_of(at.date())


def minutes_of(day: date) -> frozenset[int]:
    return SUMMER_MINUTES if (4, 16) <= (day.month, day.day) <= (10, 15) else WINTER_MINUTES


def _minutes(spans: tuple[str, ...]) -> frozenset[int]:
    ends = [[int(clock[:2]) * 60 + int(clock[3:]) for clock in span.split("–")] for span in spans]
    return frozenset(minute for opens, closes in ends for minute in range(opens, closes))


SUMMER_MINUTES, WINTER_MINUTES = _minutes(SUMMER), _minutes(WINTER)


def begins(at: datetime) -> datetime:
    """The moment itself, or the first minute after it that is worked."""
    while not is_working(at):
        at = next_minute(at.replace(second=0, microsecond=0))
    return at


def next_minute(at: datetime) -> datetime:
    """The minute after, leaving out nights and days off, when nobody works."""
    at += ONE_MINUTE
    if at.hour >= 17:
        at = datetime.combine(at.date() + ONE_DAY, time(7))
    while at.hour < 7 or not is_working_day(at.date()):
        at = datetime.combine(at.date() + (ONE_DAY if at.hour >= 7 else timedelta()), time(7))
    return at


def due(start: datetime, amount: int, unit: str) -> datetime:
    """When a limit ends; moments are by the clocks of Vietnam, without a zone."""
    first = begins(start)
    if unit == "working_hours":
        return after_minutes(first, amount * 60)
    last = first.date()
    if unit == "calendar_days":
        last += timedelta(days=amount)
    elif unit == "months":
        last = after_months(last, amount)
    else:
        if amount == 0 and first.time() > time(15):
            amount = 1
        for _ in range(amount):
            last += ONE_DAY
            while not is_working_day(last):
                last += ONE_DAY
    while not is_working_day(last):
        last += ONE_DAY
    return datetime.combine(last, CLOSING)


def after_minutes(first: datetime, minutes: int) -> datetime:
    if not minutes:
        return first
    at = first.replace(second=0, microsecond=0)
    while True:
        minutes -= is_working(at)
        if not minutes:
            return at + ONE_MINUTE
        at = next_minute(at)


def after_months(day: date, amount: int) -> date:
    wanted, at = day.day, day
    for _ in range(amount):
        at = (at.replace(day=1) + timedelta(days=31)).replace(day=1)
    while wanted > 28:
        try:
            return at.replace(day=wanted)
        except ValueError:
            wanted -= 1
    return at.replace(day=wanted)


def working_days_between(a: date, b: date) -> int:
    first, last = min(a, b), max(a, b)
    number = sum(is_working_day(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
    return number if a <= b else -number
