"""What a carrier wrote, read strictly: what is not what was agreed is not believed. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from motcua.domain.vietnamese.text import clean

from ..terms import Said
from .answers import SettledReport, Word

MOST = 500  # words or lines in one message
DEAREST = 10**12


class NotReadable(ValueError):
    """It is not what the carrier agreed to write."""


def words(data: Mapping[str, Any]) -> list[Word]:
    """{"events": [{"id", "number", "status", "at", and what else is known}]}; raises `NotReadable`."""
    return [_word(each) for each in _listed(data, "events")]


def reports(data: Mapping[str, Any]) -> list[SettledReport]:
    """{"settlements": [{"reference", "day", "total", "lines": [{"number", "amount"}]}]}; raises `NotReadable`."""
    return [_report(each) for each in _listed(data, "settlements")]


def text(data: Mapping[str, Any], name: str, longest: int, *, needed: bool = False) -> str:
    """One line of text of a message, cut where it is too long."""
    value = data.get(name, "")
    if not isinstance(value, str) or (needed and not 0 < len(clean(value)) <= longest):
        raise NotReadable(f"{name}: a text of at most {longest} letters")
    return clean(value)[:longest]


def _listed(data: Mapping[str, Any], name: str) -> list[Any]:
    found = data.get(name, [])
    if not isinstance(found, list) or len(found) > MOST or not all(isinstance(each, dict) for each in found):
        raise NotReadable(f"{name}: a list of at most {MOST} objects")
    return found


def _word(data: Mapping[str, Any]) -> Word:
    try:
        at = datetime.fromisoformat(text(data, "at", 40, needed=True))
        said = Said(text(data, "status", 12, needed=True))
    except ValueError as fault:
        raise NotReadable(str(fault)) from None
    if at.tzinfo is None:
        raise NotReadable("at: a moment with its zone")
    collected = data.get("collected")
    return Word(
        key=text(data, "id", 80, needed=True),
        number=text(data, "number", 40, needed=True).upper(),
        said=said,
        at=at,
        place=text(data, "place", 200),
        reason=text(data, "reason", 300),
        recipient=text(data, "recipient", 200),
        collected=None if collected is None else _dong(collected, "collected"),
    )


def _report(data: Mapping[str, Any]) -> SettledReport:
    try:
        day = date.fromisoformat(text(data, "day", 10, needed=True))
    except ValueError as fault:
        raise NotReadable(str(fault)) from None
    lines = tuple(
        (text(each, "number", 40, needed=True).upper(), _dong(each.get("amount"), "amount"))
        for each in _listed(data, "lines")
    )
    return SettledReport(text(data, "reference", 80, needed=True), day, _dong(data.get("total"), "total"), lines)


def _dong(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= DEAREST:
        raise NotReadable(f"{name}: a whole number of đồng")
    return value
