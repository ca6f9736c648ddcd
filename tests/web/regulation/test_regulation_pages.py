"""The regulation is readable inside the application, by anybody: clause by clause, with what serves each."""

import re

import pytest
from django.test import Client

from motcua.domain.regulation.clauses import CLAUSES
from tests.world import World


@pytest.fixture
def anybody(client: Client) -> Client:
    """Somebody who is not signed in."""
    return client


def page(client: Client, address: str, **query: str) -> str:
    """The text of a page that answers."""
    answer = client.get(address, query)
    assert answer.status_code == 200, address
    return answer.content.decode()


def clauses_on(text: str) -> list[str]:
    """The clauses that a list shows, in its order."""
    return re.findall(r"<h3><a [^>]*><span>([^<]+)</span>", text)


@pytest.mark.clause("9.1")
def test_the_list_holds_every_clause_with_its_bearer_and_its_status(anybody):
    text = page(anybody, "/quy-che/")
    assert clauses_on(text) == list(CLAUSES)
    assert "Chậm nhất 01 ngày trước ngày hết hạn" in text
    assert text.count('class="tag') == len(CLAUSES)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("5.1.e", ["5.1.e-1", "5.1.e-2", "5.1.e-3"]),
        ("5.1.đ", ["5.1.đ-1", "5.1.đ-2"]),
        ("5.1.d", ["5.1.d"]),
        ("xin loi va hen lai", ["5.1.e-3"]),
        ("CON DẤU thứ hai", ["4.1.đ", "5.4"]),
        ("Điều 9", ["9.1", "9.2", "9.3"]),
    ],
)
def test_a_search_finds_by_number_and_by_words_with_or_without_marks(anybody, words, expected):
    assert clauses_on(page(anybody, "/quy-che/", tim=words)) == expected


def test_a_status_picks_its_clauses_and_stays_with_the_search(anybody):
    later = page(anybody, "/quy-che/", **{"tinh-trang": "later", "tim": "đào tạo"})
    assert clauses_on(later) == ["4.4.a"]
    assert '<input type="hidden" name="tinh-trang" value="later">' in later
    assert clauses_on(page(anybody, "/quy-che/", **{"tinh-trang": "not-for-a-program"})) == ["1"]


def test_a_search_that_finds_nothing_says_so_and_leads_back(anybody):
    text = page(anybody, "/quy-che/", tim="tàu vũ trụ")
    assert "Không có điều khoản nào như vậy." in text
    assert 'value="tàu vũ trụ"' in text


@pytest.mark.clause("9.1")
def test_a_clause_shows_its_place_its_numbers_and_what_serves_it(anybody):
    text = page(anybody, "/quy-che/5.1.e-3")
    assert "Điều 5, khoản 1, điểm e, phần 3" in text
    assert "Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9" in text
    assert "21/06/2018" in text
    assert "dossiers.delay.apologise_and_reschedule" in text
    assert "Phiếu xin lỗi và hẹn lại ngày trả kết quả (mẫu 04)" in text


def test_a_clause_shows_the_tests_that_show_it(anybody):
    text = page(anybody, "/quy-che/9.1")
    assert "a clause shows its place its numbers and what serves it" in text
    assert "tests/web/regulation/test_regulation_pages.py" in text


def test_a_clause_not_yet_carried_out_names_the_part_that_will(anybody):
    assert "Cán bộ biệt phái" in page(anybody, "/quy-che/5.2.a")


def test_a_clause_leads_to_its_neighbours(anybody):
    text = page(anybody, "/quy-che/5.1.e-3")
    assert 'rel="prev">← 5.1.e-2' in text
    assert 'rel="next">5.1.f →' in text
    assert 'rel="prev"' not in page(anybody, "/quy-che/1")
    assert 'rel="next"' not in page(anybody, "/quy-che/9.3")


def test_a_citizen_is_not_led_to_screens_that_ask_to_sign_in(anybody: Client, world: World) -> None:
    """The screen is named all the same; an official is led there."""
    assert 'href="/quan-tri/' not in page(anybody, "/quy-che/2")
    anybody.force_login(world["thu"].account)
    assert 'href="/quan-tri/' in page(anybody, "/quy-che/2")


@pytest.mark.parametrize("number", CLAUSES)
def test_every_clause_has_its_page(anybody, number):
    assert CLAUSES[number].summary in page(anybody, f"/quy-che/{number}")


def test_a_clause_that_is_not_there_is_not_found(anybody):
    assert anybody.get("/quy-che/5.1.g").status_code == 404


def test_the_address_without_a_slash_leads_to_the_list(anybody):
    assert anybody.get("/quy-che").headers["Location"] == "/quy-che/"
