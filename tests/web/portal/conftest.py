"""What the tests of the portal share: somebody at home, with a telephone and without an account."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.web.components.entrance import MOMENT
from tests.web.at_desk import MORNING, words_of
from tests.web.conftest import tell_the_time
from tests.world import moment


class Visitor:
    """Somebody who is not signed in."""

    def __init__(self, where: str = "203.0.113.7") -> None:
        self.client = Client(REMOTE_ADDR=where)

    def asks(self, address: str, at: str = MORNING, **query: str) -> Any:
        """The answer to a page."""
        return self.client.get(address, query, follow=True, **{MOMENT: moment(at)})

    def reads(self, address: str, at: str = MORNING, **query: str) -> str:
        """The words of a page that answers."""
        answer = self.asks(address, at, **query)
        assert answer.status_code == 200, (address, answer.status_code)
        return words_of(answer)

    def sends(self, address: str, at: str = MORNING, **fields: str) -> Any:
        """The answer to a form."""
        return self.client.post(address, fields, **{MOMENT: moment(at)})


@pytest.fixture
def visitor(world: Any) -> Visitor:
    """Somebody at home."""
    return Visitor()


@pytest.fixture(autouse=True)
def nothing_kept(db: None) -> Iterator[None]:
    """Wrong tries and counted months of one test do not reach into the next."""
    cache.clear()
    yield


@pytest.fixture
def at_home(live_server: LiveServer, page: Page, world: Any) -> Callable[..., Page]:
    """Gives a real browser at an address, at a moment that the server is told."""

    def look(address: str, at: str = MORNING) -> Page:
        tell_the_time(live_server, at)
        page.goto(f"{live_server.url}{address}")
        return page

    return look
