"""The pages that stop a clock, let it go on, or end a dossier early, in a real browser: as asked, and with errors."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.web import axe
from tests.web.dossier.test_steps import page_of, step_of
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
ON, LATER = "2024-05-28 09:00", "2024-06-03 09:00"
Opens = Callable[..., Page]


@pytest.fixture
def opens(in_browser: Opens, live_server: LiveServer) -> Opens:
    """Opens a page as one of the cast."""

    def open_page(code: str, address: str, at: str) -> Page:
        page = in_browser(code, at)
        page.goto(f"{live_server.url}{address}")
        return page

    return open_page


def test_the_pages_break_no_rule(world: World, opens: Opens):
    running, unpaid, resting = world.in_appraisal(), world.awaiting_payment(), world.stopped()
    for code, address, at in (
        ("thu", step_of(world, running, "nghia-vu-tai-chinh"), ON),
        ("lan", f"{page_of(running)}tam-dung/", ON),
        ("lan", f"{page_of(running)}rut/", ON),
        ("lan", f"{page_of(running)}de-nghi-huy/", ON),
        ("lan", f"{page_of(unpaid)}chung-tu/", LATER),
        ("lan", f"{page_of(resting)}tiep-tuc/", LATER),
        ("lan", page_of(unpaid), LATER),
        ("thu", page_of(resting), LATER),
    ):
        assert "\n".join(axe.check(opens(code, address, at))) == "", address


def test_neither_do_pages_that_come_back_with_what_is_wrong(world: World, opens: Opens):
    running, unpaid = world.in_appraisal(), world.awaiting_payment()
    for code, address, at in (
        ("thu", step_of(world, running, "nghia-vu-tai-chinh"), ON),
        ("lan", f"{page_of(running)}rut/", ON),
        ("lan", f"{page_of(unpaid)}chung-tu/", LATER),
    ):
        page = opens(code, address, at)
        page.locator("main form[method=post] button").last.click()
        page.wait_for_load_state()
        assert page.locator(".wrong, .error-list, [aria-invalid=true]").count(), address
        assert "\n".join(axe.check(page)) == "", address
