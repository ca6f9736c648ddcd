"""Asking in a real browser: readable for everybody, light, and whole without scripts."""

from typing import Any

import pytest

from tests.questions import a_public_question, a_question, answered
from tests.web import axe
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("5.5.b")]
AT = "2024-06-10 09:00"


@pytest.mark.parametrize(
    "address", ["/hoi-dap/", "/hoi-dap/?tim=khong+co", "/hoi-dap/gui/", "/hoi-dap/gui/?thu-tuc=2.001610"]
)
def test_no_page_breaks_a_rule_of_accessibility_at_any_width(at_home: Any, world: World, address: str) -> None:
    assert "\n".join(axe.check(at_home(address), portal=True)) == ""


def test_the_full_pages_break_none(at_home: Any, world: World) -> None:
    public = a_public_question(world)
    followed = [f"/cau-hoi/{each.secret}" for each in (a_question(world), answered(world))]
    for address in ("/hoi-dap/?thu-tuc=2.001610", f"/hoi-dap/x-{public.pk}/", "/thu-tuc/2.001610/", *followed):
        assert "\n".join(axe.check(at_home(address, AT), portal=True)) == "", address


def test_a_form_with_errors_breaks_none(at_home: Any, world: World) -> None:
    page = at_home("/hoi-dap/gui/")
    with page.expect_navigation():
        page.locator("main form button").click()
    assert "\n".join(axe.check(page, portal=True)) == ""
