"""What stands in the test database from the start (the calendar, the small province) stands there for every test.

Tests with real transactions commit. After each of them Django would empty all tables; instead, we put back the
rows there were before the first test. UPDATE and DELETE on the journal stay refused in tests, as in the real
database; only TRUNCATE is allowed here.
"""

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper


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
        for table in _with_rows(cursor):
            cursor.execute(f'create table first_rows."{table}" as table public."{table}"')


def put_back() -> None:
    """Make the rows of every table what they were. Triggers rest meanwhile: what they guard or write is among them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("""
            select quote_ident(relname), string_agg(quote_ident(attname), ', ' order by attnum)
            from pg_class join pg_attribute on attrelid = pg_class.oid
            where relnamespace = 'first_rows'::regnamespace and attnum > 0 and (relname, attname) not in
                  (select attrelid::regclass::name, attname from pg_attribute where attgenerated <> '')
            group by relname
        """)
        kept = cursor.fetchall()
        steps = [f"truncate {', '.join(map(_quoted, _with_rows(cursor)))} cascade"]
        steps += [f"alter table {table} disable trigger user" for table, _ in kept]
        steps += [
            f"insert into {table} ({columns}) select {columns} from first_rows.{table}" for table, columns in kept
        ]
        steps += ["set constraints all immediate"]
        steps += [f"alter table {table} enable trigger user" for table, _ in kept]
        cursor.execute(";\n".join(steps))


def _allow_truncate(cursor: CursorWrapper) -> None:
    cursor.execute("""
        select format('drop trigger %I on %s', tgname, tgrelid::regclass) from pg_trigger
        where not tgisinternal and pg_get_triggerdef(oid) ~ ' (BEFORE|AFTER) TRUNCATE ON '
    """)
    for (drop_trigger,) in cursor.fetchall():
        cursor.execute(drop_trigger)
    cursor.execute("grant truncate on all tables in schema public to current_user")


def _with_rows(cursor: CursorWrapper) -> list[str]:
    tables = [table for table in connection.introspection.table_names(cursor) if table != "django_migrations"]
    cursor.execute(" union all ".join(f"(select '{table}' from {_quoted(table)} limit 1)" for table in tables))
    return [table for (table,) in cursor.fetchall()]


def _quoted(table: str) -> str:
    return connection.ops.quote_name(table)
