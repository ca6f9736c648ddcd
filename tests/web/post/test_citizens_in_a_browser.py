"""A citizen's post on a phone: no breach of WCAG, fingers find every button, also when something is missing."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.filing import AtHome
from tests.web import axe
from tests.web.filing.conftest import at_home as at_home
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c", "5.1.f")]


def test_papers_are_fetched_from_a_phone(
    page: Page,
    at_home,
    live_server: LiveServer,
    world: World,
) -> None:
    home = AtHome(world)
    submission = home.submitted()
    page.set_viewport_size({"width": 360, "height": 740})
    at_home(page, home.person).goto(f"{live_server.url}/buu-chinh/cua-toi/{submission.code}/")
    assert axe.check(page, portal=True) == []
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("link", name="Đặt bưu tá đến lấy").click()
    page.get_by_role("button", name="Đặt bưu tá đến lấy").click()
    page.locator(".errors").wait_for()
    assert axe.check(page, portal=True) == []
    page.get_by_label("Xã, phường").fill("Xã Kỳ Thượng")
    page.get_by_role("button", name="Đặt bưu tá đến lấy").click()
    page.get_by_text("Chờ bưu tá đến lấy").wait_for()
    assert axe.check(page, portal=True) == []
