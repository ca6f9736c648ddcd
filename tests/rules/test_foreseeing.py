"""What is foreseen of a dossier, from its open steps, those to come and how long each usually takes."""

from datetime import date

import pytest

from motcua.domain.dossiers.ahead.foreseeing import Pace, StepToDo, foresee, is_near, new_day
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from tests.moments import moment

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
DUE = moment("2024-05-30 17:00")


def step(name: str, hours: int, pace: Pace | None = None, opened: str = "") -> StepToDo:
    return StepToDo(name, "Sở Kế hoạch và Đầu tư", hours, CALENDAR, pace, moment(opened) if opened else None)


@pytest.mark.clause("5.1.e-3")
def test_what_nobody_has_measured_takes_what_the_process_allots() -> None:
    seen = foresee([[step("Thẩm định", 8)], [step("Phê duyệt", 4)]], DUE, moment("2024-05-27 07:00"))
    assert seen.finish == moment("2024-05-28 11:00")
    assert not seen.is_late


@pytest.mark.clause("5.1.e-3")
def test_what_usually_takes_longer_than_allotted_is_foreseen_so_and_named() -> None:
    slow = Pace(usual=24 * 60, slow=40 * 60)
    seen = foresee(
        [[step("Thẩm định", 8, opened="2024-05-29 07:00")], [step("Phê duyệt", 4, slow)]],
        DUE,
        moment("2024-05-29 09:00"),
    )
    assert seen.is_late
    assert (seen.step, seen.body) == ("Phê duyệt", "Sở Kế hoạch và Đầu tư")
    assert seen.reasons[-1].startswith("Dự kiến xong lúc")
    assert "Còn 1 bước sau, thường mất 24 giờ làm việc." in seen.reasons


@pytest.mark.clause("5.1.e-3")
def test_a_step_that_has_passed_its_usual_time_is_measured_by_the_slow_ones() -> None:
    open_step = step("Thẩm định", 8, Pace(usual=6 * 60, slow=20 * 60), "2024-05-27 07:00")
    assert open_step.left(moment("2024-05-27 07:00")) == 6 * 60
    assert open_step.left(moment("2024-05-28 09:00")) == 10 * 60
    seen = foresee([[open_step]], DUE, moment("2024-05-28 09:00"))
    assert seen.reasons[0] == "Bước “Thẩm định” (Sở Kế hoạch và Đầu tư) đã mất 10 giờ làm việc, quy trình phân 8 giờ."


@pytest.mark.clause("5.1.e-3")
def test_what_took_longer_than_ever_needs_its_usual_time_once_more() -> None:
    open_step = step("Thẩm định", 8, Pace(usual=6 * 60, slow=10 * 60), "2024-05-20 07:00")
    assert open_step.left(moment("2024-05-28 09:00")) == 6 * 60


def test_parallel_steps_take_as_long_as_the_longest() -> None:
    seen = foresee([[step("Ý kiến A", 2), step("Ý kiến B", 8)]], DUE, moment("2024-05-27 07:00"))
    assert seen.finish == moment("2024-05-27 17:00")


def test_with_no_step_left_it_is_done_now() -> None:
    assert foresee([], DUE, moment("2024-05-28")).finish == moment("2024-05-28")


@pytest.mark.clause("5.1.e-3")
@pytest.mark.parametrize(("today", "near"), [("2024-05-27", False), ("2024-05-28", True), ("2024-06-03", True)])
def test_two_working_days_before_the_due_date_it_is_time_to_think_of_an_apology(today: str, near: bool) -> None:
    assert is_near(DUE, moment(today), CALENDAR) is near


def test_the_new_day_is_a_working_day_after_the_foreseen_end_the_promise_and_today() -> None:
    friday = moment("2024-05-31 16:00")
    assert new_day(friday, DUE, moment("2024-05-29"), CALENDAR) == date(2024, 6, 3)
    assert new_day(DUE, DUE, moment("2024-06-03"), CALENDAR) == date(2024, 6, 4)
