"""Long lists, a page at a time, by the place where the last one ended: as fast on page 900 as on page 1."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.models import Q, QuerySet

R = TypeVar("R")
SIZE = 50
COUNTED_TO = 1000


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

    def __str__(self) -> str:
        return f"{COUNTED_TO}+" if self.more else str(self.number)


def counted(rows: QuerySet[Any]) -> Counted:
    """Count up to the cap."""
    number = rows.order_by()[: COUNTED_TO + 1].count()
    return Counted(min(number, COUNTED_TO), number > COUNTED_TO)


def page(rows: QuerySet[Any], key: str, place: Place) -> Page[Any]:
    """One page of `rows` in the order of `key`, then of id. An unreadable mark begins at the first page."""
    back = bool(place.before)
    mark = _read(place.before or place.after)
    if mark is None:
        found = list(rows.order_by(key, "id")[: place.size + 1])
        more = len(found) > place.size
        found = found[: place.size]
        return Page(found, _mark(found[-1], key) if more else "")
    value, pk = mark
    step, order = ("lt", "-") if back else ("gt", "")
    beyond = rows.filter(**{f"{key}__{step}e": value}).filter(Q(**{f"{key}__{step}": value}) | Q(**{f"id__{step}": pk}))
    found = list(beyond.order_by(f"{order}{key}", f"{order}id")[: place.size + 1])
    more = len(found) > place.size
    found = found[: place.size]
    if back:
        found.reverse()
        return Page(found, _mark(found[-1], key) if found else "", _mark(found[0], key) if more else "")
    return Page(found, _mark(found[-1], key) if more else "", _mark(found[0], key) if found else "")


def _mark(row: Any, key: str) -> str:
    read = row.__getitem__ if isinstance(row, dict) else lambda name: getattr(row, name)
    value = read(key)
    plain = value.isoformat() if isinstance(value, datetime) else value
    return base64.urlsafe_b64encode(json.dumps([plain, read("id")]).encode()).decode().rstrip("=")


def _read(mark: str) -> tuple[Any, int] | None:
    if not mark:
        return None
    try:
        value, pk = json.loads(base64.urlsafe_b64decode(mark + "=" * (-len(mark) % 4)))
        return value, int(pk)
    except (ValueError, TypeError, binascii.Error):
        return None
