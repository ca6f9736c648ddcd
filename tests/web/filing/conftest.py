"""A citizen's own browser, at the moment of the tests."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.citizens import Citizen
from tests.web.conftest import tell_the_time

MORNING = "2024-05-27 09:00"


@pytest.fixture
def at_home(live_server: LiveServer) -> Callable[..., Page]:
    """Signs a citizen in to this browser; gives the browser."""

    def sit(page: Page, person: Any, at: str = MORNING) -> Page:
        tell_the_time(live_server, at)
        cookie = Citizen(person).client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return page

    return sit
