"""A process is in order, has one owner for each step, and fits into the time of its procedure."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan, faults, surely_in, too_long
from motcua.domain.procedures.terms import StepKind
from motcua.domain.working_days.limit import Limit, Unit

RECEIVE = StepPlan(1, StepKind.RECEIVE, "Tiếp nhận hồ sơ", "trung-tam", Role.RECEIVE, 2)
APPRAISE = StepPlan(2, StepKind.APPRAISE, "Thẩm định hồ sơ", "so-xd", Role.APPRAISE, 16)
APPROVE = StepPlan(3, StepKind.APPROVE, "Phê duyệt", "so-xd", Role.APPROVE, 4)
SEAL = StepPlan(4, StepKind.SEAL, "Đóng dấu", "so-xd", Role.CLERK, 1)
RETURN = StepPlan(5, StepKind.RETURN, "Trả kết quả", "trung-tam", Role.RETURN, 1)
CONSULT = StepPlan(2, StepKind.CONSULT, "Lấy ý kiến", "so-tnmt", Role.APPRAISE, 24, branch=2)
WHOLE = (RECEIVE, APPRAISE, APPROVE, SEAL, RETURN)


def plan(*steps: StepPlan) -> ProcessPlan:
    return ProcessPlan(steps)


def renumbered(*steps: StepPlan) -> ProcessPlan:
    return ProcessPlan(tuple(replace(step, stage=number) for number, step in enumerate(steps, start=1)))


@pytest.mark.clause("5.1.a-2")
def test_a_whole_process_has_no_fault():
    assert faults(plan(*WHOLE)) == []
    assert faults(plan(*WHOLE, CONSULT)) == []


@pytest.mark.clause("5.1.a-2")
def test_of_steps_side_by_side_the_longest_counts():
    assert plan(*WHOLE).total_hours() == 24
    assert plan(*WHOLE, CONSULT).total_hours() == 32


@pytest.mark.clause("5.1.a-2")
@pytest.mark.parametrize(
    ("process", "fault"),
    [
        (plan(), "chưa có bước nào"),
        (plan(RECEIVE, APPRAISE, APPROVE, replace(RETURN, stage=6)), "liên tục từ 1"),
        (plan(*WHOLE, replace(CONSULT, branch=3)), "Các nhánh của bước 2"),
        (renumbered(APPRAISE, APPROVE, RETURN), "Bước đầu tiên phải là một bước Tiếp nhận"),
        (plan(*WHOLE, replace(RECEIVE, branch=2, office="so-xd")), "Bước đầu tiên phải là một bước Tiếp nhận"),
        (renumbered(RECEIVE, RECEIVE, APPROVE, RETURN), "Bước 2: việc Tiếp nhận chỉ có ở bước đầu tiên"),
        (renumbered(RECEIVE, APPROVE), "Bước cuối cùng phải là một bước Trả kết quả"),
        (renumbered(RECEIVE, RETURN, APPROVE, RETURN), "Bước 2: việc Trả kết quả chỉ có ở bước cuối cùng"),
        (renumbered(RECEIVE, APPRAISE, RETURN), "ít nhất một bước Phê duyệt"),
        (renumbered(RECEIVE, APPROVE, APPRAISE, RETURN), "sau phê duyệt chỉ còn"),
        (renumbered(RECEIVE, SEAL, APPROVE, RETURN), "phải sau khi phê duyệt"),
        (plan(*WHOLE, replace(CONSULT, stage=3)), "Phê duyệt không đi song song"),
        (plan(*WHOLE, replace(APPRAISE, branch=2)), "cùng một việc cho cùng một cơ quan"),
        (plan(RECEIVE, replace(APPRAISE, office=""), APPROVE, SEAL, RETURN), "Bước 2 chưa có cơ quan"),
        (plan(RECEIVE, replace(APPRAISE, role=""), APPROVE, SEAL, RETURN), "Bước 2 chưa có vai trò"),
        (plan(RECEIVE, replace(APPRAISE, name=""), APPROVE, SEAL, RETURN), "Bước 2 chưa có nội dung"),
        (plan(RECEIVE, replace(APPRAISE, hours=0), APPROVE, SEAL, RETURN), "Bước 2 chưa có thời gian"),
        (plan(RECEIVE, APPRAISE, replace(APPROVE, role=Role.CLERK), SEAL, RETURN), "“Phê duyệt hồ sơ” hoặc"),
    ],
)
def test_a_fault_is_named(process, fault):
    assert [sentence for sentence in faults(process) if fault in sentence]


@pytest.mark.clause("3.2")
def test_two_of_one_body_may_appraise_side_by_side_when_each_is_named():
    first, second = replace(APPRAISE, officers=("thu",)), replace(APPRAISE, branch=2, officers=("an",))
    assert faults(plan(RECEIVE, first, second, APPROVE, SEAL, RETURN)) == []


def test_returning_the_result_may_take_no_time():
    assert faults(plan(RECEIVE, APPRAISE, APPROVE, SEAL, replace(RETURN, hours=0))) == []


@pytest.mark.clause("5.1.a-2")
def test_the_steps_may_fill_the_time_and_not_exceed_it():
    assert too_long(plan(*WHOLE), [Limit(3, Unit.WORKING_DAYS)]) == ""
    assert too_long(plan(*WHOLE, CONSULT), [Limit(3, Unit.WORKING_DAYS)]) == (
        "Tổng thời gian các bước là 32 giờ làm việc, vượt thời hạn của thủ tục: "
        "3 ngày làm việc, tính là 24 giờ làm việc."
    )


@pytest.mark.clause("5.1.a-2")
def test_the_shortest_limit_of_all_channels_counts():
    assert too_long(plan(*WHOLE), [Limit(5, Unit.WORKING_DAYS), Limit(20, Unit.WORKING_HOURS)])


def test_without_a_known_limit_nobody_can_agree():
    assert "chưa có thời hạn" in too_long(plan(*WHOLE), [])


@pytest.mark.parametrize(
    ("limit", "hours"),
    [
        (Limit(20, Unit.WORKING_HOURS), 20),
        (Limit(0, Unit.WORKING_DAYS), 8),
        (Limit(5, Unit.WORKING_DAYS), 40),
        (Limit(1, Unit.CALENDAR_DAYS), 8),
        (Limit(3, Unit.CALENDAR_DAYS), 8),
        (Limit(7, Unit.CALENDAR_DAYS), 40),
        (Limit(15, Unit.CALENDAR_DAYS), 88),
        (Limit(1, Unit.MONTHS), 160),
    ],
)
def test_a_limit_is_worth_the_working_hours_that_are_surely_in_it(limit, hours):
    assert surely_in(limit) == hours


@given(received=some.dates(date(2019, 1, 1), date(2030, 12, 31)), days=some.integers(1, 400))
def test_no_day_of_receipt_has_fewer_working_days_in_a_calendar_limit(received, days):
    while received.weekday() > 4:
        received += timedelta(days=1)
    end = received + timedelta(days=days)
    while end.weekday() > 4:
        end += timedelta(days=1)
    inside = sum((received + timedelta(days=n)).weekday() < 5 for n in range(1, (end - received).days + 1))
    assert surely_in(Limit(days, Unit.CALENDAR_DAYS)) <= 8 * inside
