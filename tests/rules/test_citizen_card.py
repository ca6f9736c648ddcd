"""The QR code of a citizen's card is read as a scanner types it."""

import unicodedata

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


def test_strokes_and_digits_of_an_input_method_for_wide_letters_are_read():
    assert read_card(CARD.replace("|", "｜").replace("0220", "０２２０")).number == "022090001234"


def test_digits_typed_while_the_keyboard_is_vietnamese_are_found_again():
    keys = {"0": "đ", "1": "ă", "2": "â", "3": "ê", "4": "ô", "9": "\u0323"}
    mangled = "".join(keys[digit] for digit in "022090001234")
    assert read_card(CARD.replace("022090001234", unicodedata.normalize("NFC", mangled))).number == "022090001234"


def test_what_telex_makes_of_plain_letters_is_taken_as_it_comes():
    assert read_card(CARD.replace("Nguyễn Thị Hoà", "Nguyen Thi Hoa Đinh")).name == "Nguyen Thi Hoa Đinh"


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
