"""The tests keep to themselves: they reach no network, and the journal stays append-only for them."""

import socket
from datetime import UTC, datetime

import pytest
from django.db import ProgrammingError, connection, transaction

from motcua.domain.journal import recording
from motcua.domain.journal.models import Entry


def an_entry() -> Entry:
    return Entry.objects.create(
        stream="test", number=1, act="test", by_code="lan", by_name="Lan", at=datetime(2019, 6, 3, 1, tzinfo=UTC),
        previous=b"", digest=b"",
    )  # fmt: skip


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "motcua.example"])
def test_no_test_reaches_the_network(host):
    with pytest.raises(RuntimeError, match="tests use no network"):
        socket.create_connection((host, 9))


@pytest.mark.django_db
@pytest.mark.parametrize("change", ["update journal_entry set act = 'other'", "delete from journal_entry"])
def test_the_journal_is_append_only_in_tests_too(change):
    an_entry()
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_a_test_commits_is_gone_for_the_next_and_what_migrations_wrote_is_not(time):
    assert not Entry.objects.filter(stream="test").exists()
    assert not list(recording.verify())
    assert Entry.objects.exists()
    an_entry()
