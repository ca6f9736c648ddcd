"""Connections that wait in the pool, and what becomes of those that die there."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from motcua.config.postgresql.base import DatabaseWrapper


@pytest.fixture
def pooled(db: None) -> Iterator[Any]:
    """The database of the tests with a pool of one connection, as a thread of the web server sees it."""
    options = connection.settings_dict["OPTIONS"] | {"pool": {"min_size": 1, "max_size": 1, "timeout": 10}}
    found = DatabaseWrapper({**connection.settings_dict, "OPTIONS": options, "CONN_MAX_AGE": 0}, alias="pooled")
    yield found
    found.close()
    found.close_pool()


def process_of(database: Any) -> int:
    """The process of the server that answers."""
    with database.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        (number,) = cursor.fetchone()
    return int(number)


def test_a_connection_comes_back_out_of_the_pool(pooled: Any) -> None:
    first = process_of(pooled)
    pooled.close()
    assert process_of(pooled) == first


def test_a_connection_that_died_in_the_pool_is_not_handed_out(pooled: Any) -> None:
    died = process_of(pooled)
    pooled.close()
    with connection.cursor() as cursor:
        cursor.execute("select pg_terminate_backend(%s, 5000)", [died])
    assert process_of(pooled) != died
