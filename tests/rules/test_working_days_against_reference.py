"""The calendar agrees with a slow, obviously right one on 100,000 random cases."""

from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit

from . import reference_calendar as reference

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
FIRST, LAST = datetime(2019, 1, 1), datetime(2027, 6, 30)  # noqa: DTZ001 - the reference has no zones
LONGEST = {Unit.WORKING_HOURS: 16, Unit.WORKING_DAYS: 60, Unit.CALENDAR_DAYS: 120, Unit.MONTHS: 5}
SHARES = {Unit.WORKING_HOURS: 10, Unit.WORKING_DAYS: 50, Unit.CALENDAR_DAYS: 25, Unit.MONTHS: 15}

starts = st.datetimes(FIRST, LAST)
limits = st.sampled_from(list(Unit)).flatmap(
    lambda unit: st.integers(0, LONGEST[unit]).map(lambda amount: Limit(amount, unit))
)
days = st.dates(FIRST.date(), date(2027, 12, 31))


def assert_agrees(start: datetime, limit: Limit) -> None:
    expected = reference.due(start, limit.amount, limit.unit).replace(tzinfo=LOCAL)
    assert CALENDAR.due(start.replace(tzinfo=LOCAL), limit) == expected, (start, limit)


@settings(max_examples=200)
@given(st.integers(0, 2**32))
def test_due_dates_agree_with_the_reference_on_100000_cases(number):
    """200 numbers drawn by hypothesis, each the seed of 500 cases."""
    random, span = Random(number), int((LAST - FIRST).total_seconds())
    for unit in random.choices(list(SHARES), weights=list(SHARES.values()), k=500):
        start = FIRST + timedelta(seconds=random.randrange(span))
        assert_agrees(start, Limit(random.randint(0, LONGEST[unit]), unit))


@settings(max_examples=2000)
@given(starts, limits)
def test_due_dates_agree_with_the_reference_on_cases_that_can_be_shrunk(start, limit):
    assert_agrees(start, limit)


@settings(max_examples=500)
@given(days, days)
def test_working_days_between_two_days_agree_with_the_reference(a, b):
    assert CALENDAR.working_days_between(a, b) == reference.working_days_between(a, b)
    assert CALENDAR.working_days_between(a, b) == -CALENDAR.working_days_between(b, a)


@settings(max_examples=500)
@given(days)
def test_the_days_beside_a_day_agree_with_the_reference(day):
    assert CALENDAR.is_working_day(day) == reference.is_working_day(day)
    assert reference.is_working_day(CALENDAR.next_working_day(day))
    assert reference.working_days_between(day, CALENDAR.next_working_day(day)) == 1
    if day > date(2019, 1, 2):
        assert reference.working_days_between(CALENDAR.previous_working_day(day), day) == reference.is_working_day(day)


@settings(max_examples=500)
@given(starts, limits)
def test_an_explanation_ends_on_the_due_day_and_counts_every_unit(start, limit):
    told = CALENDAR.explain(start.replace(tzinfo=LOCAL), limit)
    assert told.due == CALENDAR.due(start.replace(tzinfo=LOCAL), limit)
    assert told.lines[-1].on == told.due.date()
    assert [line.on for line in told.lines] == sorted(line.on for line in told.lines)
    counted = [line.counted for line in told.lines if line.counted]
    unit = 60 if limit.unit is Unit.WORKING_HOURS else 1
    assert (counted[-1] if counted else 0) == limit.amount * unit


@settings(max_examples=500)
@given(starts, st.integers(0, 3000), limits)
def test_who_starts_later_is_never_due_earlier(start, minutes, limit):
    start = start.replace(tzinfo=LOCAL)
    assert CALENDAR.due(start + timedelta(minutes=minutes), limit) >= CALENDAR.due(start, limit)


@settings(max_examples=500)
@given(starts, st.integers(1, 40))
def test_a_limit_in_hours_uses_exactly_its_minutes(start, hours):
    start = start.replace(tzinfo=LOCAL)
    due = CALENDAR.due(start, Limit(hours, Unit.WORKING_HOURS))
    assert CALENDAR.working_minutes_between(start, due) == hours * 60
    assert CALENDAR.working_minutes_between(due, start) == -hours * 60


@pytest.mark.parametrize("limit", [Limit(3, Unit.WORKING_DAYS), Limit(12, Unit.WORKING_HOURS)])
def test_a_limit_runs_over_new_year(limit):
    assert_agrees(datetime(2025, 12, 31, 9), limit)  # noqa: DTZ001 - the reference has no zones
