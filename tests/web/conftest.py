"""What the tests of all desks share: the cast, each with a browser."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.web.components.entrance import MOMENT
from tests.web import axe
from tests.web.at_desk import Official
from tests.world import World, moment


@pytest.fixture
def sits(world: World) -> Callable[[str], Official]:
    """Gives one of the cast, signed in."""
    return lambda code: Official(world, code)


@pytest.fixture
def in_browser(live_server: LiveServer, page: Page, world: World) -> Callable[..., Page]:
    """Gives a real browser in which one of the cast is signed in, at a moment that the server is told."""

    def sit(code: str, at: str) -> Page:
        tell_the_time(live_server, at)
        client = Client()
        client.force_login(world.cast[code].account)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])
        return page

    return sit


@pytest.fixture
def looks(in_browser: Callable[..., Page], live_server: LiveServer) -> Callable[..., None]:
    """Looks at pages as one of the cast; a form is looked at once more with everything missing, if `send` says so."""

    def look(code: str, *addresses: str, at: str, send: bool = False) -> None:
        page = in_browser(code, at)
        for address in addresses:
            answer = page.goto(f"{live_server.url}{address}")
            assert answer and answer.status == 200, address
            assert "\n".join(axe.check(page)) == "", address
            if send:
                with page.expect_navigation():
                    page.locator("main form[method=post] button.button").last.click()
                page.locator(".errors").wait_for()
                assert "\n".join(axe.check(page)) == "", f"{address} with everything missing"

    return look


def tell_the_time(server: LiveServer, at: str) -> None:
    http = server.thread.httpd
    served = getattr(http, "served", None) or http.get_app()

    def application(environ: dict[str, Any], start_response: Any) -> Any:
        return served({**environ, MOMENT: moment(at)}, start_response)

    http.served = served
    http.set_app(application)
