"""What a dossier's journal says about its steps and legs: who had it, from when to when, and when nobody did. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from motcua.domain.working_days.pauses import Pause, PauseKind

_CLOSING_ONE = ("complete_step", "endorse", "approve")
_ADVICE = ("answer_consultation", "enter_answer", "go_on_without")  # to a step, or to a question beside the steps
_STOPS = {"ask_for_payment": PauseKind.PAYMENT, "stop_on_request": PauseKind.REQUEST}
_GOES_ON = ("payment_proven", "resume")
RECEIVING = ""
Place = tuple[str, str]
Waits = tuple[datetime, datetime]


class Entry(Protocol):
    """A line of the journal."""

    act: str
    facts: dict[str, Any]
    at: datetime


@dataclass(frozen=True)
class Spell:
    """A step in the hands of its body: from when to when. The first step has no name here.

    `waited` are the times in which it waited for another body's answer: they are that body's.
    """

    step: str
    body: str
    opened_at: datetime
    done_at: datetime
    waited: tuple[Waits, ...] = ()


@dataclass
class ToldLeg:
    """A body's leg of an interlinked dossier: since when it had it, and until when."""

    body: str
    began_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass
class Told:
    """A dossier from receipt to the result; `started_at` is when its time last began, `pauses` when it stood."""

    received_at: datetime
    started_at: datetime
    finished_at: datetime | None = None
    spells: list[Spell] = field(default_factory=list)
    legs: dict[int, ToldLeg] = field(default_factory=dict)
    electronic: bool = False
    pauses: tuple[Pause, ...] = ()


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


@dataclass
class _Question:
    """A question beside the steps for whose answer a step waits."""

    asker: Place
    since: datetime


class _Reader:
    def __init__(self) -> None:
        self.dossier: Told | None = None
        self.open: dict[Place, datetime] = {}
        self.waited: dict[Place, tuple[Waits, ...]] = {}
        self.waiting: dict[str, _Question] = {}
        self.missing: list[Place] = []
        self.stands: tuple[PauseKind, datetime] | None = None

    def read(self, entry: Entry) -> None:
        act, facts, at = entry.act, entry.facts, entry.at
        if act == "receive":
            self.dossier = Told(at, at)
            self.open = {(RECEIVING, RECEIVING): at}
        if self.dossier is None:
            return
        self._question(act, facts, at)
        for place in self._ended(act, facts):
            self._close(place, at)
        self._clock(self.dossier, act, at)
        self._legs(self.dossier, facts)
        if act == "accept_supplement":
            self._begin(self.missing, at)
        elif act in ("hand_over", "deliver_at_department"):
            if self.open:
                raise NotUnderstood("a step is open")
            self.dossier.finished_at = at
            return
        begins = next((_moment(leg.get("began_at")) for leg in facts.get("legs") or [] if act == "take_leg"), None)
        self._begin(_places(facts.get("next")), begins or at)

    def _ended(self, act: str, facts: dict[str, Any]) -> list[Place]:
        """The steps that an act ends."""
        place = (facts.get("step", ""), facts.get("body", ""))
        if act in ("transfer", "hold_in_bundle"):
            return [(RECEIVING, RECEIVING)]
        if act in _CLOSING_ONE or (act in _ADVICE and place in self.open):
            return [place]
        if act == "send_back":
            return [each for each in _places(facts.get("ended")) if each in self.open] or list(self.open)
        if act == "request_supplement":
            self.missing = list(self.open)
        return list(self.open) if act in ("request_supplement", "reject") else []

    def _begin(self, opened: Sequence[Place], at: datetime) -> None:
        self.open.update(dict.fromkeys(opened, at))
        for question in self.waiting.values():  # what is still out is still waited for
            question.since = at if question.asker in opened else question.since

    def _close(self, place: Place, at: datetime) -> None:
        if self.dossier is None or place not in self.open:
            raise NotUnderstood(f"{place} was not open")
        began, waited = self.open.pop(place), self.waited.pop(place, ())
        since = [each.since for each in self.waiting.values() if each.asker == place]
        waited += ((min(since), at),) if since and min(since) < at else ()
        self.dossier.spells.append(Spell(*place, began, at, waited))

    def _clock(self, dossier: Told, act: str, at: datetime) -> None:
        if act in ("accept_supplement", "begin_in_bundle"):
            dossier.started_at = at
        elif act in _STOPS:
            self.stands = (_STOPS[act], at)
        elif act in _GOES_ON and self.stands:
            kind, since = self.stands
            dossier.pauses += (Pause(kind, since, at, act),)
            self.stands = None

    def _question(self, act: str, facts: dict[str, Any], at: datetime) -> None:
        """A step begins to wait for an answer, or waits no more."""
        number = facts.get("number")
        if act == "consult" and facts.get("waits"):
            asker = next((place for place in self.open if place[0] == facts["step"]), None)
            if asker is not None:
                others = [each.since for each in self.waiting.values() if each.asker == asker]
                self.waiting[str(number)] = _Question(asker, min([at, *others]))
        elif act in _ADVICE and (question := self.waiting.pop(str(number), None)):
            asker = question.asker
            if asker in self.open and all(each.asker != asker for each in self.waiting.values()):
                until = self.stands[1] if self.stands else at
                if question.since < until:
                    self.waited[asker] = (*self.waited.get(asker, ()), (question.since, until))

    def _legs(self, dossier: Told, facts: dict[str, Any]) -> None:
        """What happened to legs: a body has it, has finished, or begins anew."""
        for each in facts.get("legs") or []:
            leg = dossier.legs.setdefault(each["leg"], ToldLeg(each["body"]))
            dossier.electronic = each.get("electronic", dossier.electronic)
            leg.began_at = _moment(each.get("began_at")) or leg.began_at
            leg.ended_at = _moment(each.get("ended_at")) or leg.ended_at


def _places(told: Iterable[dict[str, str]] | None) -> list[Place]:
    return [(each["step"], each["body"]) for each in told or []]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
