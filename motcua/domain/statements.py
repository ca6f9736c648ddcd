"""Statements said once: composed by the ORM at their first use, prepared in the database, then only sent again.

For the few statements that every request or every act sends. Composing one anew costs several times what the
database needs to answer it (docs/decisions/0009), and so does having it parsed and planned each time. What an
official looks up by choice (searches, lists) stays with the ORM: there the plan must follow the values.
"""

import inspect
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.models import CharField, Expression, Model, QuerySet, TextField, query
from django.db.utils import DatabaseError
from psycopg.types.numeric import Int8

M = TypeVar("M", bound=Model)
_Cursor: Any = ServerBindingCursor
_populators: Any = query.get_related_populators


class Given(Expression):
    """Where a value comes in when the statement is sent."""

    def __init__(self, name: str) -> None:
        super().__init__(output_field=None)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """A place for the value, and this as the sign of which."""
        return "%s", [self]


class _Composed(NamedTuple):
    sql: str
    params: tuple[Any, ...]
    build: Callable[[Sequence[Any]], Any]


class Said(Generic[M]):
    """A query with places for values: `Said(lambda pk: Task.objects.filter(pk=pk)).one(pk=7)`."""

    def __init__(self, compose: Callable[..., QuerySet[M]]) -> None:
        self._compose = compose
        self._composed: _Composed | None = None

    def all(self, **given: Any) -> list[M]:
        """All rows; objects of the model, or what `values_list(…)` gives: tuples, or plain values when flat."""
        said = self._composed or self._begin()
        params = [_bound(given[each.name]) if isinstance(each, Given) else each for each in said.params]
        return [said.build(row) for row in send(said.sql, params)]

    def one(self, **given: Any) -> M:
        """The one row; raises the model's `DoesNotExist`."""
        found = self.all(**given)
        if not found:
            raise self._model.DoesNotExist  # type: ignore[attr-defined]
        return found[0]

    def _begin(self) -> _Composed:
        rows = self._compose(**{name: Given(name) for name in inspect.signature(self._compose).parameters})
        self._model = rows.model
        compiler = rows.query.get_compiler(using=rows.db)
        sql, params = compiler.as_sql()
        self._composed = _Composed(sql, tuple(params), _builder(compiler, rows))
        return self._composed


def send(sql: str, params: Any) -> list[tuple[Any, ...]]:
    """Send a statement that is written out, and is kept prepared; gives its rows: it must answer with some, or none."""
    database = _database()
    database.ensure_connection()
    database.validate_no_broken_transaction()
    if database.force_debug_cursor:
        database.queries_log.append({"sql": sql, "time": ""})
    with database.wrap_database_errors:
        cursor = _cursor(database.connection)
        cursor.execute(sql, params)
        return cursor.fetchall()


def change(row: Model, *names: str) -> None:
    """Write these columns of a row, and no other; raises `DatabaseError` when the row is gone."""
    sql, fields = _update(type(row), names)
    if not send(sql, [*_values([row], fields), _bound(row.pk)]):
        raise DatabaseError(f"{row!r} is not in the database")


def add(rows: Sequence[M]) -> list[M]:
    """Write new rows of one model and give them their numbers."""
    if rows:
        sql, fields = _insert(type(rows[0]), len(rows))
        numbers = send(sql, _values(rows, fields))
        for row, (pk,) in zip(rows, numbers, strict=True):
            row.pk = pk
            row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
    return list(rows)


def _builder(compiler: Any, rows: Any) -> Callable[[Sequence[Any]], Any]:
    converters = compiler.get_converters(expression for expression, *_ in compiler.select)
    convert = (lambda row: next(compiler.apply_converters([row], converters))) if converters else tuple
    if rows._iterable_class is query.FlatValuesListIterable:
        return lambda row: convert(row)[0]
    if rows._fields is not None:
        return convert
    places = compiler.klass_info["select_fields"]
    first, last = places[0], places[-1] + 1
    names = [column.target.attname for column, *_ in compiler.select[first:last]]
    populators = _populators(compiler.klass_info, compiler.select, rows.db)
    made = compiler.klass_info["model"].from_db

    def build(row: Sequence[Any]) -> Any:
        values = convert(row)
        found = made(rows.db, names, values[first:last])
        for each in populators:
            each.populate(values, found)
        return found

    return build


def _database() -> Any:
    """The connection of this thread itself: the proxy looks it up anew for every attribute."""
    return connections[DEFAULT_DB_ALIAS]


def _cursor(connection: Any) -> Any:
    """The one cursor of a connection: each new one would have to learn again how every kind of value is written."""
    if not hasattr(connection, "cursor_of_statements"):
        connection.cursor_of_statements = _Cursor(connection)
    return connection.cursor_of_statements


def _bound(value: Any) -> Any:
    """Numbers always in one width: a prepared statement is known by the types of what is sent with it.

    A number that no column could hold, typed into an address, is compared as what it is and found nowhere.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return Int8(value) if abs(value) < 2**63 else Decimal(value)
    return value


def _values(rows: Sequence[Model], fields: Sequence[Any]) -> list[Any]:
    database = _database()
    return [_prepared(field, field.pre_save(row, row._state.adding), database) for row in rows for field in fields]


def _prepared(field: Any, value: Any, database: Any) -> Any:
    """A value as it is sent: text and nothing as they are, anything else as its field says."""
    if value is None or (type(value) is str and isinstance(field, (CharField, TextField))):
        return value
    return field.get_db_prep_save(value, database)


@cache
def _update(model: type[Model], names: tuple[str, ...]) -> tuple[str, list[Any]]:
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    columns = ", ".join(f'"{field.column}" = %s' for field in fields)
    table, pk = model._meta.db_table, model._meta.pk.column
    return f'update "{table}" set {columns} where "{pk}" = %s returning 1', fields  # noqa: S608 - names of columns


@cache
def _insert(model: type[Model], rows: int) -> tuple[str, list[Any]]:
    pk = model._meta.pk
    fields = [field for field in model._meta.concrete_fields if not getattr(field, "db_returning", False)]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["(" + ", ".join(["%s"] * len(fields)) + ")"] * rows)
    return (
        f'insert into "{model._meta.db_table}" ({columns}) values {places} returning "{pk.column}"',  # noqa: S608
        fields,
    )
