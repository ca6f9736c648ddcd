"""The regulation in a real browser: the list, a search that finds nothing, a clause with much and one with little."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.web import axe
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ("", "?tim=t%C3%A0u+v%C5%A9+tr%E1%BB%A5", "?tinh-trang=later", "1", "2", "5.1.e-3")


def test_no_page_breaks_a_rule_of_accessibility_at_any_width(page: Page, live_server: LiveServer, world: World) -> None:
    for address in PAGES:
        page.goto(f"{live_server.url}/quy-che/{address}")
        assert "\n".join(axe.check(page)) == "", address


def test_an_official_reads_it_beside_the_desks(world: World, looks: Callable[..., None]) -> None:
    looks("thu", "/quy-che/", "/quy-che/2", at="2024-05-28 09:00")
