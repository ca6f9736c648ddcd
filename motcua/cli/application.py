"""What every command that works with dossiers needs first: a running database, and Django set up on it."""

import contextlib
import os
import time
from collections.abc import Iterator

from motcua.config import database


@contextlib.contextmanager
def application() -> Iterator[None]:
    """The application at work, as long as the block lasts."""
    with database.running() as address:
        os.environ["DATABASE_URL"] = address
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
        import django
        from django.db import connection

        django.setup()
        try:
            yield
        finally:
            connection.close()
            connection.close_pool()  # type: ignore[attr-defined]


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done, and afterwards how long it took."""
    print(f"{what} …", end=" ", flush=True)
    began = time.monotonic()
    yield
    print(f"{time.monotonic() - began:.1f} giây".replace(".", ","))


def bring_up_to_date() -> None:
    """The database as this version of the program wants it."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
