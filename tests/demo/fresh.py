"""An empty database for the demo, inside the one of the tests."""

import contextlib
from collections.abc import Iterator
from dataclasses import replace

from django.db import connection, transaction

from motcua.demo import loading
from motcua.demo.lives import PLANS
from motcua.domain.organisations import placing
from motcua.domain.working_days import queries as working_days

FEW = tuple(replace(plan, count=min(plan.count, 2)) for plan in PLANS)


class NeverMind(Exception):
    """Ends the transaction in which the demo was loaded, so that other tests find their own small world."""


@contextlib.contextmanager
def an_empty_database() -> Iterator[None]:
    """The test database without its small province; everything is put back afterwards."""
    with contextlib.suppress(NeverMind), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("truncate organisations_office, organisations_officer, organisations_account cascade")
            cursor.execute("truncate journal_entry, journal_head, papers_paper, papers_numberseries cascade")
            cursor.execute("truncate dossiers_daycounter, procedures_field cascade")
        yield
        raise NeverMind
    working_days.forget()
    placing.forget()


def told() -> tuple[list[str], loading.Step]:
    """A listener that remembers the parts it was told about."""
    heard: list[str] = []

    @contextlib.contextmanager
    def step(what: str) -> Iterator[None]:
        heard.append(what)
        yield

    return heard, step
