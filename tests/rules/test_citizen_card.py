"""The QR code of a citizen's card is read as a scanner types it."""

import pytest

from motcua.domain.vietnamese.citizen_card import CitizenCard, read_card
from motcua.domain.vietnamese.text import NotValid

CARD = "022090001234|100123456|Nguyễn Thị Hoà|05031990|Nữ|Tổ 5, khu 2, phường Hồng Hà, Hạ Long, Quảng Ninh|15042021"


def test_a_card_gives_number_name_and_address():
    assert read_card(CARD) == CitizenCard(
        number="022090001234",
        name="Nguyễn Thị Hoà",
        address="Tổ 5, khu 2, phường Hồng Hà, Hạ Long, Quảng Ninh",
        old_number="100123456",
    )


def test_a_person_who_never_had_an_old_number_leaves_that_field_empty():
    assert read_card("022090001234||Trần An|01012000|Nam|Hạ Long|01012021").old_number == ""


def test_newer_cards_with_more_fields_are_read_too():
    assert read_card(CARD + "||Nguyễn Văn B|Trần Thị C|").name == "Nguyễn Thị Hoà"


def test_the_line_end_of_the_scanner_does_not_matter():
    assert read_card(f"\t{CARD}\r\n").number == "022090001234"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "022090001234",
        "|||||",
        "1234|x|Nguyễn An|01012000|Nam|Hạ Long|",
        "022090001234||   |01012000|Nam|Hạ Long|",
        "https://x|y",
    ],
)
def test_anything_else_is_refused_with_what_to_do(text: str):
    with pytest.raises(NotValid, match="quét lại"):
        read_card(text)
