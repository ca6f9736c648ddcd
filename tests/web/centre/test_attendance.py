"""Lãnh đạo phê duyệt tại Trung tâm: the month, one day, for whom."""

import pytest

from motcua.domain.dossiers import decision
from tests.world import moment

PAGE, LATER = "/trung-tam/lanh-dao/", "2024-05-31 09:00"
pytestmark = pytest.mark.clause("5.1.c-2")


def test_the_month_counts_and_names_the_days_without(world, sits):
    decision.approve(world.task(world.at_approval()), by=world["minh"], at=moment("2024-05-28 08:15"))
    text = sits("mai").reads(PAGE, LATER)
    assert "Phạm Văn Minh" in text
    assert "27/05, 29/05, 30/05, 31/05" in text
    assert "Tháng 05/2024" in text


def test_a_day_shows_the_hours(world, sits):
    decision.approve(world.task(world.at_approval()), by=world["minh"], at=moment("2024-05-28 08:15"))
    assert "08:15" in sits("mai").reads(PAGE, LATER, ngay="28/05/2024")
    assert "không phê duyệt tại Trung tâm" in sits("mai").reads(PAGE, LATER, ngay="29/05/2024")


@pytest.mark.parametrize("asked", ["31/02/2024", "x", "01/01/2030", "01/01/1900"])
def test_a_day_that_is_none_shows_this_month(sits, asked):
    assert "Tháng 05/2024" in sits("mai").reads(PAGE, LATER, thang=asked, ngay=asked)


def test_it_is_for_who_watches(sits):
    assert sits("minh").asks(PAGE, LATER).status_code == 403


@pytest.mark.parametrize("many", [1, 5])
def test_it_costs_the_same_however_much_was_decided(world, sits, many, django_assert_max_num_queries):
    for _ in range(many):
        decision.approve(world.task(world.at_approval()), by=world["minh"], at=moment("2024-05-28 08:15"))
    mai = sits("mai")
    mai.asks(PAGE, LATER)
    with django_assert_max_num_queries(4):
        mai.asks(PAGE, LATER)
