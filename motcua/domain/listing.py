"""Long lists, a page at a time, by the place where the last one ended: as fast on page 900 as on page 1."""

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

R = TypeVar("R")
SIZE = 50
COUNTED_TO = 1000
LARGEST_ID = 2**63 - 1
Mark = tuple[Any, int]
Key = str | tuple[str, ...]


@dataclass(frozen=True)
class Page(Generic[R]):
    """Some rows of a list, and the marks with which the pages beside it are asked for (empty: there is none)."""

    rows: list[R]
    after: str = ""
    before: str = ""


@dataclass(frozen=True)
class Place:
    """Where a page begins or ends: what stands in the address, `after` or `before` a row."""

    after: str = ""
    before: str = ""
    size: int = SIZE


@dataclass(frozen=True)
class Counted:
    """How many there are, honestly up to a cap: beyond it nobody needs the figure and everybody would wait for it."""

    number: int
    more: bool = False

    @classmethod
    def of(cls, number: int) -> "Counted":
        """What a count up to one more than the cap says."""
        return cls(min(number, COUNTED_TO), number > COUNTED_TO)

    def __str__(self) -> str:
        return f"{COUNTED_TO}+" if self.more else str(self.number)


def counted(rows: QuerySet[Any]) -> Counted:
    """Count up to the cap."""
    return Counted.of(rows.order_by()[: COUNTED_TO + 1].count())


def page(rows: QuerySet[Any], key: Key, place: Place, *, newest_first: bool = False) -> Page[Any]:
    """One page of `rows` in the order of `key`, or of several keys, then of id; or in the opposite one.

    An unreadable mark begins at the first page.
    """
    keys = (key,) if isinstance(key, str) else key
    beyond = _beyond(rows, keys, place, newest_first)
    back = beyond is not None and bool(place.before)
    sign = "-" if newest_first != back else ""
    order = [f"{sign}{each}" for each in (*keys, "id")]
    found = list((rows if beyond is None else beyond).order_by(*order)[: place.size + 1])
    return _assembled(found, keys, place.size, beyond=beyond is not None, back=back)


def paged(
    place: Place, key: str, *, read: Callable[[Any], Any], fetch: Callable[[Mark | None, bool, int], list[R]]
) -> Page[R]:
    """One page of a list that is written out in SQL, in the order of `key`, then of id.

    `read` makes the value of a mark what it was; `fetch` gives at most so many rows beyond a mark, in the order
    of the list or, for the page before, backwards. An unreadable mark begins at the first page.
    """
    mark = _mark_of(place, read)
    back = mark is not None and bool(place.before)
    return _assembled(fetch(mark, back, place.size + 1), (key,), place.size, beyond=mark is not None, back=back)


def _assembled(found: list[Any], keys: tuple[str, ...], size: int, *, beyond: bool, back: bool) -> Page[Any]:
    """The page of what was found, one row more than it shows; `back` says that it was read backwards."""
    more = len(found) > size
    found = found[:size]
    if back:
        found.reverse()
        return Page(found, _mark(found[-1], keys) if found else "", _mark(found[0], keys) if more else "")
    return Page(found, _mark(found[-1], keys) if more else "", _mark(found[0], keys) if beyond and found else "")


def _beyond(rows: QuerySet[Any], keys: tuple[str, ...], place: Place, newest_first: bool) -> QuerySet[Any] | None:
    """The rows on the asked side of the mark; none when there is no mark, or nobody can read it."""
    values = _read(place.before or place.after, len(keys))
    if not values:
        return None
    step = "lt" if newest_first != bool(place.before) else "gt"
    either, same = Q(), Q()
    try:
        from_there = rows.filter(**{f"{keys[0]}__{step}e": values[0]})
        for name, value in zip((*keys, "id"), values, strict=True):
            either |= same & Q(**{f"{name}__{step}": value})
            same &= Q(**{name: value})
        return from_there.filter(either)
    except (ValidationError, ValueError, TypeError):
        return None


def _mark(row: Any, keys: tuple[str, ...]) -> str:
    read = row.__getitem__ if isinstance(row, dict) else lambda name: getattr(row, name)
    values = [_plain(read(name)) for name in (*keys, "id")]
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _read(mark: str, keys: int) -> list[Any]:
    """The values of so many keys in a mark, and the id; nothing where it can not be read."""
    if not mark:
        return []
    try:
        *values, pk = json.loads(base64.urlsafe_b64decode(mark + "=" * (-len(mark) % 4)))
        readable = len(values) == keys and all(map(_storable, values)) and 0 < int(pk) <= LARGEST_ID
        return [*values, int(pk)] if readable else []
    except (ValueError, TypeError, binascii.Error):
        return []


def _mark_of(place: Place, read: Callable[[Any], Any]) -> Mark | None:
    """The one value of a mark as it was, and the id."""
    values = _read(place.before or place.after, 1)
    try:
        return (read(values[0]), values[1]) if values else None
    except (ValueError, TypeError):
        return None


def _storable(value: Any) -> bool:
    """Whether the database can hold it: no text has the null character or half a letter."""
    return not isinstance(value, str) or ("\0" not in value and value.encode() is not None)
