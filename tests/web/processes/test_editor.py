"""The editor: rows come and go without scripts and lose nothing; saving drafts or amends."""

import re
from dataclasses import replace

import pytest

from motcua.domain.procedures.process_models import Process
from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.procedures.rows import plan_of
from tests.web.at_desk import title_of, words_of
from tests.world import STEPS

from .conftest import EDIT, PAGE, typed

ASIDE = replace(STEPS[1], branch=2, kind="consult", name="Lấy ý kiến Sở Tư pháp", office="so-tp", hours=4)


def named(answer) -> list[str]:
    return re.findall(r'name="steps-\d+-name" value="([^"]*)"', answer.content.decode())


def newest() -> Process:
    return Process.objects.order_by("-number").first()


def test_it_begins_with_the_steps_of_the_version_before(tam):
    answer = tam.asks(EDIT)
    assert named(answer) == [step.name for step in STEPS]
    assert "Phiên bản 1 giữ nguyên" in words_of(answer)


def test_nobody_else_is_given_the_form_in_vain(world, sits):
    answer = sits("mai").asks(EDIT)
    assert named(answer) == [step.name for step in STEPS]  # the Centre's control may write for the department
    assert sits("thu").asks(EDIT).status_code == 403


@pytest.mark.clause("5.1.a-2")
def test_saving_drafts_the_next_version_in_the_order_of_the_rows(tam):
    steps = (STEPS[0], STEPS[1], ASIDE, *STEPS[2:])
    answer = tam.sends(EDIT, **typed(steps, **{"steps-1-officers": ["thu"]}))
    assert answer.headers["Location"] == PAGE
    written = plan_of(newest())
    assert [(step.stage, step.branch, step.kind) for step in written.steps][1:3] == [
        (2, 1, "appraise"),
        (2, 2, "consult"),
    ]
    assert written.steps[1].officers == ("thu",)
    assert "Đã lưu dự thảo quy trình." in tam.reads(PAGE)


def test_a_draft_that_is_still_wrong_can_be_kept_and_its_faults_are_told(tam):
    tam.sends(EDIT, **typed(STEPS[:2]))
    assert "Quy trình phải có ít nhất một bước Phê duyệt." in tam.reads(PAGE)
    assert "Quy trình phải có ít nhất một bước Phê duyệt." in tam.reads(EDIT)


@pytest.mark.clause("4.1.a-1")
def test_amending_an_agreed_draft_says_that_both_are_asked_again(tam, a_draft):
    a_draft("department")
    assert "các bên phải thống nhất lại từ đầu" in tam.reads(EDIT)
    seen = re.search(r'name="seen" value="(\d+)"', tam.asks(EDIT).content.decode())[1]
    assert tam.sends(EDIT, seen=seen, **typed()).status_code == 302
    assert newest().state == "draft"


def test_who_comes_second_reads_who_was_quicker_and_keeps_the_rows(tam, a_draft):
    a_draft()
    answer = tam.sends(EDIT, seen="1", **typed(**{"steps-1-name": "Thẩm định kỹ"}))
    assert answer.status_code == 409
    assert "đã thay đổi nội dung này lúc 09:00 ngày 20/05/2024" in words_of(answer)
    assert named(answer)[1] == "Thẩm định kỹ"


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ("steps+1", [0, 1, None, 2, 3, 4]),
        ("steps-1", [0, 2, 3, 4]),
        ("steps^3", [0, 1, 3, 2, 4]),
        ("kiem-tra", [0, 1, 2, 3, 4]),
    ],
)
def test_buttons_move_rows_without_saving_or_losing_anything(tam, button, order):
    answer = tam.sends(EDIT, rows=button, **typed())
    assert answer.status_code == 200
    assert named(answer) == ["" if place is None else STEPS[place].name for place in order]
    assert newest().number == 1


def test_checking_tells_the_hours_and_the_faults_of_what_is_typed(tam):
    answer = tam.sends(EDIT, rows="kiem-tra", **typed(**{"steps-1-hours": "40"}))
    assert "vượt thời hạn của thủ tục" in words_of(answer)
    assert 'value="40"' in answer.content.decode()


def test_what_can_not_be_read_is_said_at_its_place_and_kept(tam):
    answer = tam.sends(EDIT, **typed(**{"steps-1-hours": "hai ngày", "steps-2-kind": ""}))
    assert answer.status_code == 422
    assert title_of(answer).startswith("Lỗi: ")
    assert "Ghi số giờ bằng chữ số, ví dụ 8." in words_of(answer)
    assert "Hãy chọn loại việc." in words_of(answer)
    assert 'value="hai ngày"' in answer.content.decode()


def test_those_who_hold_the_role_in_the_office_can_be_named(tam):
    answer = tam.asks(EDIT).content.decode()
    assert 'name="steps-1-officers" value="thu"' in answer
    assert 'name="steps-1-officers" value="minh"' not in answer


def test_a_blank_row_does_not_count(tam):
    steps = (*STEPS, StepPlan(6, "", "", "", "", 0))
    tam.sends(EDIT, **typed(steps, **{"steps-5-hours": ""}))
    assert len(plan_of(newest()).steps) == len(STEPS)


def test_the_same_form_sent_twice_drafts_once(tam):
    key = "6f1cdb1f-3a52-4d0e-9e58-d4fd0f0e2a11"
    assert {tam.sends(EDIT, key=key, **typed()).headers["Location"] for _ in range(2)} == {PAGE}
    assert newest().number == 2


def test_the_editor_costs_the_same_however_many_steps(tam, django_assert_max_num_queries):
    tam.asks(EDIT)
    with django_assert_max_num_queries(13):
        tam.asks(EDIT)
