"""A local account on a small phone, with scripts and without; every page by the rules of WCAG, right and wrong."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.citizens.models import Confirmation
from tests.citizens import AN
from tests.local_accounts import PHONE, right
from tests.web import axe
from tests.web.at_desk import weight_of
from tests.web.conftest import tell_the_time
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
AT = "2024-05-27 09:00"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_a_number_to_the_own_page_on_360_points(
    browser: Browser, live_server: LiveServer, world: World, scripts: bool
) -> None:
    tell_the_time(live_server, AT)
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()

    def holds() -> None:
        if scripts:
            assert axe.check(page, portal=True) == [], page.url

    page.goto(f"{live_server.url}/cong-dan/dang-nhap/")
    page.get_by_role("button", name="Gửi mã").click()
    expect(page.get_by_role("alert")).to_be_visible()
    holds()
    page.get_by_label("Số điện thoại hoặc thư điện tử").fill("0912 345 678")
    page.get_by_role("button", name="Gửi mã").click()
    expect(page.get_by_role("heading", name="Nhập mã")).to_be_visible()
    holds()
    page.get_by_label("Mã sáu số").fill("12")
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("alert")).to_be_visible()
    holds()
    page.get_by_label("Mã sáu số").fill(right(Confirmation.objects.get(address=PHONE)))
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("heading", name="Mở tài khoản")).to_be_visible()
    holds()
    page.get_by_role("button", name="Mở tài khoản").click()
    expect(page.get_by_role("alert")).to_be_visible()
    holds()
    page.get_by_label("Họ và tên").fill(AN.name)
    page.get_by_label("Số định danh cá nhân").fill(AN.identity_number)
    page.get_by_label("Tôi đồng ý").check()
    page.get_by_role("button", name="Mở tài khoản").click()
    expect(page.get_by_role("heading", name="Hồ sơ của tôi")).to_be_visible()
    for address in ("thong-tin/", "thong-tin/lien-he/", "an-toan/", "an-toan/mat-khau/", "an-toan/dang-xuat-noi-khac/",
                    "chinh-chu/"):  # fmt: skip
        page.goto(f"{live_server.url}/cong-dan/{address}")
        holds()
    context.close()


def test_the_page_of_the_password_breaks_no_rule(page: Page, live_server: LiveServer, world: World) -> None:
    page.goto(f"{live_server.url}/cong-dan/dang-nhap/mat-khau/")
    assert axe.check(page, portal=True) == []
    page.get_by_role("button", name="Đăng nhập").last.click()
    expect(page.get_by_role("alert")).to_be_focused()
    assert axe.check(page, portal=True) == []


@pytest.mark.parametrize("address", ["dang-nhap/", "dang-nhap/mat-khau/"])
def test_the_first_load_is_small(world: World, address: str) -> None:
    assert weight_of(Client().get(f"/cong-dan/{address}")) < axe.FIRST_LOAD
