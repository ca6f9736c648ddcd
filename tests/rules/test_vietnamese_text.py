"""Vietnamese text: stored clean, found without diacritics, ordered as in a Vietnamese dictionary."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.vietnamese.text import clean, clean_lines, fold, in_a_sentence, name_sort_key, sort_key

IN_ORDER = """
An; Ánh; Anh thư; ăn; Ân; Ẩn; ba; Bá; Bà Rịa; Bạc; Cẩm Phả; Chí Linh; Cô Tô; Dũng; Dương; Đa; Đà; Đầm Hà; Đông Triều;
em; Êm; Giang; Hạ Long; Hà Nội; Hoa; hòa; Hỏa; Hõa; Hóa; Họa; Hòn Gai; Kiều; Lan; Lăng; Lâm; Minh; Móng Cái; Năm; Nga;
ngã; Oanh; Ôn; Ơn; Phong; Quảng Yên; Quý; Sơn; tám; Tầm; Thu; thụ; Thư; Tiên Yên; Trâm; Tuấn; Uông Bí; Uyên; Ưng;
Vân Đồn; Xuân; Yên
"""

PERSONS_IN_ORDER = """
Nguyễn Văn An; Trần Thị An; Lê Ngọc Anh; Nguyễn Hoàng Anh; Nguyễn Ngọc Anh; Nguyễn Thị Ngọc Anh; Bùi Ngọc Ánh;
Phạm Hồng Ân; Vũ Gia Ân; Đỗ Thanh Bình; Đỗ Thành Bình; Nguyễn Thanh Bình; Lương Bá Cường; Đoàn Thị Dung; Hà Văn Dũng;
Hoàng Dũng; Trần Dương; Lý Thị Đào; Nguyễn Thị Đào; Đặng Minh Đức; Ngô Trường Giang; Nguyễn Hà; Vũ Thị Hà;
Bùi Thị Hạnh; Trương Thị Hoa; Đinh Hòa; Nguyễn Thị Hòa; Hoàng Thị Hồng; Phạm Quốc Huy; Lê Thu Hương;
Nguyễn Thị Minh Khai; Trịnh Văn Khoa; Cao Thị Lan; Ngô Thị Lan; Phùng Văn Lâm; Bế Thị Liên; Nguyễn Hải Long;
Phạm Thị Mai; Đỗ Quang Minh; Hồ Chí Minh; Lê Hằng Nga; Nông Thị Nguyệt; Tạ Oanh; Vi Văn Phúc; Chu Minh Quân;
Mạc Văn Quý; Lục Thị Sen; Nguyễn Sơn; Trần Hữu Tài; Hứa Thị Tâm; Lê Đức Thịnh; Nguyễn Thị Thu; Vũ Anh Thư;
Đàm Văn Tiến; Lại Thị Trâm; Hoàng Anh Tuấn; Nguyễn Tố Uyên; Phan Văn Việt; Nguyễn Thị Xuân; Ngọc Thị Yến
"""


def listed(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split(";")]


def test_words_stand_in_the_order_of_a_vietnamese_dictionary():
    assert sorted(["Đào", "Dung", "Ân", "Ăn", "Ánh", "Anh", "An"], key=sort_key) == listed(
        "An; Anh; Ánh; Ăn; Ân; Dung; Đào"
    )


def test_the_long_list_keeps_its_order_however_it_was_shuffled():
    assert sorted(sorted(listed(IN_ORDER)), key=sort_key) == listed(IN_ORDER)


def test_persons_are_listed_by_given_name_then_family_name():
    names = listed(PERSONS_IN_ORDER)
    assert len(names) == 60
    assert sorted(sorted(names), key=name_sort_key) == names


def test_the_five_tones_follow_in_the_order_of_schoolbooks():
    assert sorted(["mạ", "má", "mã", "mả", "mà", "ma"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_a_name_in_capitals_stands_beside_the_same_name_in_small_letters():
    names = ["Trần Thị Hoa", "NGUYỄN THỊ HOA", "Nguyễn Thị Hoa", "Lê Văn Hòa"]
    assert sorted(names, key=name_sort_key) == ["Nguyễn Thị Hoa", "NGUYỄN THỊ HOA", "Trần Thị Hoa", "Lê Văn Hòa"]


def test_keys_are_plain_ascii_for_vietnamese_so_that_every_database_orders_them_alike():
    assert all(sort_key(each).isascii() for each in listed(IN_ORDER))


def test_where_the_tone_is_put_changes_neither_the_order_nor_the_search():
    assert sort_key("hoà") == sort_key("hòa")
    assert fold("thuý") == fold("thúy") == "thuy"


@pytest.mark.parametrize("typed", ["Hoà Bình", "HÒA BÌNH", "hoa  binh", "\u200bHoa\u00a0Binh "])
def test_search_finds_a_word_however_it_was_typed(typed):
    assert fold(typed) == fold(unicodedata.normalize("NFD", typed)) == "hoa binh"


def test_stroked_d_is_d_in_every_disguise():
    assert fold("Đường ĐƯỜNG đường") == "duong duong duong"
    assert fold("Ðà Nẵng") == fold("Đà Nẵng") == "da nang"
    assert sort_key("Ðà Nẵng") == sort_key("Đà Nẵng")


def test_codes_keep_their_signs_when_folded():
    assert fold("000.00.00.H49-190424-0001") == "000.00.00.h49-190424-0001"


def test_clean_text_is_composed_and_shows_all_it_holds():
    assert clean("  Nguye\u0302\u0303n\tThị\u200b \u202eHoa\x00\r\n ") == "Nguyễn Thị Hoa"
    assert clean("lone \ud800 half") == "lone half"


def test_clean_text_keeps_capitals_as_they_were_typed():
    assert clean("NGUYỄN THỊ HOÀ") == "NGUYỄN THỊ HOÀ"


def test_paragraphs_survive_in_text_of_several_lines():
    assert clean_lines("Thiếu bản  chính.\r\n\r\n\r\n\r\nThiếu\u200b chữ ký.\n") == "Thiếu bản chính.\n\nThiếu chữ ký."


@given(st.text())
def test_cleaning_and_folding_twice_is_the_same_as_once(text):
    assert clean(clean(text)) == clean(text)
    assert clean_lines(clean_lines(text)) == clean_lines(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_and_decomposed_text_is_found_alike(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_any_text_has_a_key_and_can_be_stored(text):
    assert isinstance(name_sort_key(text), str)
    assert isinstance(sort_key(text), str)
    assert "\x00" not in clean(text)
    clean(text).encode()


def test_a_label_inside_a_sentence_begins_small_and_keeps_its_names():
    assert in_a_sentence("Đề nghị của Ủy ban") == "đề nghị của Ủy ban"
    assert in_a_sentence("") == ""
