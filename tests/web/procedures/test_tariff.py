"""What is to be paid, from when to when, by which document; and announcing a change of it."""

from datetime import date

import pytest

from motcua.domain.procedures.tariff import tariff_on
from tests.web.at_desk import words_of

from .conftest import PAGE

TARIFF, NEW = f"{PAGE}muc-thu/", f"{PAGE}muc-thu/moi/"
GIVEN = {
    "document": "82/TB-SKHĐT ngày 20/5/2024",
    "valid_from": "1/6/2024",
    "fees-count": "2",
    "fees-0-kind": "charge",
    "fees-0-name": "Lệ phí đăng ký doanh nghiệp",
    "fees-0-amount": "100.000",
    "fees-0-channel": "",
    "fees-1-kind": "fee",
    "fees-1-name": "Phí công bố nội dung đăng ký doanh nghiệp",
    "fees-1-amount": "100000",
    "fees-1-channel": "online",
}


@pytest.mark.clause("5.3.a", "4.5.a")
def test_every_line_stands_with_its_days_and_its_document(world, tam):
    assert "Lệ phí đăng ký doanh nghiệp Lệ phí 50.000 ₫ từ 02/05/2019 đang thu 1234/QĐ-UBND" in tam.reads(TARIFF)
    tam.sends(NEW, **GIVEN)
    text = tam.reads(TARIFF)
    assert "Lệ phí đăng ký doanh nghiệp Lệ phí 100.000 ₫ từ 01/06/2024 sắp thu 82/TB-SKHĐT ngày 20/5/2024" in text
    assert "từ 02/05/2019 đến hết 31/05/2024 đang thu" in text


@pytest.mark.clause("5.3.a")
def test_a_change_is_announced_with_its_document_and_its_first_day(world, tam):
    assert tam.sends(NEW, **GIVEN).headers["Location"] == TARIFF
    procedure = world.version.procedure_id
    assert [line.amount for line in tariff_on(procedure, date(2024, 5, 31))] == [50_000]
    assert [line.amount for line in tariff_on(procedure, date(2024, 6, 1), "online")] == [100_000, 100_000]


def test_the_form_begins_with_what_is_collected_today(tam):
    page = tam.asks(NEW).content.decode()
    assert 'value="Lệ phí đăng ký doanh nghiệp"' in page
    assert 'value="50.000"' in page


def test_with_no_line_left_nothing_is_collected_any_more(world, tam):
    form = {"document": "83/TB-SKHĐT", "valid_from": "1/7/2024", "fees-count": "0"}
    assert tam.sends(NEW, **form).status_code == 302
    assert tariff_on(world.version.procedure_id, date(2024, 7, 1)) == []


@pytest.mark.parametrize(
    ("wrong", "status", "sentence"),
    [
        ({"document": ""}, 422, "Hãy nhập văn bản thông báo."),
        ({"fees-0-amount": ""}, 409, "Mỗi khoản thu phải có tên và mức thu từ 0 đồng trở lên."),
        ({"fees-0-amount": "nhiều"}, 422, "Hãy ghi số tiền bằng chữ số, ví dụ 150.000."),
        ({"fees-1-name": ""}, 422, "Hãy nhập tên khoản thu."),
        ({"valid_from": "2/5/2019"}, 409, "Đã có mức thu áp dụng từ ngày 02/05/2019"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(tam, wrong, status, sentence):
    answer = tam.sends(NEW, **GIVEN | wrong)
    assert answer.status_code == status
    assert sentence in words_of(answer)
    assert "Lệ phí đăng ký doanh nghiệp" in answer.content.decode()


def test_lines_are_added_and_taken_out_without_scripts(tam):
    page = tam.sends(NEW, **GIVEN, rows="fees+").content.decode()
    assert 'name="fees-2-name"' in page
    page = tam.sends(NEW, **GIVEN, rows="fees-0").content.decode()
    assert 'name="fees-1-name"' not in page
    assert 'value="Phí công bố nội dung đăng ký doanh nghiệp"' in page


def test_the_pages_cost_at_most_seven_statements(tam, django_assert_max_num_queries):
    tam.asks(TARIFF)
    for address in (TARIFF, NEW):
        with django_assert_max_num_queries(7):
            tam.asks(address)


STEPPED = {
    "fees-1-per": "trang", "fees-1-later_from": "3", "fees-1-later": "50.000", "fees-1-ceiling": "1.000.000",
    "reliefs-count": "1", "reliefs-0-fee": GIVEN["fees-1-name"], "reliefs-0-group": "hộ nghèo",
    "reliefs-0-percent": "100", "reliefs-0-basis": "Nghị quyết 25/2019/NQ-HĐND", "reliefs-0-proof": "sổ hộ nghèo",
}  # fmt: skip


@pytest.mark.clause("5.3.a")
def test_steps_a_ceiling_and_reliefs_are_written_below_the_line_and_posted_with_it(world, tam):
    assert tam.sends(NEW, **GIVEN | STEPPED).headers["Location"] == TARIFF
    plain, stepped = tariff_on(world.version.procedure_id, date(2024, 6, 1), "online")
    assert (plain.reliefs, stepped.formula.ceiling, stepped.favoured[0].group) == ([], 1_000_000, "hộ nghèo")
    text = tam.reads(TARIFF)
    assert "từ trang thứ 3: 50.000 ₫/trang không quá 1.000.000 ₫ một bản miễn cho hộ nghèo (kèm sổ hộ nghèo" in text
    again = tam.asks(NEW + "?").content.decode()
    assert again.count('name="reliefs-count"') == 1


@pytest.mark.clause("5.3.a")
def test_a_formula_or_a_relief_that_says_nothing_comes_back_with_the_sentence(tam):
    wrong = tam.sends(NEW, **GIVEN | STEPPED | {"fees-1-later": ""})
    assert wrong.status_code == 422
    assert "Mức thu tiếp theo phải ghi cả mức thu" in words_of(wrong)
    assert 'value="1.000.000"' in wrong.content.decode()
    wrong = tam.sends(NEW, **GIVEN | STEPPED | {"reliefs-0-fee": "Phí không còn nữa"})
    assert wrong.status_code == 422
