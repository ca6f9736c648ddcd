"""The lock as Lan meets it: she types, is called away, comes back, and nothing she typed is lost."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.web.components.models import Session
from tests.web import axe
from tests.web.components.urls import written
from tests.world import PASSWORD, World

pytestmark = [pytest.mark.urls("tests.web.components.urls"), pytest.mark.django_db(transaction=True)]
TYPED = "Ông An hẹn 14:00, mang theo bản gốc"


@pytest.fixture
def typing(live_server: LiveServer, page: Page, world: World) -> Page:
    """Lan has signed in and opened a form."""
    Session.objects.all().delete()
    page.goto(f"{live_server.url}/thu/ghi/")
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", name="Ghi chú")).to_be_visible()
    return page


def called_away() -> None:
    """As if a quarter of an hour had passed since the last click."""
    session = Session.objects.get()
    store = session.get_session_store_class()(session.session_key)
    store["active_at"] = 0
    store.save()


def test_a_form_sent_after_the_pause_arrives_after_the_password(typing: Page):
    typing.get_by_label("Ghi chú").fill(TYPED)
    typing.route("**/thu/ghi/", lambda route: route.abort() if _is_fragment(route.request) else route.continue_())
    called_away()
    typing.get_by_role("button", name="Ghi").click()
    expect(typing.get_by_text("Biểu mẫu bạn vừa gửi còn nguyên")).to_be_visible()
    assert axe.check(typing) == []
    _unlock_and_send(typing)


def test_a_fragment_behind_the_lock_brings_the_whole_form_there(typing: Page):
    called_away()
    typing.get_by_label("Ghi chú").fill(TYPED)
    typing.get_by_label("Ghi chú").blur()
    expect(typing.get_by_text("Biểu mẫu bạn vừa gửi còn nguyên")).to_be_visible()
    _unlock_and_send(typing)


def test_enter_goes_to_the_next_field_and_a_key_presses_its_button(typing: Page):
    typing.get_by_label("Ghi chú").press("Enter")
    expect(typing.get_by_label("Bản quét")).to_be_focused()
    typing.keyboard.press("F2")
    assert typing.url.endswith("#giup")
    assert written() == []


def _is_fragment(request: object) -> bool:
    return "hx-request" in request.headers


def _unlock_and_send(page: Page) -> None:
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Mở khóa").click()
    expect(page.get_by_role("button", name="Gửi biểu mẫu")).to_be_focused()
    assert axe.check(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Gửi biểu mẫu").click()
    assert written() == [TYPED]
