"""The department's lists in a real browser: empty, full, narrowed to nothing, with an error; at all widths."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.web import axe
from tests.web.department.test_work_list import waiting
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-29 09:00"
LISTS = ("", "?muc=cho-nhan", "ho-so/", "tim/?tim=an", "giai-trinh/")


@pytest.fixture
def thu(in_browser, live_server: LiveServer):
    """Opens a list as Thu."""

    def open_list(address: str) -> Page:
        page = in_browser("thu", AT)
        page.goto(f"{live_server.url}/phong-ban/{address}")
        return page

    return open_list


def test_empty_lists_break_no_rule(thu):
    assert "\n".join(f"{each} {wrong}" for each in LISTS for wrong in axe.check(thu(each))) == ""


def test_full_lists_break_no_rule(world: World, thu):
    world.in_appraisal("2024-05-24")
    world.awaiting_supplement("2024-05-20", asked="2024-05-27")
    waiting(world, "2024-05-27")
    for each in LISTS:
        page = thu(each)
        assert "\n".join(f"{each} {wrong}" for wrong in axe.check(page)) == ""


def test_a_form_with_an_error_breaks_no_rule_and_takes_the_focus(world: World, thu):
    waiting(world, "2024-05-27")
    page = thu("?muc=cho-nhan")
    with page.expect_navigation():
        page.get_by_role("button", name="Nhận việc đã chọn").click()
    assert page.locator(".errors").evaluate("one => one === document.activeElement")
    assert "\n".join(axe.check(page)) == ""


def test_the_keys_j_and_k_walk_through_the_list(world: World, thu):
    first, second = world.in_appraisal("2024-05-23"), world.in_appraisal("2024-05-24")
    page = thu("")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == first.code
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") == second.code
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == first.code
