"""What holds for every test: no network, a journal that only the tests themselves can empty, many random cases."""

import ipaddress
import os
import sys
from collections.abc import Iterator

import hypothesis
import pytest
from django.db import connection
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker

from tests.world import World, build

from tests.browser import browser_context_args, browser_type_launch_args  # noqa: F401

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

# What tests with real transactions leave behind. The calendar, the offices, the cast and their procedure stay.
LEFT_BEHIND = ("dossiers", "papers", "journal", "procrastinate")


def _empty_what_was_left(self: TransactionTestCase) -> None:
    """Instead of Django's flush, which would take the calendar and the small province away from every later test."""
    tables = [name for name in connection.introspection.table_names() if name.split("_")[0] in LEFT_BEHIND]
    with connection.cursor() as cursor:
        cursor.execute(f"truncate {', '.join(tables)} restart identity cascade")


TransactionTestCase._fixture_teardown = _empty_what_was_left


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        _let_tests_empty_the_journal()
        build()
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


@pytest.fixture
def world(db: None) -> World:
    """The small province: stands in the test database from the start, and is built anew after a test that emptied it."""
    return build()
