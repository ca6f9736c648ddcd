"""Amounts in words: the sounds that change, the hundreds that must be read, and every number back from its words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from motcua.domain.vietnamese.amount_words import in_words

DIGITS = {
    word: number
    for number, words in enumerate(("không", "một mốt", "hai", "ba", "bốn tư", "năm lăm", "sáu", "bảy", "tám", "chín"))
    for word in words.split()
}


def read_back(sentence: str) -> int:
    """The number somebody hears: digits that a word for tens or hundreds multiplies, groups that a larger word ends."""
    total = million = group = digit = 0
    for word in sentence.lower().removesuffix(" đồng").split():
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word in ("nghìn", "triệu"):
            million += (group + digit) * (1000 if word == "nghìn" else 1_000_000)
            group = digit = 0
        elif word == "tỷ":
            total += (million + group + digit) * 10**9
            million = group = digit = 0
        else:
            assert word == "linh", word
    return total + million + group + digit


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (25, "Hai mươi lăm đồng"),
        (101, "Một trăm linh một đồng"),
        (111, "Một trăm mười một đồng"),
        (505, "Năm trăm linh năm đồng"),
        (1_005, "Một nghìn không trăm linh năm đồng"),
        (8_000, "Tám nghìn đồng"),
        (150_000, "Một trăm năm mươi nghìn đồng"),
        (200_015, "Hai trăm nghìn không trăm mười lăm đồng"),
        (1_000_005, "Một triệu không trăm linh năm đồng"),
        (3_450_000, "Ba triệu bốn trăm năm mươi nghìn đồng"),
        (1_001_000_000, "Một tỷ không trăm linh một triệu đồng"),
        (10**12, "Một nghìn tỷ đồng"),
        (1_021_000_000_004, "Một nghìn không trăm hai mươi mốt tỷ không trăm linh bốn đồng"),
    ],
)
def test_an_amount_is_read_as_people_read_it(dong, words):
    assert in_words(dong) == words


@given(st.integers(min_value=1, max_value=10**12))
@example(10**12)
@example(10**9 + 1)
def test_every_amount_up_to_a_thousand_billion_can_be_read_back(dong):
    assert read_back(in_words(dong)) == dong


def test_every_amount_below_a_hundred_thousand_has_words_of_its_own():
    assert len({in_words(dong) for dong in range(100_000)}) == 100_000


def test_less_than_nothing_has_no_words():
    with pytest.raises(ValueError, match="negative"):
        in_words(-1)
