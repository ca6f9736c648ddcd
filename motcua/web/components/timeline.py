"""The story of a thing, from its journal: one sentence per act, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from .sentences import tell


class Entry(Protocol):
    """A line of the journal, as queries hand it out."""

    act: str
    facts: dict[str, Any]
    by_name: str
    at: datetime


@dataclass(frozen=True)
class Told:
    """One act, as people read it."""

    sentence: str
    by: str
    at: datetime
    note: str = ""
    is_breach: bool = False


def timeline(entries: Iterable[Entry]) -> list[Told]:
    """The entries, newest first. A fact `breach` marks what went against a rule; a `reason` is told below."""
    told = (
        Told(tell(entry.act, entry.facts), entry.by_name, entry.at, _note(entry.facts), bool(entry.facts.get("breach")))
        for entry in entries
    )
    return sorted(told, key=lambda each: each.at, reverse=True)


def _note(facts: dict[str, Any]) -> str:
    reason = facts.get("reason") or facts.get("explanation")
    return f"Lý do: {reason}" if reason else ""
