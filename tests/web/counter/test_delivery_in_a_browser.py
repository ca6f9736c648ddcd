"""The signature on the screen, the shelf and the calls in a real browser; without scripts a photo does as well."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers.delivery import post, reminders
from motcua.domain.dossiers.delivery.handover import keep_uncollected
from motcua.domain.dossiers.delivery.models import Delivery
from tests.web import axe
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-06-05 09:00"


@pytest.mark.clause("4.1.e")
def test_who_takes_a_result_signs_on_the_screen(world: World, in_browser: Callable[..., Page], live_server: LiveServer):
    dossier = world.at_centre()
    page = in_browser("ngoc", AT)
    page.goto(f"{live_server.url}/quay/tra-ket-qua/{dossier.code}/")
    page.get_by_label("Ký trên màn hình").check()
    assert "\n".join(axe.check(page)) == ""
    page.set_viewport_size({"width": 1280, "height": 1200})
    frame = page.locator("canvas").bounding_box()
    assert frame
    page.mouse.move(frame["x"] + 40, frame["y"] + 100)
    page.mouse.down()
    page.mouse.move(frame["x"] + 200, frame["y"] + 40, steps=5)
    page.mouse.up()
    page.get_by_role("button", name="Trả kết quả").click()
    page.get_by_text("xem bằng chứng").wait_for()
    assert Delivery.objects.get().how == "signature"
    assert "\n".join(axe.check(page)) == ""


def test_the_post_breaks_no_rule_from_sending_to_coming_back(world: World, looks: Callable[..., None]) -> None:
    dossier = world.at_centre()
    here = f"/quay/tra-ket-qua/{dossier.code}/"
    looks("ngoc", f"{here}buu-chinh/", at=AT, send=True)
    post.send_by_post(dossier, number="EQ123456789VN", by=world["ngoc"], at=moment("2024-05-30"))
    looks("ngoc", here, f"{here}buu-chinh/da-phat/", at=AT)
    looks("ngoc", f"{here}buu-chinh/chuyen-hoan/", at=AT, send=True)


def test_what_waits_with_its_clock_stopped_breaks_no_rule(world: World, looks: Callable[..., None]) -> None:
    tabs = [f"/quay/tam-dung/?o={tab}" for tab in ("nop-tien", "theo-yeu-cau", "tra-giay-to")]
    looks("lan", *tabs, at=AT)
    for stands in (world.awaiting_payment, world.stopped, world.withdrawn, world.cancelled):
        stands()
    looks("lan", *tabs, at=AT)


def test_the_shelf_and_the_calls_break_no_rule(world: World, in_browser: Callable[..., Page], live_server: LiveServer):
    page = in_browser("ngoc", AT)
    for address in ("/quay/gia-luu/", "/quay/can-goi/"):
        page.goto(live_server.url + address)
        assert "\n".join(axe.check(page)) == ""
    for number in range(3):
        at = moment("2024-05-28 16:00")
        keep_uncollected(world.at_centre(), shelf=f"A3-{number}", by=world["ngoc"], at=at)
    reminders.remind_all(moment("2024-06-05 06:00"))
    for address in ("/quay/gia-luu/", "/quay/can-goi/"):
        page.goto(live_server.url + address)
        assert "\n".join(axe.check(page)) == ""
    page.get_by_role("button", name="Đã liên hệ").first.click()
    page.get_by_text("Có chỗ cần sửa").wait_for()
    assert "\n".join(axe.check(page)) == ""
