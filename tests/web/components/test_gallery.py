"""Every component, in a real browser."""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.web import axe

pytestmark = [pytest.mark.urls("tests.web.components.urls"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("query", ["", "?loi=1", "?ben=1"])
def test_components_break_no_rule_of_accessibility_at_any_width(live_server: LiveServer, page: Page, query: str):
    page.goto(f"{live_server.url}/thu-vien-mau/{query}")
    assert axe.check(page) == []
