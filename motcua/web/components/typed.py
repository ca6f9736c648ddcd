"""Forms that come back as they were typed: one, several on a page, and rows that grow and shrink without scripts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, Self, TypeVar

from django import forms
from django.http import QueryDict

from .fields import Form

MOST_ROWS = 120
BUTTON = "rows"


class Typed(Form):
    """A form that can be shown again as it was typed, before anybody asks whether it is right."""

    @classmethod
    def as_typed(cls, data: Mapping[str, Any], **given: Any) -> Self:
        """The form with what stands in `data`, not yet checked."""
        return cls(**given).showing(data)

    @classmethod
    def of(cls, data: Mapping[str, Any], *, check: bool, **given: Any) -> Self:
        """The form bound to what was sent when it shall be checked, else as typed."""
        return cls(data, **given) if check else cls.as_typed(data, **given)

    def showing(self, data: Mapping[str, Any]) -> Self:
        """The same form with what was typed into it."""
        for name, field in self.fields.items():
            if self.add_prefix(name) in data:
                self.initial[name] = field.widget.value_from_datadict(data, {}, self.add_prefix(name))
        return self

    def merely(self, *required: str) -> Self:
        """The same form with only these fields required."""
        for name, field in self.fields.items():
            field.required = name in required
        return self


class Several:
    """Several forms of one page, for the list of what has to be mended at its head."""

    def __init__(self, several: Sequence[Form]) -> None:
        self.several = several

    @property
    def errors(self) -> bool:
        """Whether anything in any of them has to be mended."""
        return any(form.is_bound and form.errors for form in self.several)

    def is_valid(self) -> bool:
        """Whether all of them are right; each is checked, so that all faults are shown at once."""
        wrong = [form for form in self.several if not form.is_valid()]
        return not wrong

    def non_field_errors(self) -> list[str]:
        """What concerns a form as a whole."""
        return [str(fault) for form in self.several if form.is_bound for fault in form.non_field_errors()]

    def __iter__(self) -> Iterator[forms.BoundField]:
        return (field for form in self.several for field in form)


R = TypeVar("R", bound=Typed)


class Rows(Generic[R]):
    """Forms of one kind below each other under one name; a row in which nobody wrote anything does not count.

    `make` builds a row from the keyword arguments of a form. Buttons of the name `rows` add a row at the end
    ("papers+") or below the third one ("papers+2"), take it out ("papers-2") or move it up ("papers^2"): the page
    comes back with the rows so, and nothing is saved.
    """

    def __init__(self, name: str, rows: Sequence[R]) -> None:
        self.name, self.rows = name, list(rows)

    @classmethod
    def begun(cls, name: str, make: Callable[..., R], known: Sequence[Mapping[str, Any]]) -> "Rows[R]":
        """The rows that are known already, or an empty one to begin with."""
        initial = known or [{}]
        return cls(name, [make(prefix=f"{name}-{number}", initial=dict(row)) for number, row in enumerate(initial)])

    @classmethod
    def sent(cls, name: str, make: Callable[..., R], data: QueryDict, *, check: bool) -> "Rows[R]":
        """The rows as they were sent: to be checked, or only to be shown again."""
        given = [{"prefix": f"{name}-{number}", "empty_permitted": True} for number in range(_count(data, name))]
        return cls(name, [make(data, **each) if check else make(**each).showing(data) for each in given])

    def values(self) -> list[dict[str, Any]]:
        """What stands in the rows in which something was written, once they were found right."""
        return [row.cleaned_data for row in self.rows if row.has_changed()]

    def __iter__(self) -> Iterator[R]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def rearranged(data: QueryDict) -> QueryDict:
    """What was sent, with rows added, taken out or moved as the pressed button says; the same without one."""
    pressed = re.fullmatch(r"([a-z_]+)([+^-])(\d{0,3})", data.get(BUTTON, ""))
    if pressed is None:
        return data
    name, what, number = pressed[1], pressed[2], int(pressed[3]) if pressed[3] else None
    order: list[int | None] = list(range(_count(data, name)))
    if what == "+":
        order.insert(len(order) if number is None else number + 1, None)
    elif number is not None and number < len(order):
        moved = order.pop(number)
        if what == "^":
            order.insert(max(number - 1, 0), moved)
    return _in_order(data, name, order[:MOST_ROWS])


def _in_order(data: QueryDict, name: str, order: Sequence[int | None]) -> QueryDict:
    fresh = data.copy()
    row = re.compile(rf"{re.escape(name)}-(\d+)-(.+)")
    for key in list(fresh):
        if row.fullmatch(key):
            del fresh[key]
    for new, old in enumerate(order):
        for key, values in data.lists():
            found = row.fullmatch(key)
            if found and old is not None and int(found[1]) == old:
                fresh.setlist(f"{name}-{new}-{found[2]}", values)
    fresh[f"{name}-count"] = str(len(order))
    return fresh


def _count(data: Mapping[str, Any], name: str) -> int:
    sent = data.get(f"{name}-count", "")
    return min(int(sent), MOST_ROWS) if re.fullmatch(r"\d{1,3}", sent, re.ASCII) else 0
