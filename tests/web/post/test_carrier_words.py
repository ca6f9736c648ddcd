"""Where a carrier tells what happened: signed, or there is no such page."""

import json
from typing import Any

import pytest
from django.test import Client

from motcua.domain.post.models import Consignment, Movement
from motcua.domain.post.signatures import signed
from motcua.domain.post.terms import State
from motcua.web.components.entrance import MOMENT
from tests.posted import LATER, Desk
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]
ADDRESS, SECRET = "/buu-chinh/tin/", "bí mật chung"


@pytest.fixture(autouse=True)
def shared_secret(settings: Any) -> None:
    settings.POST_SECRET = SECRET


def event(
    number: str, status: str = "handed_out", at: str = "2024-05-30T10:20:00+07:00", **more: Any
) -> dict[str, Any]:
    return {"id": f"{number}-{status}-{at}", "number": number, "status": status, "at": at, **more}


def tell(told: Any, *, secret: str = SECRET, moment: str = "", signature: str = "") -> Any:
    text = told if isinstance(told, bytes) else json.dumps(told).encode()
    moment = moment or str(int(LATER.timestamp()))
    headers = {"HTTP_X_MOMENT": moment, "HTTP_X_SIGNATURE": signature or signed(secret, moment, text)}
    return Client().post(ADDRESS, text, content_type="application/json", **headers, **{MOMENT: LATER})


@pytest.fixture
def one(world: World) -> Consignment:
    (given,) = Desk(world).given()
    Consignment.objects.update(carrier="http")
    return given


def test_a_signed_word_is_heard_ten_times_and_believed_once(one: Consignment) -> None:
    for _ in range(10):
        answer = tell({"events": [event(one.number, collected=76_000)]})
        assert (answer.status_code, answer.json()) == (200, {"heard": 1, "strange": 0})
    assert Movement.objects.count() == 1
    assert Consignment.objects.get().state == State.HANDED_OUT


def test_words_of_one_message_are_put_in_order(one: Consignment) -> None:
    events = [event(one.number), event(one.number, "not_reached", "2024-05-30T08:00:00+07:00"), event("EQ404VN")]
    assert tell({"events": events}).json() == {"heard": 3, "strange": 1}
    assert Consignment.objects.get().state == State.HANDED_OUT
    assert Movement.objects.filter(counted=True).count() == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"secret": "khác"},
        {"signature": "00"},
        {"moment": "1"},
        {"moment": "hôm nay"},
        {"moment": "9" * 30},
        {"moment": "²"},
    ],
)
def test_a_wrong_signature_is_answered_as_if_there_were_no_page(one: Consignment, wrong: dict[str, str]) -> None:
    assert tell({"events": [event(one.number)]}, **wrong).status_code == 404
    assert Movement.objects.count() == 0


def test_without_a_secret_there_is_no_page(one: Consignment, settings: Any) -> None:
    settings.POST_SECRET = ""
    assert tell({"events": [event(one.number)]}, secret="").status_code == 404
    assert Client().get(ADDRESS).status_code == 405


@pytest.mark.parametrize("told", [b"{", b"[1]", {"events": [{"id": 1}]}, {"events": 5}, b"\xff", b"[" * 5000])
def test_what_can_not_be_read_is_said_so(one: Consignment, told: Any) -> None:
    assert tell(told).status_code == 400
    assert Movement.objects.count() == 0


def test_what_is_too_long_is_not_read(one: Consignment) -> None:
    assert tell(b" " * (512 * 1024 + 1)).status_code == 404
