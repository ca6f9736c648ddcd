"""The book of dossiers (Mẫu 06): on the screen a page at a time, on paper the official form."""

import pytest

from motcua.web.centre.views import books
from tests.papers.reading import text_of
from tests.web.at_desk import title_of, words_of
from tests.world import AN

BOOK, PAPER = "/trung-tam/so-theo-doi/", "/trung-tam/so-theo-doi.pdf"
DAYS = {"tu": "27/5/2024", "den": "28.05.2024"}
LATER = "2024-06-03 09:00"


@pytest.fixture
def two(world):
    """A dossier of Monday and one of Wednesday."""
    return world.received("2024-05-27"), world.received("2024-05-29")


@pytest.mark.clause("4.1.d-1")
def test_the_book_shows_what_was_received_on_the_asked_days(two, sits):
    words = sits("mai").reads(BOOK, LATER, **DAYS)
    assert "1 hồ sơ tiếp nhận từ 27/05/2024 đến 28/05/2024." in words
    assert two[0].code in words
    assert two[1].code not in words
    assert f"{AN.name} {AN.address}; 0912 345 678" in words


def test_without_days_it_is_this_month(two, sits):
    assert "0 hồ sơ tiếp nhận từ 01/06/2024 đến 03/06/2024." in sits("mai").reads(BOOK, LATER)
    assert "Những ngày này không tiếp nhận hồ sơ nào." in sits("mai").reads(BOOK, LATER)


@pytest.mark.clause("4.1.d-1")
def test_on_paper_it_is_the_official_form_with_running_numbers(two, sits):
    answer = sits("mai").asks(PAPER, LATER, tu="29/05/2024", den="29/05/2024")
    text = text_of(answer.content)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert "SỔ THEO DÕI HỒ SƠ" in text
    assert "Cộng: 1 hồ sơ." in text
    assert "Nguyễn Văn An" in text


def test_more_lines_than_can_be_printed_at_once_are_asked_for_in_parts(two, sits, monkeypatch):
    monkeypatch.setattr(books, "PRINTED_AT_ONCE", 0)
    answer = sits("mai").asks(PAPER, LATER, **DAYS)
    assert "Mỗi lần in được nhiều nhất 0 hồ sơ. Hãy chọn ít ngày hơn." in words_of(answer)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"tu": "31/02/2024", "den": "1/3/2024"}, "Không có ngày 31/02/2024 trong lịch."),
        ({"tu": "1/3/2024", "den": "1/2/2024"}, "Ngày cuối không được trước ngày đầu."),
        ({"tu": "1/1/2023", "den": "1/2/2024"}, "Mỗi lần xem được nhiều nhất 366 ngày."),
        ({"tu": "", "den": "1/2/2024"}, "Hãy nhập từ ngày."),
        ({"tu": "\x00", "den": "1/2/2024"}, "Hãy nhập từ ngày."),
    ],
)
@pytest.mark.parametrize("address", [BOOK, PAPER])
def test_days_that_make_no_sense_are_told_and_kept(sits, address, days, said):
    answer = sits("mai").asks(address, LATER, **days)
    assert answer.status_code == 200
    assert title_of(answer).startswith("Lỗi: ")
    assert said in words_of(answer)
    assert f'value="{days["den"]}"' in answer.content.decode()


@pytest.mark.clause("2")
@pytest.mark.parametrize("address", [BOOK, PAPER])
def test_the_book_is_for_who_watches_over_the_one_stop(sits, address):
    assert [sits(code).asks(address, LATER, **DAYS).status_code for code in ("mai", "quang", "lan")] == [200, 403, 403]
    assert sits("mai").asks(address, LATER, noi="so-khdt").status_code == 404


def test_the_book_costs_five_statements_however_long(two, sits, django_assert_max_num_queries):
    mai = sits("mai")
    mai.asks(BOOK, LATER)
    with django_assert_max_num_queries(5):
        mai.asks(BOOK, LATER, **DAYS)
