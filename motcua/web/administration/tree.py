"""The bodies as a tree, for those who keep them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

OPEN, COMING, CLOSED, ALL = "", "sap", "ket-thuc", "tat-ca"
STANDINGS = {OPEN: "Đang hoạt động", COMING: "Sắp hoạt động", CLOSED: "Đã kết thúc", ALL: "Tất cả"}


@dataclass(frozen=True)
class Node:
    """A body with those below it; `above` names the one above where that is not shown itself."""

    office: Any
    parts: "tuple[Node, ...]"
    above: str = ""

    @property
    def many(self) -> bool:
        """Whether there are so many below that they are folded in."""
        return len(self.parts) > 1 and self.office.kind == "district"


def standing(office: Any, on: date) -> str:
    """How a body stands that day."""
    if office.exists_on(on):
        return OPEN
    return COMING if office.valid_from > on else CLOSED


def counts(offices: Iterable[Any], on: date) -> dict[str, int]:
    """How many stand how that day."""
    found = dict.fromkeys(STANDINGS, 0)
    for office in offices:
        found[standing(office, on)] += 1
        found[ALL] += 1
    return found


def tree(offices: list[Any], on: date, asked: str) -> tuple[Node, ...]:
    """Those that stand as asked, each below the one above it; the first level is what has none above it here."""
    shown = [each for each in offices if asked == ALL or standing(each, on) == asked]
    there, names = {each.pk for each in shown}, {each.pk: each.name for each in offices}
    below: dict[int | None, list[Any]] = defaultdict(list)
    for office in shown:
        below[office.parent_id if office.parent_id in there else None].append(office)

    def node(office: Any) -> Node:
        above = "" if office.parent_id in there else names.get(office.parent_id, "")
        return Node(office, tuple(map(node, _in_order(below[office.pk]))), above)

    return tuple(map(node, _in_order(below[None])))


_FIRST = ("province", "centre", "division", "department", "district_centre", "district", "commune")


def _in_order(offices: Iterable[Any]) -> list[Any]:
    """By kind, then by name: the Centre before the departments, these before the districts."""
    return sorted(offices, key=lambda each: (_FIRST.index(each.kind), each.sort_key))
