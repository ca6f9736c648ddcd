"""A clock that stood for a while: by examples, and against a slow, obviously right one on 24,000 random cases."""

from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain.dossiers.clock import Clock, Facts, Supplement, supplement_notice_ends
from motcua.domain.vietnamese.dates import LOCAL
from motcua.domain.working_days import pauses as standing
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.explanation import explain
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.pauses import Pause, PauseKind
from tests.moments import moment

from . import reference_pauses as reference

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
GROUND = "Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4"
FIRST, LAST = datetime(2019, 1, 1), datetime(2026, 12, 31)  # noqa: DTZ001 - the reference has no zones
LONGEST = {Unit.WORKING_HOURS: 16, Unit.WORKING_DAYS: 30, Unit.CALENDAR_DAYS: 45, Unit.MONTHS: 3}
SHARES = {Unit.WORKING_HOURS: 10, Unit.WORKING_DAYS: 50, Unit.CALENDAR_DAYS: 25, Unit.MONTHS: 15}
Times = list[tuple[datetime, datetime]]


def paused(since: str, till: str | None = None, kind: PauseKind = PauseKind.PAYMENT) -> Pause:
    return Pause(kind, moment(since), moment(till) if till else None, GROUND)


def clock(*pauses: Pause, unit: Unit = Unit.WORKING_DAYS, amount: int = 10, **facts: object) -> Clock:
    return Clock(Facts(moment("2024-05-06"), Limit(amount, unit), pauses=pauses, **facts), CALENDAR)


@pytest.mark.clause("5.1.đ-1")
def test_while_the_clock_stands_there_is_no_due_date_and_nobody_is_late() -> None:
    standing_still = clock(paused("2024-05-08"))
    assert (standing_still.due(), standing_still.due_by_law(), standing_still.explain()) == (None, None, None)
    assert standing_still.paused_since() == moment("2024-05-08")
    assert not standing_still.is_late(moment("2025-01-01"))


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize(
    ("since", "till", "due"),
    [
        ("2024-05-08 10:00", "2024-05-08 16:00", "2024-05-20"),  # the day ends with the clock running: nothing moves
        ("2024-05-08 10:00", "2024-05-09 08:00", "2024-05-21"),
        ("2024-05-08 18:00", "2024-05-09 08:00", "2024-05-20"),  # after hours counts from the next morning
        ("2024-05-10 10:00", "2024-05-13 10:00", "2024-05-21"),  # Friday to Monday is one working day
        ("2024-05-20 08:00", "2024-05-27 09:00", "2024-05-27"),  # what ends on its last day ends where it goes on
        ("2024-05-20 17:30", "2024-05-27 09:00", "2024-05-20"),  # it was over before: late stays late
    ],
)
def test_working_days_on_whose_evening_the_clock_stood_are_taken_out(since: str, till: str, due: str) -> None:
    assert clock(paused(since, till)).due() == moment(f"{due} 17:00")


@pytest.mark.clause("5.1.đ-1")
def test_calendar_days_and_months_move_by_days_and_hours_by_minutes() -> None:
    week = paused("2024-05-08 10:00", "2024-05-15 08:00")
    assert clock(week, unit=Unit.CALENDAR_DAYS, amount=10).due() == moment("2024-05-23 17:00")
    assert clock(week, unit=Unit.MONTHS, amount=1).due() == moment("2024-06-13 17:00")
    assert clock(paused("2024-05-06 10:00", "2024-05-07 08:15"), unit=Unit.WORKING_HOURS, amount=4).due() == moment(
        "2024-05-07 11:15"
    )


@pytest.mark.clause("5.1.e-2")
def test_what_stood_before_a_supplement_is_forgotten_when_the_time_starts_anew() -> None:
    anew = (Supplement(moment("2024-05-14"), moment("2024-05-20")),)
    assert clock(paused("2024-05-07", "2024-05-13"), supplements=anew).due() == moment("2024-06-03 17:00")


@pytest.mark.clause("5.1.e-3")
def test_a_new_date_moves_only_by_what_stood_after_it_was_given() -> None:
    new_date = {"rescheduled_at": moment("2024-05-16"), "rescheduled_to": date(2024, 5, 24)}
    before, after = paused("2024-05-08", "2024-05-10"), paused("2024-05-21", "2024-05-23")
    assert clock(before, **new_date).due() == moment("2024-05-24 17:00")
    assert clock(before, after, **new_date).due() == moment("2024-05-28 17:00")


