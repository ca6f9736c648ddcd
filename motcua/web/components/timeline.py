"""The story of a thing, from its journal: one sentence per act, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from .sentences import tell


class Entry(Protocol):
    """A line of the journal, as queries hand it out."""

    number: int
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
    """The entries, newest first; what went against a rule is marked."""
    return [_told(entry) for entry in sorted(entries, key=lambda entry: (entry.at, entry.number), reverse=True)]


def _told(entry: Entry) -> Told:
    breach = bool(entry.facts.get("late") or entry.facts.get("breaches"))
    by = entry.by_name + (f" (thay {entry.facts['instead_of']})" if entry.facts.get("instead_of") else "")
    return Told(tell(entry.act, entry.facts), by, entry.at, _note(entry.facts), breach)


def _note(facts: dict[str, Any]) -> str:
    said = (("Lý do", facts.get("reason")), ("Ý kiến", facts.get("note")), ("Giải trình", facts.get("explanation")))
    return ". ".join(f"{what}: {words}" for what, words in said if words)
