"""The Centre's desk in a real browser: readable for everybody at any width, and whole without scripts."""

from typing import Any

import pytest

from tests.web import axe
from tests.web.centre.conftest import FRIDAY, fill
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "/trung-tam/",
    "/trung-tam/ho-so/?nhom=qua-han&co-quan=so-khdt",
    "/trung-tam/ho-so/?nhom=chua-nhan",
    "/trung-tam/vi-pham/?xem=tat-ca",
    "/trung-tam/so-theo-doi/?tu=01/05/2024&den=31/05/2024",
    "/trung-tam/huong-dan/",
)


def test_pages_of_a_busy_day_break_no_rule_of_accessibility(in_browser: Any, live_server: Any, world: World) -> None:
    fill(world)
    page = in_browser("mai", FRIDAY)
    for address in PAGES:
        page.goto(f"{live_server.url}{address}")
        assert "\n".join(axe.check(page)) == "", address


def test_empty_and_faulty_pages_break_no_rule_of_accessibility(in_browser: Any, live_server: Any, world: World) -> None:
    page = in_browser("mai", FRIDAY)
    for address in (*PAGES[:4], "/trung-tam/so-theo-doi/?tu=x&den=", "/trung-tam/huong-dan/?tu=1/1/2024&den=1/1/2023"):
        page.goto(f"{live_server.url}{address}")
        assert "\n".join(axe.check(page)) == "", address


def test_a_figure_leads_to_its_dossiers(in_browser: Any, live_server: Any, world: World) -> None:
    fill(world)
    page = in_browser("mai", FRIDAY)
    page.goto(f"{live_server.url}/trung-tam/")
    page.get_by_role("link", name="1 Quá hạn").click()
    assert page.get_by_role("heading", name="Quá hạn").is_visible()
    page.locator("a.code").click()
    page.wait_for_url("**/ho-so/**")
