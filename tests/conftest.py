"""What holds for every test: no network, a journal that only the tests themselves can empty, many random cases."""

import ipaddress
import os
import sys
from collections.abc import Iterator

import hypothesis
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.browser import browser_context_args, browser_type_launch_args  # noqa: F401

# Playwright runs an event loop in the thread of the test, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

hypothesis.settings.register_profile("motcua", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("motcua")


def _no_network(event: str, details: tuple) -> None:
    """Refuse every connection that would leave this machine."""
    if event == "socket.connect":
        _, address = details
        if isinstance(address, tuple) and not _is_here(address[0]):
            raise RuntimeError(f"a test tried to reach {address[0]}: tests use no network")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host == "localhost"


sys.addaudithook(_no_network)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        _let_tests_empty_the_journal()
    yield


def _let_tests_empty_the_journal() -> None:
    """Allow TRUNCATE in the test database, which is how pytest-django cleans up after tests with real transactions.

    UPDATE and DELETE stay refused, as they are in the real one.
    """
    with connection.cursor() as cursor:
        cursor.execute("""
            select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
            where not tgisinternal and pg_get_triggerdef(oid) ~ ' (BEFORE|AFTER) TRUNCATE ON '
        """)
        for (drop_trigger,) in cursor.fetchall():
            cursor.execute(drop_trigger)
        cursor.execute("grant truncate on all tables in schema public to current_user")
