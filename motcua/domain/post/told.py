"""The state of a consignment told again from its journal alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from motcua.domain.journal.models import Entry

from . import states
from .models import Consignment
from .terms import State

WORDS = ("hear", "note_word", "match_word")


@dataclass(frozen=True)
class Told:
    """What the journal says; each name is a column of the row."""

    state: str = ""
    number: str = ""
    to_collect: int = 0
    collected: int | None = None
    settled: int | None = None


def told(entries: Iterable[Entry]) -> Told:
    """Fold the entries of one consignment, oldest first."""
    now, direction = Told(), ""
    for entry in entries:
        facts = entry.facts
        direction = facts.get("direction", direction)
        now = replace(now, **_after(now, direction, entry.act, facts))
    return now


def differences(one: Consignment, entries: Iterable[Entry]) -> Iterator[str]:
    """Where the row and its journal disagree."""
    retold = told(entries)
    for each in fields(retold):
        row, journal = getattr(one, each.name), getattr(retold, each.name)
        if row != journal:
            yield f"{each.name}: {row} ≠ {journal}"


def _after(now: Told, direction: str, act: str, facts: dict[str, Any]) -> dict[str, Any]:
    if act == "order_consignment":
        return {"state": State.ORDERED.value, "number": facts["number"], "to_collect": facts["to_collect"]}
    if act == "give_number":
        return {"number": facts["number"]}
    if act == "take_in_settlement":
        return {"settled": facts["amount"]}
    if act in WORDS:
        return _heard(now, direction, facts)
    to = states.after(now.state, direction, act)
    changed: dict[str, Any] = {"state": to.value} if to else {}
    return changed | ({"collected": facts["collected"]} if act == "keep_return_receipt" else {})


def _heard(now: Told, direction: str, facts: dict[str, Any]) -> dict[str, Any]:
    if not facts["counted"]:
        return {}
    to = states.heard(now.state, direction, facts["said"])
    paid = facts["said"] == "handed_out" and facts["collected"] is not None and direction == "return"
    return ({"state": to.value} if to else {}) | ({"collected": facts["collected"]} if paid else {})
