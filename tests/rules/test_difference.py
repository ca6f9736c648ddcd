"""What one version of a process changes in another, as both sides read it before they agree."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.procedures.difference import difference
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan

RECEIVE = StepPlan(1, "receive", "Tiếp nhận hồ sơ", "trung-tam", "receive", 2)
APPRAISE = StepPlan(2, "appraise", "Thẩm định hồ sơ", "so-khdt", "appraise", 10)
CHECK = StepPlan(3, "field_check", "Kiểm tra thực địa", "so-khdt", "appraise", 8)
APPROVE = StepPlan(4, "approve", "Phê duyệt", "so-khdt", "approve", 4)
RETURN = StepPlan(5, "return", "Trả kết quả", "trung-tam", "return", 1)
WAY = (RECEIVE, APPRAISE, CHECK, APPROVE, RETURN)


def numbered(*steps: StepPlan) -> ProcessPlan:
    return ProcessPlan(tuple(replace(step, stage=number) for number, step in enumerate(steps, start=1)))


def said(old: ProcessPlan, new: ProcessPlan) -> list[tuple[str, str]]:
    words = []
    for each in difference(old, new).changes:
        what = "added" if each.added else "removed" if each.removed else ", ".join(each.fields) or "moved"
        words.append(((each.now or each.was).name, what))
    return words


def test_a_process_differs_in_nothing_from_itself():
    assert difference(numbered(*WAY), numbered(*WAY)).changes == ()


@pytest.mark.clause("4.1.a-1")
def test_an_added_step_is_named_and_the_later_ones_only_get_other_numbers():
    new = StepPlan(9, "consult", "Lấy ý kiến Sở Xây dựng", "so-xd", "appraise", 8)
    assert said(numbered(*WAY), numbered(RECEIVE, APPRAISE, new, CHECK, APPROVE, RETURN)) == [
        ("Lấy ý kiến Sở Xây dựng", "added")
    ]


def test_a_step_taken_out_stands_where_it_was():
    found = difference(numbered(*WAY), numbered(RECEIVE, APPRAISE, APPROVE, RETURN))
    assert [(step.was or step.now).name for step in found.steps] == [step.name for step in WAY]
    assert found.steps[2].removed
    assert found.hours == -8


def test_a_step_that_changed_its_place_is_moved_and_the_others_are_not():
    assert said(numbered(*WAY), numbered(RECEIVE, CHECK, APPRAISE, APPROVE, RETURN)) in (
        [("Kiểm tra thực địa", "moved")],
        [("Thẩm định hồ sơ", "moved")],
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [("hours", 6), ("role", "assign"), ("office", "so-tp"), ("kind", "council"), ("produces", "Tờ trình"),
     ("officers", ("thu",)), ("name", "Thẩm tra hồ sơ")],
)  # fmt: skip
@pytest.mark.clause("4.1.a-1")
def test_time_role_office_kind_and_product_are_named(field, value):
    other = replace(APPRAISE, **{field: value})
    assert said(numbered(*WAY), numbered(RECEIVE, other, CHECK, APPROVE, RETURN)) == [(other.name, field)]


def test_steps_that_come_to_run_side_by_side_say_so():
    beside = ProcessPlan((RECEIVE, APPRAISE, replace(CHECK, stage=2, branch=2),
                          replace(APPROVE, stage=3), replace(RETURN, stage=4)))  # fmt: skip
    assert said(numbered(*WAY), beside) == [("Thẩm định hồ sơ", "beside"), ("Kiểm tra thực địa", "beside")]


def test_a_step_is_found_again_in_its_new_place():
    found = difference(numbered(*WAY), numbered(RECEIVE, CHECK, APPROVE, RETURN))
    assert found.place_now(3, 1) == (2, 1)
    assert found.place_now(2, 1) is None


_steps = st.builds(
    StepPlan,
    stage=st.integers(1, 6),
    kind=st.sampled_from(["appraise", "consult", "approve"]),
    name=st.sampled_from(["Thẩm định", "Lấy ý kiến", "Phê duyệt"]),
    office=st.sampled_from(["so-khdt", "so-tp"]),
    role=st.just("appraise"),
    hours=st.integers(1, 9),
    branch=st.integers(1, 3),
)
_plans = st.lists(_steps, max_size=8).map(lambda steps: ProcessPlan(tuple(steps)))


@given(_plans, _plans)
def test_every_step_of_both_versions_stands_there_once(old, new):
    found = difference(old, new)
    key = repr
    assert sorted((each.was for each in found.steps if each.was), key=key) == sorted(old.steps, key=key)
    assert [each.now for each in found.steps if each.now] == [step for _, steps in new.stages() for step in steps]
