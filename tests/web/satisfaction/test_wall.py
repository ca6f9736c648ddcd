"""The wall of satisfaction: each body in figures, pictures and tables; small groups hidden; a piece on the front."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.satisfaction import counting
from tests.acts.satisfaction.test_counting import rated
from tests.counting import statements
from tests.moments import moment
from tests.people import CENTRE
from tests.web import axe
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.clause("3.1")
PAGE, AT, NIGHT = "/hai-long/", "2024-06-03 10:00", moment("2024-06-03 00:40")


def test_nothing_counted_yet_says_so(visitor: Visitor, world: World) -> None:
    words = visitor.reads(PAGE, AT)
    assert "Chưa có đánh giá trong thời gian này" in words and "Theo cơ quan" not in words
    assert "Người dân có hài lòng không?" not in visitor.reads("/", AT)
    assert visitor.asks(PAGE, AT, **{"co-quan": CENTRE}).status_code == 404
    assert PAGE in visitor.asks("/so-lieu/", AT).content.decode()


def test_everybody_sees_share_interval_response_and_how_it_was_before(visitor: Visitor, world: World) -> None:
    rated(world, 5, 5, 5, 4, 4, 4, 3, 1)
    rated(world, 1, 1, 1, 1, 2, on="2024-04-10")
    counting.count_due(NIGHT)
    words = visitor.reads(PAGE, AT)
    for each in ("Tháng 5/2024", "75 %", "trong 9 lời mời: 88,9 % trả lời", "40,9–92,9 %", "Rất không hài lòng",
                 "tăng 75,0 điểm", "so với Tháng 4/2024", "Đếm lúc"):  # fmt: skip
        assert each in words, each
    assert "ngẫu nhiên" not in words
    of_body = visitor.reads(PAGE, AT, **{"co-quan": CENTRE, "ky": "2024-04"})
    assert "giảm" not in of_body and "0 %" in of_body and "Theo cơ quan" not in of_body
    assert "Quý 2/2024" in visitor.reads(PAGE, AT, ky="2024-q2")
    for odd in ("2019", "1", "2024-99", "‮"):
        assert "Tháng 5/2024" in visitor.reads(PAGE, AT, ky=odd)
    assert "Satisfaction" in visitor.reads("/en/satisfaction/", AT)
    assert "46,2 % hài lòng hoặc rất hài lòng, trong 13 đánh giá" in visitor.reads("/", AT)


def test_a_small_group_shows_no_figure_anywhere(visitor: Visitor, world: World) -> None:
    rated(world, 1, 1, 5)
    counting.count_due(NIGHT)
    for query in ({}, {"co-quan": CENTRE}, {"ky": "2024"}, {"co-quan": CENTRE, "ky": "2024-q2"}):
        words = visitor.reads(PAGE, AT, **query)
        assert "33,3" not in words and "66,7" not in words
    assert "Ít đánh giá nên không nêu con số" in visitor.reads(PAGE, AT, **{"co-quan": CENTRE})
    assert "ít đánh giá" in visitor.reads(PAGE, AT)
    table = "".join(part.decode() for part in visitor.asks("/hai-long.csv", AT).streaming_content)
    assert table.splitlines()[1].endswith("công tỉnh,,,,,,,,,,,")


def test_the_table_to_keep_has_a_line_for_each_body_and_month(visitor: Visitor, world: World) -> None:
    rated(world, 5, 5, 5, 4, 1)
    counting.count_due(NIGHT)
    answer = visitor.asks("/hai-long.csv", AT)
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1].startswith(f"2024-05,{CENTRE},") and lines[1].endswith(",6,5,83.3,3,1,0,0,1,80.0,37.6,96.4")
    assert answer["Content-Disposition"] == 'attachment; filename="hai-long.csv"'


def test_the_page_costs_the_same_however_many_opinions(visitor: Visitor, world: World) -> None:
    rated(world, *[5] * 6)
    counting.count_due(NIGHT)
    visitor.reads("/tra-cuu/", AT)
    with CaptureQueriesContext(connection) as first:
        visitor.reads(PAGE, AT)
    with CaptureQueriesContext(connection) as again:
        visitor.reads(PAGE, AT)
    assert (len(statements(first)), len(statements(again))) == (8, 1)


@pytest.mark.django_db(transaction=True)
def test_the_pages_break_no_rule_of_accessibility(at_home: Any, world: World) -> None:
    rated(world, 5, 5, 5, 4, 4, 4, 3, 1)
    rated(world, 1, 1, 1, 1, 2, on="2024-04-10")
    for address in (PAGE, f"{PAGE}?ky=2023", "/"):
        assert "\n".join(axe.check(at_home(address, AT), portal=True)) == "", address
    counting.count_due(NIGHT)
    from django.core.cache import cache

    cache.clear()
    for address in (PAGE, f"{PAGE}?co-quan={CENTRE}", f"{PAGE}?ky=2024", "/en/satisfaction/", "/"):
        page = at_home(address, AT)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert "\n".join(axe.check(page, portal=True)) == "", address
