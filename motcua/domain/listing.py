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


def page(rows: QuerySet[Any], key: str, place: Place, *, newest_first: bool = False) -> Page[Any]:
    """One page of `rows` in the order of `key`, then of id, or in the opposite one.

    An unreadable mark begins at the first page.
    """
    beyond = _beyond(rows, key, place, newest_first)
    back = beyond is not None and bool(place.before)
    sign = "-" if newest_first != back else ""
    found = list((rows if beyond is None else beyond).order_by(f"{sign}{key}", f"{sign}id")[: place.size + 1])
    return _assembled(found, key, place.size, beyond=beyond is not None, back=back)


def paged(
    place: Place, key: str, *, read: Callable[[Any], Any], fetch: Callable[[Mark | None, bool, int], list[R]]
) -> Page[R]:
    """One page of a list that is written out in SQL, in the order of `key`, then of id.

    `read` makes the value of a mark what it was; `fetch` gives at most so many rows beyond a mark, in the order
    of the list or, for the page before, backwards. An unreadable mark begins at the first page.
    """
    mark = _read(place.before or place.after)
    try:
        mark = mark and (read(mark[0]), mark[1])
    except (ValueError, TypeError):
        mark = None
    back = mark is not None and bool(place.before)
    return _assembled(fetch(mark, back, place.size + 1), key, place.size, beyond=mark is not None, back=back)


def _assembled(found: list[Any], key: str, size: int, *, beyond: bool, back: bool) -> Page[Any]:
    """The page of what was found, one row more than it shows; `back` says that it was read backwards."""
    more = len(found) > size
    found = found[:size]
    if back:
        found.reverse()
        return Page(found, _mark(found[-1], key) if found else "", _mark(found[0], key) if more else "")
    return Page(found, _mark(found[-1], key) if more else "", _mark(found[0], key) if beyond and found else "")


def _beyond(rows: QuerySet[Any], key: str, place: Place, newest_first: bool) -> QuerySet[Any] | None:
    """The rows on the asked side of the mark; none when there is no mark, or nobody can read it."""
    mark = _read(place.before or place.after)
    if mark is None:
        return None
    value, pk = mark
    step = "lt" if newest_first != bool(place.before) else "gt"
    try:
        from_there = rows.filter(**{f"{key}__{step}e": value})
        return from_there.filter(Q(**{f"{key}__{step}": value}) | Q(**{f"id__{step}": pk}))
    except (ValidationError, ValueError, TypeError):
        return None


def _mark(row: Any, key: str) -> str:
    read = row.__getitem__ if isinstance(row, dict) else lambda name: getattr(row, name)
    value = read(key)
    plain = value.isoformat() if isinstance(value, datetime) else value
    return base64.urlsafe_b64encode(json.dumps([plain, read("id")]).encode()).decode().rstrip("=")


def _read(mark: str) -> Mark | None:
    if not mark:
        return None
    try:
        value, pk = json.loads(base64.urlsafe_b64decode(mark + "=" * (-len(mark) % 4)))
        return (value, int(pk)) if 0 < int(pk) <= LARGEST_ID else None
    except (ValueError, TypeError, binascii.Error):
        return None
