"""The floor: bare psycopg doing the same durable transactions, with no rights, no rules and no pages.

A life is one insert of a dossier with its journal line and six steps of lock, update and journal line, each
its own transaction with synchronous commit.
"""

import json
from collections.abc import Callable
from itertools import count

import psycopg

STEPS = 6
TABLES = """
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
_numbers = count(1)


def prepare(address: str) -> None:
    """Make the tables of the floor in a schema of their own."""
    with psycopg.connect(address) as connection:
        connection.execute(TABLES)


def client(address: str, name: str) -> Callable[[], Callable[[], None]]:
    """One client with a connection of its own; each call is a whole life."""

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


def remove(address: str) -> None:
    """Leave nothing behind."""
    with psycopg.connect(address) as connection:
        connection.execute("drop schema floor cascade")
