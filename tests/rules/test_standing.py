"""When a dossier stands still, who is told when, and that each number says where it comes from."""

from datetime import date

import pytest

from motcua.domain.dossiers.ahead.standing import THRESHOLDS, Level, Still, latest_promise, stands_since, told_next_at
from motcua.domain.dossiers.handing_over.hours import hours_of, round_at
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from tests.moments import moment

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
TOLD = moment("2024-05-27 09:00")


def test_every_threshold_says_its_source_or_that_we_chose_it() -> None:
    assert set(THRESHOLDS) == set(Still)
    for threshold in THRESHOLDS.values():
        assert threshold.chosen or "Điều" in threshold.source
        assert threshold.to_head > 0 and threshold.to_centre > 0


@pytest.mark.clause("4.1.d-2")
def test_a_limit_that_the_law_sets_has_no_grace_and_one_of_ours_has() -> None:
    assert stands_since(Still.OVERRUN_STEP, TOLD, CALENDAR) == TOLD
    assert stands_since(Still.NOT_TAKEN, TOLD, CALENDAR) == moment("2024-05-27 15:00")


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_the_head_is_told_after_a_working_day_and_the_centre_after_another() -> None:
    assert told_next_at(Still.OVERRUN_STEP, Level.IN_CHARGE, TOLD, CALENDAR) == moment("2024-05-28 09:00")
    assert told_next_at(Still.OVERRUN_STEP, Level.HEAD, TOLD, CALENDAR) == moment("2024-05-28 09:00")
    assert told_next_at(Still.OVERRUN_STEP, Level.CENTRE, TOLD, CALENDAR) is None


@pytest.mark.clause("4.1.d-2")
def test_who_promised_a_day_is_left_alone_until_it_is_over() -> None:
    promised = told_next_at(Still.OVERRUN_STEP, Level.IN_CHARGE, TOLD, CALENDAR, date(2024, 5, 29))
    assert promised == moment("2024-05-29 17:00")
    assert latest_promise(TOLD, CALENDAR) == date(2024, 5, 30)


@pytest.mark.clause("5.1.đ-2")
@pytest.mark.parametrize(
    ("at", "round_"),
    [
        ("2024-05-27 10:59", None),
        ("2024-05-27 11:00", "2024-05-27 11:00"),
        ("2024-05-27 15:14", "2024-05-27 15:00"),
        ("2024-05-27 15:15", None),
        ("2024-05-26 11:00", None),
    ],
)
def test_a_round_is_at_its_hour_on_working_days(at: str, round_: str | None) -> None:
    assert round_at("trung-tam", moment(at), CALENDAR) == (moment(round_) if round_ else None)


def test_the_hours_are_data() -> None:
    assert [f"{hour:%H:%M}" for hour in hours_of("trung-tam")] == ["11:00", "15:00", "17:00"]
