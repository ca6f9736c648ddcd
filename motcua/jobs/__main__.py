"""`python -m motcua.jobs`: the worker, which carries out what acts left to be done and what the calendar asks for."""

import os

import django

from motcua.config import training

CONCURRENCY = 2


def main() -> None:
    """Work until SIGTERM; the job at hand is finished first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    if address := os.environ.get("DATABASE_URL"):
        training.check(address)
    django.setup()
    from procrastinate.contrib.django import app

    with app.replace_connector(app.connector.get_worker_connector()):  # type: ignore[attr-defined]
        app.run_worker(concurrency=CONCURRENCY)


if __name__ == "__main__":
    main()
