"""The clock of a dossier, on plain facts: no database."""

from datetime import date

import pytest

from motcua.domain.dossiers.clock import Clock, Facts, Supplement, supplement_notice_ends
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from tests.moments import moment

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
TEN_DAYS = Limit(10, Unit.WORKING_DAYS)


def clock(received: str = "2024-05-06", **facts: object) -> Clock:
    return Clock(Facts(received_at=moment(received), limit=TEN_DAYS, **facts), CALENDAR)


@pytest.mark.clause("5.1.đ-1")
def test_the_day_of_receipt_does_not_count_and_the_last_day_ends_at_closing_time() -> None:
    assert clock().due() == moment("2024-05-20 17:00")


@pytest.mark.clause("5.1.e-2")
def test_while_the_applicant_has_it_there_is_no_due_date() -> None:
    waiting = clock(supplements=(Supplement(moment("2024-05-07")),))
    assert waiting.due() is None
    assert not waiting.is_late(moment("2025-01-01"))
    assert waiting.explain() is None


@pytest.mark.clause("5.1.e-2")
def test_the_limit_starts_again_from_zero_when_the_dossier_is_complete() -> None:
    completed = clock(supplements=(Supplement(moment("2024-05-07"), moment("2024-05-13")),))
    assert completed.due() == moment("2024-05-27 17:00")


@pytest.mark.clause("5.1.e-3")
def test_one_new_date_replaces_the_promise_but_not_the_law() -> None:
    moved = clock(rescheduled_at=moment("2024-05-17"), rescheduled_to=date(2024, 5, 24))
    assert moved.due() == moment("2024-05-24 17:00")
    assert moved.due_by_law() == moment("2024-05-20 17:00")


@pytest.mark.clause("5.1.e-2")
def test_a_dossier_completed_after_the_apology_starts_from_zero_all_the_same() -> None:
    both = clock(
        supplements=(Supplement(moment("2024-05-17"), moment("2024-05-27")),),
        rescheduled_at=moment("2024-05-16"),
        rescheduled_to=date(2024, 5, 24),
    )
    assert both.due() == both.due_by_law() == moment("2024-06-10 17:00")


@pytest.mark.clause("5.1.e-3")
def test_the_last_day_for_an_apology_is_the_day_before_also_when_that_is_a_sunday() -> None:
    assert clock().last_day_for_apology() == date(2024, 5, 19)
    assert clock().warn_for_apology_on() == date(2024, 5, 17)


@pytest.mark.clause("5.1.đ-1")
def test_late_is_after_the_promise_and_stays_what_it_was_when_finished() -> None:
    assert not clock().is_late(moment("2024-05-20 17:00"))
    assert clock().is_late(moment("2024-05-20 17:01"))
    assert not clock(finished_at=moment("2024-05-20 16:00")).is_late(moment("2024-12-01"))


@pytest.mark.clause("5.1.e-2")
def test_a_return_for_supplement_is_in_time_for_three_working_days() -> None:
    assert supplement_notice_ends(moment("2019-04-12"), CALENDAR, 3) == moment("2019-04-18 17:00")


@pytest.mark.clause("5.1.đ-1")
def test_the_due_date_explains_itself_day_by_day() -> None:
    explained = clock().explain()
    assert explained is not None
    assert explained.due == clock().due()
    assert [line.counted for line in explained.lines if line.counted] == list(range(1, 11))
