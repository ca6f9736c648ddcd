"""A system of somebody else sends what people said, and asks what became of it; whatever else it sends is refused."""

import json
from typing import Any

import pytest
from django.test import Client

from motcua.domain.feedback.clients import managing
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import Channel
from motcua.web.components import tries
from motcua.web.components.entrance import MOMENT
from motcua.web.components.tries import Limit
from tests.feedback import MONDAY, routed
from tests.moments import moment
from tests.people import PLANNING
from tests.web.at_desk import Official
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")
API, AT = "/api/phan-anh/", "2024-05-27 10:00"
TOLD = {"loai": "handling", "tom_tat": "Phải đi lại ba lần", "noi_dung": "Thiếu giấy tờ.", "co_quan": PLANNING,
        "dien_thoai": "0912 345 678", "giau_ten": True}  # fmt: skip


class System:
    """A system with a token, as it writes to us."""

    def __init__(self, world: World) -> None:
        self.token = managing.new_token()
        self.known = managing.make_client(name="Smart", token=self.token, by=world["kien"], at=MONDAY)

    def sends(self, told: Any = None, *, key: str = "lan-gui-1", token: str | None = None, **more: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token if token is None else token}", "Idempotency-Key": key}
        body = told if isinstance(told, (str, bytes)) else json.dumps(TOLD if told is None else told)
        more = {"content_type": "application/json", **more}
        return Client().post(API, body, headers=headers, **{MOMENT: moment(AT)}, **more)


@pytest.fixture
def system(world: World) -> System:
    return System(world)


def asks(code: str, secret: str) -> Any:
    return Client().get(f"{API}{code}/", {"bi_mat": secret}, **{MOMENT: moment(AT)})


def test_what_is_sent_twice_under_a_key_is_one_and_who_has_the_secret_asks_for_it(system: System, world: World) -> None:
    answers = [system.sends().json() for _ in range(2)]
    item = Feedback.objects.get()
    assert answers[0] == answers[1] and answers[0]["ma"] == item.code and item.secret in answers[0]["theo_doi"]
    assert (item.channel, item.about, item.phone) == (Channel.API, world.offices[PLANNING], "0912345678")
    page = Official(world, "mai").reads(f"/kiem-tra-giam-sat/{item.code}/", AT)
    assert "Hệ thống gửi Smart" in page
    assert item.hides_contact and answers[0]["tinh_trang"] == "new"
    told = asks(item.code, item.secret).json()
    assert told["tra_loi_truoc"].startswith("2024-06-17") and "bi_mat" not in told and "0912" not in str(told)
    other = routed(world)
    for code, secret in (
        (item.code, "sai"),
        (item.code, other.secret),
        ("PA0-KHONGCO", item.secret),
        (item.code, "\0"),
    ):
        assert asks(code, secret).status_code == 404


def test_who_has_no_token_is_refused_and_soon_not_listened_to(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tries.RATES, Limit.KNOCKING, tries.Rate(3, 900))
    assert [system.sends(token=each).status_code for each in ("", "sai", system.token[:-1], system.token)] == [
        401, 401, 401, 429,
    ]  # fmt: skip
    assert not Feedback.objects.exists()


def test_a_revoked_token_is_a_wrong_one(system: System, world: World) -> None:
    managing.revoke_client(system.known, by=world["kien"], at=MONDAY)
    assert system.sends().status_code == 401


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{", 400),
        ("[" * 50_000, 400),
        (b"\xff\xfe", 400),
        ([], 422),
        ("null", 422),
        ({**TOLD, "lạ": 1}, 422),
        ({**TOLD, "loai": "khac"}, 422),
        ({**TOLD, "loai": ["handling"]}, 422),
        ({**TOLD, "tom_tat": {"a": 1}}, 422),
        ({**TOLD, "tom_tat": "  "}, 422),
        ({**TOLD, "noi_dung": "x" * 6001}, 422),
        ({**TOLD, "noi_dung": "\u0000\u200b"}, 422),
        ({**TOLD, "giau_ten": "true"}, 422),
        ({**TOLD, "co_quan": "khong-co"}, 422),
        ({**TOLD, "dien_thoai": "12"}, 422),
        ({**TOLD, "noi_dung": "x" * 70_000}, 413),
    ],
)
def test_what_is_not_in_the_format_is_refused_with_the_reason(system: System, told: Any, status: int) -> None:
    answer = system.sends(told)
    assert (answer.status_code, bool(answer.json()["loi"])) == (status, True)
    assert not Feedback.objects.exists()


def test_hostile_letters_are_kept_harmless_and_keys_and_kinds_are_checked(system: System) -> None:
    words = "<script>alert(1)</script>\u202e\ud800 =1+1"
    assert system.sends({**TOLD, "noi_dung": words}).status_code in (201, 422)
    for key in ("", "ngan", "x" * 81, "có dấu cách"):
        answer = system.sends(key=key.encode("ascii", "replace").decode())
        assert answer.status_code == 400, key
    assert system.sends(key="lan-gui-2", content_type="text/plain").status_code == 415
    assert system.sends(key="lan-gui-3").status_code == 201
    assert system.sends({**TOLD, "tom_tat": "Việc khác"}, key="lan-gui-3").status_code == 409
    assert Client().get(API).status_code == 405
