"""Tạm dừng, rút: who waits to pay, at their own wish, or for their papers; each leads to the act that ends it."""

import pytest
from django.test import Client

from tests.web.counter.conftest import at, signed_in
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/tam-dung/"
LATER = "2024-06-03 09:00"


@pytest.mark.parametrize("code", ["thu", "minh", "kien"])
def test_only_the_desk_sees_it(world: World, code: str):
    assert signed_in(world, code).get(HERE, **at()).status_code == 403


@pytest.mark.parametrize(
    ("tab", "says"),
    [
        ("nop-tien", "Không có hồ sơ nào chờ nộp tiền"),
        ("theo-yeu-cau", "Không có hồ sơ nào tạm dừng theo yêu cầu"),
        ("tra-giay-to", "Không có hồ sơ nào chờ trả giấy tờ"),
    ],
)
def test_nobody_waited_for_says_so(lan: Client, tab: str, says: str):
    assert says in lan.get(HERE, {"o": tab}, **at()).content.decode()


@pytest.mark.clause("4.5.a", "3.3-1", "4.1.e")
@pytest.mark.parametrize(
    ("tab", "life", "says", "leads"),
    [
        ("nop-tien", "awaiting_payment", "Thông báo số 215/TB-CCT ngày 28/05/2024, 1.500.000 ₫", "chung-tu"),
        ("theo-yeu-cau", "stopped", "Đề nghị ngày 28/05/2024", "tiep-tuc"),
        ("tra-giay-to", "withdrawn", "Rút hồ sơ: Không còn nhu cầu", "tra-giay-to"),
        ("tra-giay-to", "cancelled", "Hủy hồ sơ: Thuộc thẩm quyền của cấp huyện", "tra-giay-to"),
    ],
)
def test_each_says_why_and_how_long_and_leads_on(lan: Client, world: World, tab: str, life: str, says: str, leads: str):
    dossier = getattr(world, life)(asked="2024-05-28")
    page = lan.get(HERE, {"o": tab}, **at(LATER)).content.decode()
    assert says in page
    assert "6 ngày" in page
    assert f"/ho-so/{dossier.code}/{leads}/" in page


def test_the_list_costs_the_same_with_one_and_with_ten(lan: Client, world: World, django_assert_max_num_queries):
    world.awaiting_payment()
    lan.get(HERE, **at(LATER))
    for _ in range(9):
        world.awaiting_payment()
    with django_assert_max_num_queries(8):
        lan.get(HERE, **at(LATER))
