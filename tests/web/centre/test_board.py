"""The board: who sees it, what each figure counts, and that it opens a list of exactly so many dossiers."""

import html
import re

import pytest

from tests.web.at_desk import words_of
from tests.web.centre.conftest import FRIDAY

BOARD = "/trung-tam/"
FIGURE = re.compile(r'<a class="figure[^"]*" href="([^"]+)">\s*<b>([^<]+)</b> <span class="what">([^<]+)</span>')
CELL = re.compile(r'<a href="(/trung-tam/ho-so/[^"]+)"><b>(\d+)</b>')


def figures(answer) -> dict[str, tuple[str, str]]:
    """Each figure by what it counts, with the list it opens."""
    found = FIGURE.findall(answer.content.decode())
    return {what: (number, html.unescape(address)) for address, number, what in found}


def listed(answer) -> int:
    """How many dossiers a list has: what it says, which must be what it shows."""
    said = int(re.search(r"(\d+) hồ sơ, lúc", words_of(answer))[1])
    assert len(re.findall(r'<a class="code"', answer.content.decode())) == said
    return said


@pytest.mark.clause("2")
@pytest.mark.parametrize(("code", "status"), [("mai", 200), ("quang", 200), ("lan", 403), ("thu", 403), ("kien", 403)])
def test_who_watches_and_who_is_the_head_have_a_board(sits, code, status):
    assert sits(code).asks(BOARD).status_code == status


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_each_figure_opens_a_list_of_exactly_so_many_dossiers(busy, sits):
    mai = sits("mai")
    shown = figures(mai.asks(BOARD, FRIDAY))
    expected = {
        "Quá hạn": "1",
        "Đến hạn hôm nay": "1",
        "Sắp đến hạn": "2",
        "Chưa chuyển": "1",
        "Chờ bổ sung lâu": "1",
        "Kết quả chưa có người nhận": "2",
    }
    assert {what: shown[what][0] for what in expected} == expected
    for what in expected:
        number, address = shown[what]
        assert listed(mai.asks(address, FRIDAY)) == int(number), what


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_each_cell_of_body_and_official_opens_a_list_of_exactly_so_many_dossiers(busy, sits):
    mai = sits("mai")
    cells = CELL.findall(mai.asks(BOARD, FRIDAY).content.decode())
    assert len(cells) >= 6
    for address, number in cells:
        assert listed(mai.asks(html.unescape(address), FRIDAY)) == int(number), address


@pytest.mark.clause("4.1.d-2")
def test_officials_are_named_and_so_is_what_nobody_has_taken(busy, sits):
    words = sits("mai").reads(BOARD, FRIDAY)
    assert "Trần Anh Thư 1 hồ sơ quá hạn: Trần Anh Thư 0 0" in words
    assert "Chưa ai nhận 1 hồ sơ quá hạn: Chưa ai nhận 0 0" in words


@pytest.mark.clause("3.3-2", "5.1.đ-1")
def test_a_head_sees_the_own_body_only(busy, sits):
    shown = figures(sits("quang").asks(BOARD, FRIDAY))
    assert shown["Quá hạn"][0] == "1"
    assert "Kết quả chưa có người nhận" not in shown


@pytest.mark.clause("3.1")
def test_the_share_that_was_on_time_stands_on_the_board(busy, sits):
    shown = figures(sits("mai").asks(BOARD, "2024-06-10 09:00"))
    assert shown["Đúng hẹn tháng 05/2024"] == ("100 %", "/so-lieu/")
    assert "Đúng hẹn tháng 05/2024" in figures(sits("quang").asks(BOARD, "2024-06-10 09:00"))
    assert "Đúng hẹn tháng 04/2024" not in figures(sits("mai").asks(BOARD, FRIDAY))


def test_the_board_says_when_it_was_made_and_what_counts(busy, sits):
    words = sits("mai").reads(BOARD, FRIDAY)
    assert "Cập nhật lúc 08:00 ngày 31/05/2024." in words
    assert "Đã tiếp nhận nhưng quá giờ phải chuyển: trong ngày; nhận sau 15:00 thì buổi sáng hôm sau." in words
    assert "Đến hạn trong 2 ngày làm việc tới, không kể hôm nay." in words


def test_results_that_lie_there_say_how_long_the_oldest_does(busy, sits):
    assert "2 Kết quả chưa có người nhận lâu nhất 3 ngày" in sits("mai").reads(BOARD, FRIDAY)


def test_a_quiet_day_says_so(sits):
    words = sits("mai").reads(BOARD)
    assert "Không cơ quan nào có hồ sơ quá hạn hay sắp đến hạn" in words
    assert "Không có vi phạm nào chờ giải trình" in words


@pytest.mark.parametrize("many", [1, 4])
def test_the_board_costs_fourteen_statements_however_many_dossiers(world, sits, many, django_assert_max_num_queries):
    for day in range(many):
        world.in_appraisal(f"2024-05-2{day + 1}")
    mai = sits("mai")
    mai.asks(BOARD, FRIDAY)
    with django_assert_max_num_queries(14):
        mai.asks(BOARD, FRIDAY)


def test_the_way_to_work_of_who_watches_is_the_board(sits):
    assert sits("mai").asks("/ban-lam-viec/").headers["Location"] == BOARD
