"""Which form is used on which day."""

from datetime import date

import pytest

from motcua.domain.papers.forms.sets import SETS, NoSuchForm, form_for, form_of

LAST_DAY_OF_2019_FORMS, FIRST_DAY_OF_2025_FORMS = date(2025, 9, 14), date(2025, 9, 15)


def test_the_apology_changes_its_title_with_the_circular():
    before, after = (form_for("apology", on) for on in (LAST_DAY_OF_2019_FORMS, FIRST_DAY_OF_2025_FORMS))
    assert (before.number, before.title) == ("04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả")
    assert (after.number, after.title) == ("04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết")


def test_the_control_slip_and_the_register_move_up_one_number_in_2025():
    assert [form_for(code, LAST_DAY_OF_2019_FORMS).number for code in ("control_slip", "register")] == ["05", "06"]
    assert [form_for(code, FIRST_DAY_OF_2025_FORMS).number for code in ("control_slip", "register")] == ["06", "07"]


def test_the_stop_notice_is_a_form_of_the_circular_since_2025_and_the_centres_own_before():
    assert form_for("stop_notice", FIRST_DAY_OF_2025_FORMS).number == "05"
    before = form_for("stop_notice", LAST_DAY_OF_2019_FORMS)
    assert (before.number, before.set, before.series) == ("", "", "TBD")


def test_there_are_no_official_forms_before_the_circular_of_2018():
    with pytest.raises(NoSuchForm):
        form_for("receipt", date(2019, 1, 5))
    assert form_for("receipt", date(2019, 1, 6)).legend == "Mẫu số 01 (TT 01/2018/TT-VPCP)"


def test_the_centres_own_papers_belong_to_no_set():
    assert form_for("guidance", date(2018, 1, 1)) == form_for("guidance", FIRST_DAY_OF_2025_FORMS)
    assert form_for("guidance", FIRST_DAY_OF_2025_FORMS).legend == ""


def test_a_paper_keeps_the_form_it_was_issued_on():
    old = form_for("apology", LAST_DAY_OF_2019_FORMS)
    assert form_of("apology", old.set) == old


def test_each_set_numbers_its_forms_from_01_without_a_gap():
    for each in SETS:
        assert [form.number for form in each.forms] == [f"{n:02d}" for n in range(1, len(each.forms) + 1)]
