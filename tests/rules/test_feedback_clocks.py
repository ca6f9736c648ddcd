"""Who is told on which day that a clock of feedback runs out. No database."""

from datetime import date

import pytest

from motcua.domain.feedback.urging.clocks import THRESHOLDS, Level, Step, told_on
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from tests.moments import moment

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
DUE = moment("2024-06-17 17:00")  # a Monday


@pytest.mark.clause("4.6.b-2", "7.5")
@pytest.mark.parametrize(("day", "told"), [
    (11, None), (12, Level.BODY), (15, None), (17, Level.BODY), (18, Level.HEAD), (19, Level.HEAD), (20, Level.CENTRE),
    (22, None), (24, Level.CENTRE),
])  # fmt: skip
def test_an_answer_is_reminded_of_before_its_day_and_told_above_after_it_on_working_days(
    day: int, told: Level | None
) -> None:
    assert told_on(Step.ANSWER, DUE, date(2024, 6, day), CALENDAR) == told


@pytest.mark.clause("4.6.b-2")
def test_the_steps_of_two_days_are_reminded_of_a_day_before_and_every_number_says_why() -> None:
    for step in (Step.ACCEPT, Step.PUBLISH):
        days = [told_on(step, DUE, date(2024, 6, day), CALENDAR) for day in (13, 14, 17, 18, 19)]
        assert days == [None, Level.BODY, Level.BODY, Level.HEAD, Level.CENTRE]
    assert all(each.source and each.to_centre > each.to_head for each in THRESHOLDS.values())
