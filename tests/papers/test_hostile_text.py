"""What people write is printed as they wrote it, whatever it is, and never breaks a paper."""

import threading
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.domain.papers.facts import Party
from motcua.domain.papers.forms import form_for
from motcua.domain.papers.forms.posting.facts import Component as PostedComponent
from motcua.domain.papers.forms.receipt.facts import Component
from motcua.domain.papers.render import UNKNOWN, is_drawn, render

from . import samples
from .reading import flat, page_count, text_of

RECEIPT = form_for("receipt", date(2019, 5, 27))


def receipt_for(name: str) -> bytes:
    return render(RECEIPT, samples.changed(samples.RECEIPT, submitter=Party(name)))


@pytest.mark.parametrize(
    "name",
    [
        '#panic(1) #import "x" #sys.inputs',
        "= Tiêu đề *đậm* _nghiêng_ @tham_chiếu <nhãn> $x^2$ `mã`",
        "\\u{0} \\ // chú thích /* */ -- --- ~ [ ] { }",
        "Trần \"Bờm\" 'Tí' & con <script>alert(1)</script>",
        "%PDF-1.7 /JS (app.alert) endobj",
    ],
)
def test_markup_in_a_name_is_only_text(name: str):
    assert " ".join(name.split()) in flat(receipt_for(name))


def test_a_decomposed_name_is_printed_composed():
    assert "Nguyễn Thị Hòa" in flat(receipt_for("Nguye\u0302\u0303n Thi\u0323 Ho\u0300a"))


def test_an_emoji_in_a_name_does_not_stop_the_paper():
    assert f"Nguyễn Văn An {UNKNOWN}" in flat(receipt_for("Nguyễn Văn An 😀"))


def test_letters_of_other_scripts_are_printed_when_a_typeface_has_them_and_as_boxes_when_none_has():
    assert "Ωмега" in flat(receipt_for("Ωмега"))
    assert UNKNOWN * 3 in flat(receipt_for("王小明"))


def test_what_can_not_be_seen_is_not_printed():
    assert "Nguyễn An" in flat(receipt_for("Nguyễn\u200b \u202eAn\x00\ufeff"))


def test_every_letter_said_to_be_drawn_is_drawn():
    letters = [chr(code) for code in range(0x20, 0x2100) if is_drawn(chr(code)) and chr(code).isprintable()]
    text = text_of(receipt_for(" ".join(letters) + UNKNOWN))
    assert UNKNOWN in text
    assert [each for each in letters if normalize("NFC", each) not in text] == []


@settings(max_examples=25)
@given(name=st.text(max_size=80))
def test_any_text_at_all_makes_a_paper(name: str):
    assert receipt_for(name).startswith(b"%PDF-")


def test_a_word_without_end_stays_on_the_page():
    pdf = receipt_for("A" * 400)
    assert flat(pdf).replace(" ", "").count("A") > 390


def test_thirty_components_and_a_long_name_flow_to_the_next_page():
    name = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông, dân dụng và công nghiệp tỉnh Quảng Ninh " * 3
    facts = samples.changed(
        samples.RECEIPT,
        submitter=Party(name, address=name),
        components=tuple(Component(f"{number}. {samples.TRANSFER}", 1, 2, 3) for number in range(1, 31)),
    )
    pdf = render(RECEIPT, facts)
    assert page_count(pdf) >= 3
    assert f"30. {samples.TRANSFER}" in flat(pdf)
    assert flat(pdf).count("Thành phần hồ sơ Bản chính Bản chứng thực") == page_count(pdf)


def test_a_person_without_phone_address_and_email_has_no_empty_lines():
    text = flat(receipt_for("Nguyễn Văn An"))
    assert "Số điện thoại:" not in text
    assert "Email:" not in text


def test_a_posting_of_two_hundred_components_is_made():
    facts = samples.changed(
        samples.POSTING,
        components=tuple(PostedComponent(samples.TRANSFER, 1, 1, "Mẫu 01", f"Nhóm {n // 9}") for n in range(200)),
    )
    assert "Nhóm 22" in flat(render(form_for("posting", date(2019, 5, 27)), facts))


def test_eight_threads_make_the_same_paper():
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(receipt_for("Nguyễn Văn An"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [made[0]] * 8