@pytest.mark.clause("5.1.đ-1")
def test_what_was_withdrawn_or_cancelled_is_not_promised_any_more() -> None:
    assert clock(ended_early=True).due() is None
    assert not clock(ended_early=True).is_late(moment("2025-01-01"))


@pytest.mark.clause("5.1.e-2")
def test_the_three_days_for_a_supplement_stand_still_too() -> None:
    stood = (paused("2024-05-07", "2024-05-14"),)
    assert supplement_notice_ends(moment("2024-05-06"), CALENDAR, 3, stood) == moment("2024-05-16 17:00")


@pytest.mark.clause("5.1.đ-1")
def test_the_explanation_names_the_days_that_were_taken_out_and_why() -> None:
    told = clock(paused("2024-05-08 10:00", "2024-05-10 08:00")).explain()
    assert told is not None
    assert [(line.on, line.why) for line in told.lines if "đồng hồ dừng" in line.why] == [
        (date(2024, 5, day), "không tính: đồng hồ dừng, chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính")
        for day in (8, 9)
    ]
    assert told.due == moment("2024-05-22 17:00")


@settings(max_examples=120)
@given(st.integers(0, 2**32))
def test_due_dates_agree_with_the_reference_on_24000_cases(number: int) -> None:
    """120 numbers drawn by hypothesis, each the seed of 200 cases."""
    random, span = Random(number), int((LAST - FIRST).total_seconds() // 60)
    for unit in random.choices(list(SHARES), weights=list(SHARES.values()), k=200):
        start = FIRST + timedelta(minutes=random.randrange(span))
        times = _one_after_the_other(start, [_waits(random) for _ in range(random.randint(1, 3))])
        assert_agrees(start, Limit(random.randint(0, LONGEST[unit]), unit), times)


waits = st.tuples(st.integers(0, 30_000), st.integers(0, 30_000))
starts = st.datetimes(FIRST, LAST).map(lambda at: at.replace(second=0, microsecond=0))
limits = st.sampled_from(list(Unit)).flatmap(
    lambda unit: st.integers(0, LONGEST[unit]).map(lambda amount: Limit(amount, unit))
)


@settings(max_examples=1000)
@given(starts, limits, st.lists(waits, max_size=3))
def test_due_dates_agree_with_the_reference_on_cases_that_can_be_shrunk(start, limit, given_waits) -> None:
    assert_agrees(start, limit, _one_after_the_other(start, given_waits))


@settings(max_examples=500)
@given(starts, limits, st.lists(waits, max_size=3))
def test_an_explanation_ends_on_the_due_day_and_counts_every_unit(start, limit, given_waits) -> None:
    pauses = _pauses(_one_after_the_other(start, given_waits))
    told = explain(CALENDAR, start.replace(tzinfo=LOCAL), limit, pauses)
    assert told.due == standing.due(CALENDAR, start.replace(tzinfo=LOCAL), limit, pauses)
    assert told.lines[-1].on == told.due.date()
    assert [line.on for line in told.lines] == sorted(line.on for line in told.lines)
    counted = [line.counted for line in told.lines if line.counted]
    assert (counted[-1] if counted else 0) == limit.amount * (60 if limit.unit is Unit.WORKING_HOURS else 1)


def assert_agrees(start: datetime, limit: Limit, times: Times) -> None:
    expected = reference.due(start, limit.amount, limit.unit, times).replace(tzinfo=LOCAL)
    assert standing.due(CALENDAR, start.replace(tzinfo=LOCAL), limit, _pauses(times)) == expected, (start, limit, times)


def _waits(random: Random) -> tuple[int, int]:
    """So many minutes of running, so many of standing: often hours, sometimes weeks."""
    most = random.choice((600, 5_000, 30_000))
    return random.randrange(most), random.randrange(most)


def _one_after_the_other(start: datetime, given_waits: list[tuple[int, int]]) -> Times:
    times, at = [], start
    for running, stood in given_waits:
        since = at + timedelta(minutes=running)
        at = since + timedelta(minutes=stood)
        times.append((since, at))
    return times


def _pauses(times: Times) -> tuple[Pause, ...]:
    return tuple(
        Pause(PauseKind.REQUEST, since.replace(tzinfo=LOCAL), till.replace(tzinfo=LOCAL), GROUND)
        for since, till in times
    )
