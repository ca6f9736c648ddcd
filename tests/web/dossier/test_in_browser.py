"""The page of a dossier and of its acts in a real browser: empty, full, with errors, refused; at all widths."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.web import axe
from tests.web.dossier.scanned import with_scans
from tests.web.dossier.test_steps import page_of, step_of
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-29 09:00"
Opens = Callable[..., Page]


@pytest.fixture
def opens(in_browser: Opens, live_server: LiveServer) -> Opens:
    """Opens a page as one of the cast, with everything unfolded."""

    def open_page(code: str, address: str) -> Page:
        page = in_browser(code, AT)
        page.goto(f"{live_server.url}{address}")
        for folded in page.locator("details.more").all():
            folded.evaluate("one => { one.open = true; }")
        return page

    return open_page


def send(page: Page) -> None:
    """Press the button of the act."""
    with page.expect_navigation():
        page.locator("form[data-guard] button").click()


def test_the_page_of_a_dossier_breaks_no_rule(world: World, opens: Opens):
    waiting = world.awaiting_supplement("2024-05-20", asked="2024-05-27")
    for dossier in (with_scans(world, "2024-05-24"), waiting):
        page = opens("thu", page_of(dossier))
        assert "\n".join(axe.check(page)) == ""


def test_the_viewer_and_the_control_slip_break_no_rule(world: World, opens: Opens):
    dossier = with_scans(world)
    for rest in ("giay-to/", "phieu-kiem-soat/"):
        assert "\n".join(axe.check(opens("thu", page_of(dossier) + rest))) == ""


def test_the_pages_of_acts_break_no_rule_with_errors_and_refused_too(world: World, opens: Opens):
    dossier = world.in_appraisal("2024-05-24")
    page = opens("thu", step_of(world, dossier, "yeu-cau-bo-sung"))
    page.locator("[value=sai]").first.check()
    send(page)
    assert "\n".join(axe.check(page)) == ""
    page = opens("minh", f"{page_of(dossier)}xin-loi-hen-lai/")
    page.get_by_label("Ngày hẹn mới").fill("02/06/2024")
    page.get_by_label("Lý do").fill("Chờ ý kiến phối hợp")
    send(page)
    assert "\n".join(axe.check(page)) == ""
    assert "\n".join(axe.check(opens("thu", f"{page_of(dossier)}ban-giao/"))) == ""


def test_what_is_missing_is_asked_for_only_where_it_is_marked_so(world: World, opens: Opens):
    page = opens("thu", step_of(world, world.in_appraisal(), "yeu-cau-bo-sung"))
    reasons = page.get_by_label("Thiếu, sai thế nào")
    assert reasons.first.is_hidden()
    page.locator("[value=sai]").first.check()
    assert reasons.first.is_visible()
    assert reasons.nth(1).is_hidden()
