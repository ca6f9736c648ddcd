"""What stands in the test database from the start (the calendar, the small province) stands there for every test.

Tests with real transactions commit. After each of them Django would empty all 150 tables; instead, we take away
what was written and put back what went, table by table, where anything changed. UPDATE and DELETE on the journal
stay refused in tests, as in the real database; only TRUNCATE is allowed here.
"""

from dataclasses import dataclass
from functools import cache

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper


class _Put:
    """The transaction that put the rows back last: what is younger was written by a test."""

    back_by = 0


@dataclass(frozen=True)
class _Table:
    """A table as it stood at the start."""

    name: str
    rows: int
    columns: str
    key: str
    append_only: bool

    @property
    def changed(self) -> str:
        """Asks for the name of the table if a row of it is new, was changed or is gone."""
        young = f"exists (select from {self.name} where {_YOUNG})"
        return f"select '{self.name}' where {young} or (select count(*) from {self.name}) <> {self.rows}"

    @property
    def back(self) -> list[str]:
        """The statements that put its rows back."""
        take_away = f"truncate {self.name}" if self.append_only else f"delete from {self.name} where {_YOUNG}"
        if not self.rows:
            return [take_away]
        gone = f"where ({self.key}) not in (select {self.key} from {self.name})"
        kept = f"first_rows.{self.name}"
        return [take_away, f"insert into {self.name} ({self.columns}) select {self.columns} from {kept} {gone}"]


_YOUNG = "xmin::text::bigint > {since}"


def are_kept() -> bool:
    """Whether an earlier run left its database with them (`--reuse-db`)."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regnamespace('first_rows') is not null")
        return bool(cursor.fetchone()[0])


def keep() -> None:
    """Copy every table that has rows now into a schema of its own."""
    with transaction.atomic(), connection.cursor() as cursor:
        _allow_truncate(cursor)
        cursor.execute("create schema first_rows")
        for name, number in _counted(cursor, "public").items():
            if number:
                cursor.execute(f"create table first_rows.{name} as table public.{name}")
    put_back()


def put_back() -> None:
    """Make the rows of every table what they were. Triggers rest meanwhile: what they guard or write is among them.

    The lock waits for whatever a page that is being left still writes.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        tables = _tables()
        cursor.execute(f"lock table {', '.join(tables)} in share row exclusive mode")
        cursor.execute(" union all ".join(table.changed for table in tables.values()).format(since=_Put.back_by))
        changed = [tables[name] for (name,) in cursor.fetchall()]
        steps = [f"alter table {table.name} disable trigger user" for table in changed]
        steps += [step.format(since=_Put.back_by) for table in changed for step in table.back]
        steps += ["set constraints all immediate"]
        steps += [f"alter table {table.name} enable trigger user" for table in changed]
        cursor.execute(";\n".join(steps))
        cursor.execute("select pg_current_xact_id()::text::bigint")
        (_Put.back_by,) = cursor.fetchone()


@cache
def _tables() -> dict[str, _Table]:
    """What is asked once in a run: neither the tables nor what was kept of them change."""
    with connection.cursor() as cursor:
        kept = _counted(cursor, "first_rows")
        cursor.execute("""
            select quote_ident(relname), string_agg(quote_ident(attname), ', ' order by attnum)
                   filter (where attgenerated = ''), string_agg(quote_ident(attname), ', ')
                   filter (where attnum = any(indkey)), not has_table_privilege(indrelid, 'delete')
            from pg_class join pg_attribute on attrelid = pg_class.oid join pg_index on indrelid = attrelid
            where relnamespace = 'public'::regnamespace and indisprimary and attnum > 0 and not attisdropped
                  and relname <> 'django_migrations'
            group by relname, indrelid
        """)
        return {name: _Table(name, kept.get(name, 0), *asked) for name, *asked in cursor.fetchall()}


def _counted(cursor: CursorWrapper, schema: str) -> dict[str, int]:
    """The tables of a schema with the number of their rows."""
    cursor.execute(
        "select quote_ident(tablename) from pg_tables where schemaname = %s and tablename <> 'django_migrations'",
        [schema],
    )
    counts = [f"select '{name}', count(*) from {schema}.{name}" for (name,) in cursor.fetchall()]
    cursor.execute(" union all ".join(counts))
    return dict(cursor.fetchall())


def _allow_truncate(cursor: CursorWrapper) -> None:
    cursor.execute("""
        select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
        where not tgisinternal and pg_get_triggerdef(oid) ~ ' (BEFORE|AFTER) TRUNCATE ON '
    """)
    for (drop_trigger,) in cursor.fetchall():
        cursor.execute(drop_trigger)
    cursor.execute("grant truncate on all tables in schema public to current_user")
