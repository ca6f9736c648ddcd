"""Identity numbers and telephone numbers by the rules of Vietnam."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.vietnamese.identity import IdentityKind, NotValid, born_in, identity_number, phone, show_phone


def why_not(kind: str, text: str, **more: date) -> str:
    with pytest.raises(NotValid) as refused:
        identity_number(kind, text, **more)
    return refused.value.sentence


@pytest.mark.parametrize("typed", ["022185001234", "022 185 001 234", "022.185.001234", "０２２１８５００１２３４"])
def test_a_citizens_number_is_stored_as_twelve_digits(typed):
    assert identity_number("cccd", typed) == "022185001234"


def test_a_citizens_number_tells_the_year_of_birth():
    assert born_in("022185001234") == 1985
    assert born_in("022304001234") == 2004


def test_a_citizen_born_abroad_has_a_country_code():
    assert identity_number("cccd", "152190001234") == "152190001234"


def test_a_wrong_citizens_number_says_what_is_wrong():
    assert why_not("cccd", "02218500123") == "Số căn cước công dân phải có đúng 12 chữ số."
    assert why_not("cccd", "02218500123x") == "Số căn cước công dân phải có đúng 12 chữ số."
    assert why_not("cccd", "003185001234") == "Ba số đầu 003 không phải là mã của tỉnh, thành phố nào."
    assert "thế kỷ" in why_not("cccd", "022585001234")
    assert "2031" in why_not("cccd", "022231001234", on=date(2019, 6, 1))
    assert identity_number("cccd", "022219001234", on=date(2019, 6, 1))


def test_an_empty_number_is_asked_for():
    assert why_not("passport", " \u200b ") == "Hãy nhập số hộ chiếu."


def test_the_old_identity_card_has_nine_digits():
    assert identity_number("cmnd", "100 123 456") == "100123456"
    assert why_not("cmnd", "10012345") == "Số chứng minh nhân dân phải có đúng 9 chữ số."


def test_a_passport_number_is_written_in_capitals():
    assert identity_number("passport", "c1234567") == "C1234567"
    assert "hộ chiếu" in why_not("passport", "ABCDEFG")
    assert "hộ chiếu" in why_not("passport", "C12/4567")


def test_a_tax_code_is_checked_by_its_check_digit():
    assert identity_number(IdentityKind.TAX_CODE, "01.00.233.488") == "0100233488"
    assert identity_number(IdentityKind.TAX_CODE, "0314409058-002") == "0314409058002"
    assert "kiểm tra" in why_not("tax_code", "0100233480")
    assert "10 chữ số" in why_not("tax_code", "12345")
    assert "chỉ gồm chữ số" in why_not("tax_code", "01002334AB")


def test_an_establishment_number_is_kept_as_written():
    assert identity_number("establishment", " 123/QĐ-UBND ") == "123/QĐ-UBND"
    assert why_not("establishment", "không có")


@given(st.sampled_from(list(IdentityKind)), st.text())
def test_any_text_is_a_number_or_gets_a_sentence(kind, text):
    try:
        number = identity_number(kind, text)
    except NotValid as refused:
        assert refused.sentence.endswith((".", ")."))
    else:
        assert identity_number(kind, number) == number


@pytest.mark.parametrize(
    "typed",
    ["0912345678", "+84912345678", "84912345678", "0912.345.678", "0912 345 678", "(0912) 345-678", "+84 0912 345 678"],
)
def test_a_mobile_number_is_stored_in_one_form(typed):
    assert phone(typed) == "0912345678"


def test_numbers_are_shown_in_groups():
    assert show_phone("0912345678") == "0912 345 678"
    assert show_phone("02033826888") == "0203 3826 888"
    assert show_phone("1900558826") == "1900 558 826"
    assert show_phone("+819012345678") == "+81 90-1234-5678"
    assert show_phone("không rõ") == "không rõ"


def test_a_number_abroad_keeps_its_country():
    assert phone("+81 90-1234-5678") == "+819012345678"


def test_a_wrong_telephone_number_says_what_is_wrong():
    for typed, part in {
        "": "Hãy nhập",
        "chưa có": "không phải là số điện thoại",
        "09123": "thiếu hoặc thừa",
        "01685551234": "năm 2018",
    }.items():
        with pytest.raises(NotValid) as refused:
            phone(typed)
        assert part in refused.value.sentence


@given(st.text())
def test_any_text_is_a_telephone_number_or_gets_a_sentence(text):
    try:
        assert phone(phone(text)) == phone(text)
    except NotValid as refused:
        assert refused.sentence.endswith(".")
