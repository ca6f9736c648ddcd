"""What the tests of the entrance share: the moment of a request, and no wrong tries left from the test before."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from motcua.web.components.entrance import MOMENT
from tests.world import PASSWORD, World, moment

MORNING = moment("2024-05-27 08:00")


@pytest.fixture
def lan(world: World, client: Client) -> Client:
    """The browser of Lan, who has signed in."""
    client.force_login(world["lan"].account)
    return client


@pytest.fixture
def no_earlier_tries(db: None) -> Iterator[None]:
    """Wrong tries of one test do not count in the next."""
    cache.clear()
    yield


def at(time: str | datetime = MORNING) -> dict[str, Any]:
    """The moment of a request, as the server gives it; "08:20" means that morning."""
    return {MOMENT: moment(f"2024-05-27 {time}") if isinstance(time, str) else time}


def sign_in(client: Client, name: str, password: str = PASSWORD, **more: Any) -> Any:
    """Send the sign-in form."""
    return client.post("/dang-nhap/", {"login": name, "password": password} | more, **at())
