"""The floor: bare psycopg doing the same durable transactions, with no rights, no rules and no pages.

A life is one insert of a dossier with its journal line and six steps of lock, update and journal line, each
its own transaction with synchronous commit. It is done twice: in the very tables of the program, with their indexes,
constraints and triggers, which is what the program can not do without; and in two lean tables made for it.
"""

import hashlib
import json
from collections.abc import Callable
from itertools import count
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

STEPS = 6
LEAN = """
    create schema if not exists floor;
    drop table if exists floor.line, floor.dossier;
    create table floor.dossier (
        id bigint generated always as identity primary key, code text unique not null, stage int not null,
        applicant text not null, procedure int not null, facts jsonb not null,
        due_at timestamptz not null, received_at timestamptz not null default now()
    );
    create index on floor.dossier (procedure, due_at, id);
    create table floor.line (
        id bigint generated always as identity primary key, dossier bigint not null references floor.dossier,
        number int not null, act text not null, facts jsonb not null, at timestamptz not null default now(),
        unique (dossier, number)
    );
"""
FACTS = json.dumps({"applicant": "Nguyễn Văn An", "procedure": "2.001610", "note": "Đủ điều kiện " * 8})
STAGES = ("transferred", "processing", "processing", "approved", "result_ready", "at_centre")
# The copies have no steps; every dossier of the program has.
_COPIES = """
    delete from dossiers_dossier
    where not exists (select from dossiers_task where dossier_id = dossiers_dossier.id)
"""
_numbers = count(1)


def prepare(address: str) -> None:
    """Make the lean tables in a schema of their own."""
    with psycopg.connect(address) as connection:
        connection.execute(LEAN)


def lean(address: str, name: str) -> Callable[[], Callable[[], None]]:
    """One client of the lean tables, with a connection of its own; each call is a whole life."""

    def make() -> Callable[[], None]:
        connection = psycopg.connect(address)

        def life() -> None:
            code = f"{name}-{next(_numbers)}"
            with connection.transaction():
                row = connection.execute(
                    "insert into floor.dossier (code, stage, applicant, procedure, facts, due_at) "
                    "values (%s, 0, 'Nguyễn Văn An', 7, %s, now() + interval '3 days') returning id",
                    [code, FACTS],
                ).fetchone() or (0,)
                connection.execute(
                    "insert into floor.line (dossier, number, act, facts) values (%s, 1, 'receive', %s)",
                    [row[0], FACTS],
                )
            for step in range(1, STEPS + 1):
                with connection.transaction():
                    connection.execute("select stage from floor.dossier where id = %s for update", row)
                    connection.execute("update floor.dossier set stage = %s where id = %s", [step, row[0]])
                    connection.execute(
                        "insert into floor.line (dossier, number, act, facts) values (%s, %s, 'step', %s)",
                        [row[0], step + 1, FACTS],
                    )

        return life

    return make


def same_tables(address: str, name: str) -> Callable[[], Callable[[], None]]:
    """One client of the program's own tables: its dossiers are copies of the last one that the program received."""

    def make() -> Callable[[], None]:
        connection = psycopg.connect(address)
        with connection.cursor(row_factory=dict_row) as cursor:
            sample = cursor.execute("select * from dossiers_dossier order by id desc limit 1").fetchone()
        if sample is None:
            raise RuntimeError("the floor copies a dossier, and there is none yet")
        insert = sql.SQL("insert into dossiers_dossier ({}) values ({}) returning id").format(
            sql.SQL(", ").join(map(sql.Identifier, [column for column in sample if column != "id"])),
            sql.SQL(", ").join(sql.Placeholder(column) for column in sample if column != "id"),
        )
        received = {**sample, "stage": "received", "delivered_at": None, "finished_at": None, "decided_at": None}

        def life() -> None:
            mark = f"{name}-{next(_numbers)}"
            with connection.transaction():
                made = connection.execute(insert, {**received, "code": mark, "secret": mark}).fetchone()
                pk = (made or (0,))[0]
                previous = _line(connection, pk, 1, "receive", bytes(32))
            for number, stage in enumerate(STAGES, start=2):
                with connection.transaction():
                    connection.execute("select stage from dossiers_dossier where id = %s for update", [pk])
                    connection.execute("update dossiers_dossier set stage = %s where id = %s", [stage, pk])
                    previous = _line(connection, pk, number, "complete_step", previous)

        return life

    return make


def _line(connection: psycopg.Connection[Any], pk: int, number: int, act: str, previous: bytes) -> bytes:
    digest = hashlib.sha256(previous + FACTS.encode()).digest()
    connection.execute(
        "insert into journal_entry (stream, number, act, clauses, facts, by_code, by_name, at, previous, digest) "
        "values (%s, %s, %s, %s, %s, 'lan', 'Nguyễn Thị Lan', now(), %s, %s)",
        [f"floor/{pk}", number, act, Jsonb(["5.1.đ-2"]), FACTS, previous, digest],
    )
    return digest


def remove(address: str) -> None:
    """Leave nothing behind but journal lines, which nobody can remove."""
    with psycopg.connect(address) as connection:
        connection.execute("drop schema floor cascade")
        connection.execute(_COPIES)
