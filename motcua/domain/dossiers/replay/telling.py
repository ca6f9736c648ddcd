"""What a dossier's journal says about its steps: who had it, from when to when, and when it only waited. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

_CLOSING_ALL = ("send_back", "request_supplement", "reject")
_CLOSING_ONE = ("complete_step", "endorse", "approve")
_ADVICE = ("answer_consultation", "enter_answer", "go_on_without")  # to a step, or to a question beside the steps
RECEIVING = ""


class Entry(Protocol):
    """A line of the journal."""

    act: str
    facts: dict[str, Any]
    at: datetime


@dataclass(frozen=True)
class Spell:
    """A step in the hands of its body: from when to when. The first step has no name here."""

    step: str
    body: str
    opened_at: datetime
    done_at: datetime


@dataclass
class Told:
    """A dossier from receipt to the result, with its spells; `started_at` is when its time last began."""

    received_at: datetime
    started_at: datetime
    finished_at: datetime | None = None
    spells: list[Spell] = field(default_factory=list)


class NotUnderstood(ValueError):
    """A journal in which a step ends that had not begun, or the result comes while one is open."""


def told(entries: Iterable[Entry]) -> Told:
    """The entries of one dossier, oldest first; raises `NotUnderstood` when they do not fit together."""
    reader = _Reader()
    for entry in entries:
        reader.read(entry)
        if reader.dossier and reader.dossier.finished_at:
            return reader.dossier
    raise NotUnderstood("the result has not come")


class _Reader:
    def __init__(self) -> None:
        self.dossier: Told | None = None
        self.open: dict[tuple[str, str], datetime] = {}
        self.bodies: dict[str, str] = {}

    def read(self, entry: Entry) -> None:
        act, facts, at = entry.act, entry.facts, entry.at
        if act == "receive":
            self.dossier = Told(at, at)
            self.open = {(RECEIVING, RECEIVING): at}
        if self.dossier is None:
            return
        for place in self._ended(act, facts):
            self._close(place, at)
        if act == "accept_supplement":
            self.dossier.started_at = at
            self._begin([{"step": name, "body": self.bodies.get(name, "")} for name in facts["steps"]], at)
        elif act == "hand_over":
            if self.open:
                raise NotUnderstood("a step is open")
            self.dossier.finished_at = at
            return
        self._begin(facts.get("next") or [], at)

    def _ended(self, act: str, facts: dict[str, Any]) -> list[tuple[str, str]]:
        """The steps that an act ends."""
        place = (facts.get("step", ""), facts.get("body", ""))
        if act == "transfer":
            return [(RECEIVING, RECEIVING)]
        if act in _CLOSING_ONE or (act in _ADVICE and place in self.open):
            return [place]
        return list(self.open) if act in _CLOSING_ALL else []

    def _begin(self, opened: Iterable[dict[str, str]], at: datetime) -> None:
        for each in opened:
            self.open[(each["step"], each["body"])] = at
            self.bodies[each["step"]] = each["body"]

    def _close(self, place: tuple[str, str], at: datetime) -> None:
        if self.dossier is None or place not in self.open:
            raise NotUnderstood(f"{place} was not open")
        self.dossier.spells.append(Spell(*place, self.open.pop(place), at))
