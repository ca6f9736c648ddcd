"""What holds for every test: no network, a small province from the start, the same random cases each time."""

import ipaddress
import os
import sys
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from motcua.config import translations
from motcua.domain.organisations import placing
from motcua.domain.working_days import queries as working_days
from tests import first_rows
from tests.browser import browser_context_args, browser_type_launch_args, playwright  # noqa: F401
from tests.signing import issued_keys, keys  # noqa: F401
from tests.world import World, build

# Playwright runs an event loop in the thread of the test, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

hypothesis.settings.register_profile("motcua", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("motcua")


def _no_network(event: str, details: tuple) -> None:
    """Refuse every connection that would leave this machine, and every question to a name server."""
    host = None
    if event == "socket.getaddrinfo":
        host = details[0]
    elif event == "socket.connect" and isinstance(details[1], tuple):
        host = details[1][0]
    if host and not _is_here(host):
        raise RuntimeError(f"a test tried to reach {host}: tests use no network")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


sys.addaudithook(_no_network)
translations.compile_text()

TransactionTestCase._fixture_teardown = lambda self: first_rows.put_back()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        if first_rows.are_kept():
            first_rows.put_back()
        else:
            build()
            first_rows.keep()


@pytest.fixture
def sends(settings: Any) -> None:
    """Ways to send messages are set up; nothing answers there."""
    settings.SMS_URL, settings.EMAIL_HOST, settings.EMAIL_FROM = "http://127.0.0.1:9/", "127.0.0.1", "mc@example.vn"


@pytest.fixture(autouse=True)
def calendar_of_the_start() -> Iterator[None]:
    """A test that declares days or hours takes them back with its transaction; this process has to forget them too."""
    before = working_days.edition_at_hand()
    yield
    if working_days.edition_at_hand() not in (None, before):
        working_days.forget()


@pytest.fixture
def networks_anew() -> Iterator[None]:
    """For tests that change the networks of the Centre: what this process keeps of them is forgotten afterwards."""
    yield
    placing.forget()


@pytest.fixture
def world(db: None) -> World:
    """The small province, which stands in the test database from the start."""
    return build()
