"""A citizen on a phone: in by the provider's own page, and every page by the rules of WCAG, empty, full and wrong."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.citizens import businesses
from tests.citizens import AT, BINH, Citizen, a_business, a_citizen
from tests.web import axe
from tests.web.citizen.test_pages import belonging_to, paper
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c")]
PAGES = ("thong-tin/", "to-chuc/", "to-chuc/khai/", "nop-thay/", "nop-thay/them/", "dong-tai-khoan/")


@pytest.fixture
def at_home(page: Page, live_server: LiveServer) -> Callable[..., Page]:
    """Gives a browser in which a citizen is signed in."""

    def sit(person: Any) -> Page:
        cookie = Citizen(person).client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return page

    return sit


def test_from_the_first_page_to_my_dossiers_by_the_page_of_the_provider(
    page: Page, live_server: LiveServer, world: World, connected: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(live_server.url)
    page.get_by_role("link", name="Đăng nhập", exact=True).click()
    assert axe.check(page, portal=True) == []
    page.get_by_role("button", name="Đăng nhập bằng VNeID").click()
    page.wait_for_url(f"{connected}/**")
    page.get_by_role("button", name="an", exact=True).click()
    expect(page.get_by_role("heading", name="Hồ sơ của tôi")).to_be_visible()
    page.get_by_role("link", name="Thông tin của tôi").click()
    expect(page.get_by_text("022085001234")).to_be_visible()
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto(f"{live_server.url}/cong-dan/")
    expect(page.get_by_role("button", name="Đăng nhập bằng VNeID")).to_be_visible()


@pytest.mark.parametrize("full", [False, True], ids=["empty", "full"])
def test_the_pages_break_no_rule(at_home: Any, live_server: LiveServer, world: World, full: bool) -> None:
    an, more = a_citizen(), ()
    if full:
        a_citizen(BINH)
        business = businesses.confirm_business(a_business(an), by=world["lan"], at=AT)
        given = {"identity_number": BINH.identity_number, "name": BINH.name, "powers": ["file", "pay"]}
        member = businesses.admit_member(business, **given, by=an, at=AT)
        belonging_to(an, world)
        child = {"relation": "child", "name": "Nguyễn Gia Hân", "born_on": "05/01/2023"}
        Citizen(an).sends("/cong-dan/nop-thay/them/", **child, paper=paper())
        own = f"to-chuc/{business.pk}/"
        more = (own, f"{own}them-nguoi/", f"{own}nguoi/{member.pk}/", f"{own}nguoi/{member.pk}/thoi/")
    page = at_home(an)
    for address in (*PAGES, *more):
        page.goto(f"{live_server.url}/cong-dan/{address}")
        assert axe.check(page, portal=True) == [], address


def test_wrong_forms_break_no_rule(at_home: Any, live_server: LiveServer, db: None) -> None:
    page = at_home(a_citizen())
    for address, button in (("to-chuc/khai/", "Gửi để xác nhận"), ("nop-thay/them/", "Lưu")):
        page.goto(f"{live_server.url}/cong-dan/{address}")
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.get_by_role("alert")).to_be_focused()
        assert axe.check(page, portal=True) == [], address


@pytest.mark.parametrize("waits", [False, True])
def test_the_list_at_the_counter_breaks_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World, waits: bool
) -> None:
    business = a_business(a_citizen()) if waits else None
    page = in_browser("lan", "2024-05-27 09:00")
    for address in ["", *([f"{business.pk}/", f"{business.pk}/khong-xac-nhan/"] if business else [])]:
        page.goto(f"{live_server.url}/quay/to-chuc/{address}")
        assert axe.check(page) == [], address
