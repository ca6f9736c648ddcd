"""Where the gateway tells what became of a payment: signed, or there is no such page."""

import json
from typing import Any

import pytest
from django.test import Client

from motcua.domain.fees.models import Arrival, OnlinePayment, Receipt
from motcua.domain.fees.terms import OnlineState
from motcua.web.components.entrance import MOMENT
from tests.gateway import SECRET, fields
from tests.money import AT, CashDesk
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.5.a")]
ADDRESS = "/thanh-toan/bao/"


@pytest.fixture
def one(world: World, settings: Any) -> OnlinePayment:
    """A payment that An has begun."""
    settings.GATEWAY_URL, settings.GATEWAY_SECRET = "http://127.0.0.1:9/", SECRET
    desk = CashDesk(world)
    desk.book()
    return desk.begun()


def tell(told: Any) -> Any:
    text = told if isinstance(told, bytes) else json.dumps(told).encode()
    return Client(enforce_csrf_checks=True).post(ADDRESS, text, content_type="application/json", **{MOMENT: AT})


def test_what_is_signed_is_heard_ten_times_and_believed_once(one: OnlinePayment) -> None:
    for _ in range(10):
        answer = tell(fields(one, AT))
        assert (answer.status_code, answer.json()) == (200, {"MaLoi": "00"})
    assert Receipt.objects.count() == 1
    assert tell(fields(one, AT, MaTrangThai="02")).status_code == 200
    assert OnlinePayment.objects.get().state == OnlineState.PAID


def test_a_wrong_signature_is_answered_as_if_there_were_no_page(one: OnlinePayment, settings: Any) -> None:
    right = fields(one, AT)
    wrong = [
        right | {"SoTien": 1},
        right | {"MaXacThuc": "00"},
        right | {"MaXacThuc": 7},
        {},
        [right],
        b"{",
        b"[" * 9000,
    ]
    assert [tell(each).status_code for each in wrong] == [404] * len(wrong)
    settings.GATEWAY_SECRET = ""
    assert tell(right).status_code == 404
    assert Arrival.objects.count() == 0


@pytest.mark.parametrize(
    "wrong",
    [{"SoTien": "50000"}, {"SoTien": True}, {"SoTien": -1}, {"MaTrangThai": "99"}, {"ThoiGianGD": "hôm qua"},
     {"MaThamChieu": ""}, {"MaGiaoDich": "x" * 81}],
)  # fmt: skip
def test_what_was_not_agreed_is_not_believed_though_it_is_signed(one: OnlinePayment, wrong: dict[str, Any]) -> None:
    assert tell(fields(one, AT, **wrong)).status_code == 400
    assert Arrival.objects.count() == 0


def test_a_lie_about_the_sum_pays_nothing_and_is_answered_so_that_it_is_not_repeated(one: OnlinePayment) -> None:
    assert tell(fields(one, AT, SoTien=1_000)).status_code == 200
    assert Receipt.objects.count() == 0
    assert Arrival.objects.get().amount == 1_000


def test_what_is_too_long_is_not_read(one: OnlinePayment) -> None:
    assert tell(b" " * (64 * 1024 + 1)).status_code == 404
