"""The training copy: the same program on data and in a colour of its own, which can never open the real data.

The mark is in the database itself. Each start compares it with what was asked for: a training copy opens only a
database that bears the mark, or an empty one, which then gets it; the real program opens none that bears it.
"""

import os

import psycopg

from motcua.config.binaries import CannotStart

FOLDER, PORT, SUFFIX = "tap-huan", "8001", "-TH"
_MARK = "create table motcua_ban_tap_huan (marked_at timestamptz not null default now())"
_IS_MARKED = "select to_regclass('public.motcua_ban_tap_huan') is not null"
_HAS_TABLES = "select exists (select from pg_tables where schemaname = 'public')"
_OTHERS = """
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
"""


def is_on() -> bool:
    """Whether this program is a training copy."""
    return os.environ.get("TRAINING", "") == "1"


def begin() -> None:
    """Be a training copy from now on, and in every child that is started."""
    os.environ["TRAINING"] = "1"
    os.environ.setdefault("PORT", PORT)


def check(address: str) -> None:
    """Refuse a database that is not of the kind that was asked for; raises `CannotStart` with a sentence."""
    with psycopg.connect(address, connect_timeout=5) as connection:
        marked = _asked(connection, _IS_MARKED)
        if marked and not is_on():
            raise CannotStart(
                "Cơ sở dữ liệu này là của bản tập huấn: hãy chạy với --training, hoặc đặt DATABASE_URL khác."
            )
        if is_on() and not marked:
            if _asked(connection, _HAS_TABLES):
                raise CannotStart(
                    "Cơ sở dữ liệu này có dữ liệu và không mang dấu tập huấn: bản tập huấn không mở dữ liệu thật."
                )
            connection.execute(_MARK)


def empty(address: str) -> None:
    """Throw away everything in a training database, and whoever is connected to it; the mark is set anew."""
    check(address)
    with psycopg.connect(address, connect_timeout=5) as connection:
        if not (is_on() and _asked(connection, _IS_MARKED)):
            raise CannotStart("Chỉ đặt lại được bản tập huấn.")
        connection.execute(_OTHERS)
        connection.execute("drop schema public cascade")
        connection.execute("create schema public")
        connection.execute(_MARK)


def _asked(connection: psycopg.Connection[tuple[bool]], question: str) -> bool:
    row = connection.execute(question.encode()).fetchone()
    return bool(row and row[0])
