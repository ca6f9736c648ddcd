"""Filing in a real browser: nothing typed is lost, whatever happens to the line, the tab or the session."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.filing.models import Submission
from tests.filing import with_own_form
from tests.web import axe
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c", "5.1.d")]
NAME, KEPT, WAITS = "Tên hộ kinh doanh", re.compile(r"Đã lưu lúc \d\d:\d\d"), re.compile("Chưa lưu được")


@pytest.fixture
def writing(page: Page, at_home: Callable[..., Page], live_server: LiveServer, world: World) -> tuple[Page, Submission]:
    """An with the declaration open on a phone."""
    home = with_own_form(world)
    draft = home.begun()
    page.set_viewport_size({"width": 360, "height": 740})
    at_home(page, home.person).goto(f"{live_server.url}/nop-ho-so/{draft.code}/to-khai/")
    return page, draft


def typed(draft: Submission) -> dict[str, Any]:
    draft.refresh_from_db()
    return draft.typed


def test_each_field_is_kept_as_it_is_typed_and_found_on_another_device(
    writing: tuple[Page, Submission], live_server: LiveServer
) -> None:
    page, draft = writing
    wrong: list[str] = []
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.get_by_label(NAME).press_sequentially("Quán An")
    expect(page.get_by_role("status")).to_have_text(KEPT)
    page.get_by_label("Ăn uống").check()
    expect(page.get_by_role("group", name="Có chế biến thực phẩm tại chỗ")).to_be_visible()
    page.get_by_role("group", name="Có chế biến thực phẩm").get_by_label("Có", exact=True).check()
    page.get_by_label("Các thành viên hộ gia đình").check()
    with page.expect_response(lambda answer: "o_members-0-share" in (answer.request.post_data or "")):
        page.get_by_label("Vốn góp").first.press_sequentially("5")
    assert typed(draft)["o-name"] == ["Quán An"] and typed(draft)["o_members-count"] == ["2"]
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_label(NAME)).to_have_value("Quán An")
    expect(other.get_by_label("Vốn góp").first).to_have_value("5")
    assert axe.check(page, portal=True) == [] and wrong == []


def test_a_line_that_fails_is_said_and_everything_goes_when_it_is_back(writing: tuple[Page, Submission]) -> None:
    page, draft = writing
    answers = iter([None, 502])

    def breaks(route: Route) -> None:
        status = next(answers, 200)
        if status is None:
            route.abort("connectionreset")
        elif status == 200:
            route.continue_()
        else:
            route.fulfill(status=status, body="Bad Gateway")

    page.route("**/giu/", breaks)
    page.get_by_label(NAME).fill("Quán")
    expect(page.get_by_role("status")).to_have_text(WAITS)
    with page.expect_response(lambda answer: answer.ok and "+An" in (answer.request.post_data or "")):
        page.get_by_label(NAME).fill("Quán An")
    assert typed(draft)["o-name"] == ["Quán An"]


def test_a_page_that_is_loaded_anew_before_the_answer_brings_back_what_was_typed(
    writing: tuple[Page, Submission],
) -> None:
    page, draft = writing
    page.route("**/giu/", lambda route: route.abort())
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_label(NAME).press_sequentially("Quán An")
    page.get_by_label("Một người").check()
    expect(page.get_by_role("status")).to_have_text(WAITS)
    page.unroute("**/giu/")
    page.reload()
    expect(page.get_by_label(NAME)).to_have_value("Quán An")
    expect(page.get_by_label("Một người")).to_be_checked()
    expect(page.get_by_role("status")).to_have_text(KEPT)
    assert typed(draft)["o-name"] == ["Quán An"] and typed(draft)["o-sort"] == ["Một người"]


def test_a_session_that_ended_is_said_and_what_was_typed_comes_back_after_signing_in(
    writing: tuple[Page, Submission], at_home: Callable[..., Page]
) -> None:
    page, draft = writing
    page.on("dialog", lambda dialog: dialog.accept())
    page.context.clear_cookies()
    page.get_by_label(NAME).press_sequentially("Quán An")
    expect(page.get_by_role("status")).to_contain_text("Phiên làm việc đã hết")
    at_home(page, draft.person)
    page.get_by_role("link", name="Đăng nhập lại để lưu").click()
    expect(page.get_by_label(NAME)).to_have_value("Quán An")
    expect(page.get_by_role("status")).to_have_text(KEPT)
    assert typed(draft)["o-name"] == ["Quán An"]


def test_who_is_quiet_too_long_is_warned_and_can_stay(writing: tuple[Page, Submission]) -> None:
    page, _ = writing
    page.clock.install()
    page.reload()
    page.clock.run_for("24:00")
    expect(page.get_by_text("Bạn sắp được đăng xuất")).to_be_hidden()
    page.clock.run_for("02:00")
    expect(page.get_by_text("Bạn sắp được đăng xuất")).to_be_visible()
    assert axe.breaches(page) == []
    page.get_by_role("button", name="Tôi vẫn đang làm").click()
    expect(page.get_by_text("Bạn sắp được đăng xuất")).to_be_hidden()
