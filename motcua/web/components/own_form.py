"""A procedure's own form on a page: each question with what was typed and what is wrong with it, and what was sent.

Every question stands on the page; one with a condition says when it is to be answered, and a script hides it till then.
A page that asks only what is to be answered comes back when an answer opens more questions (`opened`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from dataclasses import field as with_default
from datetime import date
from typing import Any

from django.http import QueryDict

from motcua.domain.procedures.own_forms.answers import is_shown
from motcua.domain.procedures.own_forms.fields import NO, YES, FormField, Kind, OwnForm, parts_of
from motcua.domain.vietnamese.dates import show_date
from motcua.domain.vietnamese.money import show_number

PREFIX = "o"
PREFIXES = (f"{PREFIX}-", f"{PREFIX}_")  # of an answer; of a row of a table
SHOWN = "shown"  # the questions with a condition that stood open on the page
MOST_ROWS = 50
LONGEST_NAME = 120
ROWS_TO_BEGIN_WITH = 2


@dataclass(frozen=True)
class Asked:
    """One question: the name of its input, what stands in it, what is wrong; or the questions it is made of."""

    field: FormField
    name: str
    value: Any = ""
    fault: str = ""
    when: str = ""
    parts: list["Asked"] = with_default(default_factory=list)
    rows: list[list["Asked"]] = with_default(default_factory=list)
    hidden: bool = False

    @property
    def id(self) -> str:
        """By which labels and faults point at it."""
        return f"id_{self.name}"


def asked(form: OwnForm, given: Mapping[str, Any], faults: Mapping[str, str]) -> list[Asked]:
    """The questions with these answers, as typed or as kept, and what is wrong with them."""
    labels = {each.key: each.label for each in form}
    return [_asked(each, f"{PREFIX}-{each.key}", given.get(each.key), each.key, faults, labels) for each in form]


def only_open(questions: list[Asked], read: Mapping[str, Any]) -> list[Asked]:
    """The same questions, hidden where these answers, read already, do not ask them."""
    return [replace(each, hidden=not is_shown(each.field, read)) for each in questions]


def opened(form: OwnForm, read: Mapping[str, Any], sent: QueryDict) -> list[FormField]:
    """The questions that the answers have opened and that did not stand open on the page they came from."""
    stood = set(sent.getlist(SHOWN))
    return [each for each in form if each.shown_when and is_shown(each, read) and each.key not in stood]


def belongs(form: OwnForm, name: str) -> bool:
    """Whether an input of this name is one of this form's."""
    found = re.fullmatch(rf"{PREFIX}[-_]([a-z_]+)(-[a-z0-9_-]+)?", name) if len(name) < LONGEST_NAME else None
    return found is not None and any(each.key == found[1] for each in form)


def as_sent(kept: Mapping[str, Any]) -> QueryDict:
    """What was kept by the names of its inputs, as a page would send it."""
    sent = QueryDict(mutable=True)
    for name, words in kept.items():
        sent.setlist(name, words if isinstance(words, list) else [words])
    return sent


def typed(form: OwnForm, sent: QueryDict) -> dict[str, Any]:
    """What was sent, by question: as it was typed, not yet read."""
    return {each.key: _typed(each, f"{PREFIX}-{each.key}", sent) for each in form}


def faults_in_order(questions: list[Asked]) -> list[tuple[str, str]]:
    """Each fault with the place it points at, in the order of the page."""
    found = []
    for each in questions:
        found += [(each.id, each.fault)] if each.fault else []
        found += faults_in_order(each.parts)
        for row in each.rows:
            found += faults_in_order(row)
    return found


def rows_name(key: str) -> str:
    """The name under which the rows of a table are sent."""
    return f"{PREFIX}_{key}"


def shown(kind: str, value: Any) -> Any:
    """An answer as people write it; what was typed stays as it is."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | float):
        return show_number(value)
    if kind == Kind.DATE and isinstance(value, str) and len(value) == len("2026-09-01"):
        try:
            return show_date(date.fromisoformat(value))
        except ValueError:
            return value
    return "" if value is None else value


def _asked(
    one: FormField, name: str, value: Any, path: str, faults: Mapping[str, str], labels: Mapping[str, str]
) -> Asked:
    when, fault = _when(one, labels), faults.get(path, "")
    if one.kind == Kind.TABLE:
        rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []
        written = [
            _parts(one, f"{rows_name(one.key)}-{number}", row, f"{path}/{number}", faults)
            for number, row in enumerate(rows or [{}] * ROWS_TO_BEGIN_WITH)
        ]
        return Asked(one, name, fault=fault, when=when, rows=written)
    if parts_of(one):
        said = value if isinstance(value, Mapping) else {}
        return Asked(one, name, fault=fault, when=when, parts=_parts(one, name, said, path, faults))
    return Asked(one, name, shown(one.kind, value), fault, when)


def _parts(one: FormField, name: str, said: Mapping[str, Any], path: str, faults: Mapping[str, str]) -> list[Asked]:
    return [
        _asked(part, f"{name}-{part.key}", said.get(part.key), f"{path}/{part.key}", faults, {})
        for part in parts_of(one)
    ]


def _when(one: FormField, labels: Mapping[str, str]) -> str:
    if one.shown_when is None:
        return ""
    return f"Chỉ trả lời khi “{labels.get(one.shown_when.key, '')}” là “{one.shown_when.value}”."


def _typed(one: FormField, name: str, sent: QueryDict) -> Any:
    if one.kind == Kind.TABLE:
        return [_typed_parts(one, f"{rows_name(one.key)}-{n}", sent) for n in range(_count(sent, one.key))]
    if parts_of(one):
        return _typed_parts(one, name, sent)
    return sent.getlist(name) if one.kind == Kind.MULTIPLE else sent.get(name, "")


def _typed_parts(one: FormField, name: str, sent: QueryDict) -> dict[str, Any]:
    return {part.key: _typed(part, f"{name}-{part.key}", sent) for part in parts_of(one)}


def _count(sent: QueryDict, key: str) -> int:
    said = sent.get(f"{rows_name(key)}-count", "")
    return min(int(said), MOST_ROWS) if said.isascii() and said.isdecimal() and len(said) < 4 else 0
