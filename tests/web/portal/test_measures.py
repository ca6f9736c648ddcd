"""The share that was on time, body by body, for everybody to see (3.1)."""

import pytest

from motcua.domain.dossiers.delivery import handover
from tests.world import moment

PAGE = "/so-lieu/"


@pytest.mark.clause("3.1")
def test_the_last_full_month_is_shown_for_each_body(visitor, world):
    world.at_centre("2024-05-28")
    world.at_centre("2024-05-29")
    late = world.with_result("2024-05-30")
    handover.hand_over(late, by=world["ngoc"], at=moment("2024-05-31"), explanation="Mất điện")
    words = visitor.reads(PAGE, "2024-06-10 09:00")
    assert "Tháng 05/2024 Tỷ lệ đúng hẹn" in words
    assert "66,6 % hồ sơ xong đúng hẹn trong 3 hồ sơ" in words
    assert "Sở Kế hoạch và Đầu tư 3 2 0 1 66,6 %" in words


def test_a_month_without_dossiers_says_so(visitor):
    assert "Tháng 04/2024 chưa có hồ sơ nào xong" in visitor.reads(PAGE)


@pytest.mark.clause("3.1")
def test_the_page_says_what_counts(visitor):
    words = visitor.reads(PAGE)
    assert "Thời gian chờ người dân bổ sung giấy tờ không tính cho cơ quan nào." in words


def test_a_month_is_counted_once_and_then_remembered(visitor, world, django_assert_num_queries):
    world.at_centre("2024-05-28")
    first = visitor.reads(PAGE, "2024-06-10 09:00")
    with django_assert_num_queries(1):
        assert visitor.reads(PAGE, "2024-06-10 09:00") == first
