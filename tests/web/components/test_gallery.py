"""Every component in a real browser: rules of accessibility, widths, targets, and what our few lines of script do."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.web import axe

pytestmark = [pytest.mark.urls("tests.web.components.urls"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("query", ["", "?loi=1", "?ben=1"])
def test_components_break_no_rule_of_accessibility_at_any_width(live_server: LiveServer, page: Page, query: str):
    page.goto(f"{live_server.url}/thu-vien-mau/{query}")
    assert axe.check(page) == []


def test_components_of_the_portal_are_large_enough_for_a_thumb(live_server: LiveServer, page: Page):
    page.goto(f"{live_server.url}/thu-vien-mau/?cong=1&loi=1")
    assert "\n".join(axe.check(page, portal=True)) == ""


def test_the_checks_see_what_is_wrong(page: Page):
    wrong = (
        '<html><body><img src="x"><a style="color: #eee" href="#">đi</a><p style="width: 2000px">rộng</p></body></html>'
    )
    page.set_content(wrong)
    found = "\n".join(axe.check(page))
    for rule in ("html-has-lang", "image-alt", "color-contrast", "document-title", "wide: 360: P."):
        assert rule in found
    assert "small: <a" in found


def test_errors_take_the_focus_and_lead_to_their_fields(live_server: LiveServer, page: Page):
    page.goto(f"{live_server.url}/thu-vien-mau/?loi=1")
    expect(page.locator(".errors")).to_be_focused()
    page.get_by_role("link", name="Hãy nhập họ và tên.").click()
    expect(page.get_by_label("Họ và tên")).to_be_focused()


def test_a_slash_goes_to_the_search_but_not_while_typing_and_can_be_switched_off(live_server: LiveServer, page: Page):
    page.goto(f"{live_server.url}/thu-vien-mau/")
    search = page.get_by_label("Tìm hồ sơ")
    page.keyboard.press("/")
    expect(search).to_be_focused()
    page.keyboard.press("/")
    expect(search).to_have_value("/")
    page.get_by_role("button", name="Tắt phím tắt").click()
    page.keyboard.press("/")
    expect(search).not_to_be_focused()


def test_a_button_pressed_twice_sends_once(live_server: LiveServer, page: Page):
    sent: list[str] = []
    page.goto(f"{live_server.url}/dang-nhap/")
    page.on("request", lambda request: sent.append(request.method))
    button = page.get_by_role("button", name="Đăng nhập")
    with page.expect_navigation():
        words = button.evaluate("one => { one.click(); one.click(); return one.textContent; }")
    assert words == "Đang gửi…"
    assert sent.count("POST") == 1


def test_no_page_breaks_its_own_policy(live_server: LiveServer, page: Page):
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("thu-vien-mau/", "thu-vien-mau/?loi=1&cong=1", "dang-nhap/"):
        page.goto(f"{live_server.url}/{path}")
    assert said == []
