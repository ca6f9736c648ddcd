"""The tablet at the counter in a browser: five faces with words, also without a network; set up by officials."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.satisfaction.models import Opinion, Seat, Tablet
from motcua.domain.satisfaction.tablets.standing import sit_at_tablet
from tests.acts.satisfaction.test_tablets import OPENING, served, set_up
from tests.satisfaction import asked
from tests.web import axe
from tests.web.at_desk import Official, words_of
from tests.web.conftest import tell_the_time
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "4.6.a")
DESK, AT, LATER = "/y-kien-nguoi-dan/", "2024-05-27 09:01", "2024-05-27 09:30"
Sits = Callable[[str], Official]


def stands(world: World) -> str:
    """The address of a tablet at which Lan sits."""
    tablet, secret = set_up(world)
    sit_at_tablet(tablet, by=world["lan"], at=OPENING)
    return f"{DESK}may/{secret}"


def test_it_waits_asks_who_was_served_and_takes_the_tap_without_a_script(visitor: Visitor, world: World) -> None:
    here = stands(world)
    assert visitor.asks(f"{here}/luot", AT).json() == {"asks": ""}
    secret = asked(served(world)).secret
    assert visitor.asks(f"{here}/luot", AT).json() == {"asks": secret}
    page = visitor.asks(here, AT)
    assert secret in page.content.decode() and "no-store" in page["Cache-Control"]
    for _ in range(2):
        assert visitor.sends(f"{here}/cham", AT, asks=secret, level="4").status_code == 302
    assert Opinion.objects.get().level == 4 and visitor.asks(f"{here}/luot", AT).json() == {"asks": ""}
    for wrong in ({"asks": secret[:-1], "level": "4"}, {"asks": "", "level": "x"}):
        assert visitor.sends(f"{here}/cham", AT, **wrong).status_code == 409
    for ending in ("", "/luot"):
        assert visitor.asks(f"{DESK}may/khong-co{ending}", AT).status_code == 404
    assert visitor.sends(f"{DESK}may/khong-co/cham", AT).status_code == 404


def test_no_officials_session_answers(world: World, sits: Sits) -> None:
    here, secret = stands(world), asked(served(world)).secret
    for code in ("lan", "mai"):
        assert sits(code).asks(here, AT).status_code == 403
        refused = sits(code).sends(f"{here}/cham", AT, asks=secret, level="5")
        assert refused.status_code == 403 and "đăng nhập tài khoản cán bộ" in words_of(refused)
    assert not Opinion.objects.exists()


def test_it_is_set_up_once_shown_and_taken_back(world: World, sits: Sits, visitor: Visitor) -> None:
    kien, lan = sits("kien"), sits("lan")
    assert "Chưa có máy nào" in kien.reads(f"{DESK}may/", AT) and "Chưa quầy nào" in lan.reads(f"{DESK}quay/", AT)
    assert kien.sends(f"{DESK}may/cap/", AT, one_stop="trung-tam", counter="").status_code == 422
    kien.sends(f"{DESK}may/cap/", AT, one_stop="trung-tam", counter="Quầy 5")
    (address,) = re.findall(r"http://[^ ]*/may/[\w-]+", kien.reads(f"{DESK}may/", AT))
    assert "/may/" not in kien.reads(f"{DESK}may/", AT).replace("/may/cap", "")
    here = address.split("testserver")[1]
    assert "Quầy 5" in visitor.reads(here, AT)
    tablet = Tablet.objects.get()
    assert lan.sends(f"{DESK}may/{tablet.pk}/thu-hoi/", AT).status_code == 403
    lan.sends(f"{DESK}quay/{tablet.pk}/", AT)
    assert "Rời quầy" in lan.reads(f"{DESK}quay/", AT) and "Nguyễn Thị Lan" in kien.reads(f"{DESK}may/", AT)
    lan.sends(f"{DESK}quay/{tablet.pk}/", AT, leave="1")
    assert Seat.objects.get().to_at is not None
    assert sits("binh").asks(f"{DESK}quay/", AT).status_code == 403
    kien.sends(f"{DESK}may/{tablet.pk}/thu-hoi/", AT)
    assert visitor.asks(here, AT).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_tap_while_the_network_is_away_is_kept_and_sent(world: World, page: Page, live_server: LiveServer) -> None:
    here = stands(world)
    served(world)
    tell_the_time(live_server, AT)
    page.goto(f"{live_server.url}{here}")
    assert axe.breaches(page) == []
    page.set_viewport_size({"width": 1024, "height": 768})
    assert axe.small_targets(page, 64) == []
    page.route("**/cham", lambda route: route.abort())
    page.get_by_role("button", name="Không hài lòng", exact=True).click()
    page.get_by_text("Mất mạng").wait_for()
    assert page.get_by_role("heading", name="Cảm ơn bạn").is_visible() and not Opinion.objects.exists()
    assert axe.breaches(page) == [] and axe.scrolls_sideways(page) == []
    page.get_by_role("button", name="Thời gian trả kết quả").click()
    page.get_by_role("button", name="Xong").click()
    assert page.get_by_text("mời bạn đánh giá ở đây").is_visible()
    page.unroute("**/cham")
    with page.expect_response(lambda answer: answer.url.endswith("/cham") and answer.ok, timeout=15_000):
        pass
    page.get_by_text("Mất mạng").wait_for(state="hidden", timeout=15_000)
    said = Opinion.objects.get()
    assert (said.level, said.reasons, said.channel) == (2, ["time"], "tablet")
    assert axe.breaches(page) == []


@pytest.mark.django_db(transaction=True)
def test_the_officials_pages_break_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None]
) -> None:
    looks("kien", f"{DESK}may/", at=AT)
    looks("lan", f"{DESK}quay/", at=AT)
    stands(world)
    looks("kien", f"{DESK}may/", at=AT)
    looks("kien", f"{DESK}may/cap/", at=AT, send=True)
    looks("lan", f"{DESK}quay/", at=AT)
