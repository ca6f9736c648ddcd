"""Days, moments and money as they are written in Vietnam."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.vietnamese.dates import (
    local,
    parse_date,
    show_date,
    show_moment,
    show_weekday,
)
from motcua.domain.vietnamese.money import show_money, show_number, show_size
from motcua.domain.vietnamese.text import NotValid

A_MOMENT = datetime(2026, 12, 4, 18, 30, tzinfo=UTC)


def test_moments_are_shown_by_the_clocks_of_vietnam():
    assert show_moment(A_MOMENT) == "01:30 ngày 05/12/2026"
    assert show_date(A_MOMENT) == "05/12/2026"
    assert show_date(date(2019, 4, 24)) == "24/04/2019"


def test_a_weekday_is_named():
    assert show_weekday(A_MOMENT) == "Thứ Bảy, 05/12/2026"
    assert show_weekday(date(2026, 12, 6)) == "Chủ Nhật, 06/12/2026"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        local(datetime(2026, 12, 4))  # noqa: DTZ001 - the mistake itself


@pytest.mark.parametrize(
    "typed", ["1/9/2026", "01-09-2026", "01092026", "1.9.26", " 01 / 09 / 2026 ", "1 9 2026", "2026-09-01", "010926"]
)
def test_a_date_is_read_however_it_is_typed(typed):
    assert parse_date(typed) == date(2026, 9, 1)


def test_two_digits_of_a_birth_year_are_the_last_century():
    assert parse_date("1.9.65") == date(1965, 9, 1)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("", "Hãy nhập ngày"),
        ("31/04/2026", "Không có ngày 31/04/2026"),
        ("29/02/2019", "Không có ngày"),
        ("01/01/0001", "Năm phải từ 1900"),
        ("01/01/9999", "Năm phải từ 1900"),
        ("hôm qua", "không phải là ngày"),
        ("1/9", "không phải là ngày"),
    ],
)
def test_a_wrong_date_says_what_is_wrong(typed, part):
    with pytest.raises(NotValid) as refused:
        parse_date(typed)
    assert part in refused.value.sentence


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_shown_date_is_read_back(day):
    assert parse_date(show_date(day)) == day
    assert parse_date(f"{day:%d%m%Y}") == day


@given(st.text() | st.from_regex(r"[0-9/.\- ]{1,12}"))
def test_any_text_is_a_date_or_gets_a_sentence(text):
    try:
        assert 1900 <= parse_date(text).year <= 2100
    except NotValid as refused:
        assert refused.sentence


def test_money_has_full_stops_between_thousands():
    assert show_money(150000) == "150.000 ₫"
    assert show_money(0) == "0 ₫"
    assert show_money(-1234567) == "-1.234.567 ₫"


def test_numbers_have_a_comma_before_the_fraction():
    assert show_number(Decimal("1234567.5")) == "1.234.567,5"
    assert show_number(97.8) == "97,8"


@given(st.integers(0, 10**15))
def test_money_can_be_read_back(dong):
    assert int(show_money(dong).removesuffix(" ₫").replace(".", "")) == dong


@pytest.mark.parametrize(
    ("size", "shown"), [(1, "1 KB"), (358_400, "350 KB"), (1_258_291, "1,2 MB"), (20_971_520, "20.0 MB")]
)
def test_the_size_of_a_file_is_shown_in_the_larger_unit(size: int, shown: str):
    assert show_size(size) == shown.replace(".", ",")
