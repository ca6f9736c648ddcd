"""The part “Liên thông” of a dossier's page: which body has it when, with its own date, and what may be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.domain.dossiers.interlinked import possible as leg_possible
from motcua.domain.dossiers.interlinked import queries as leg_queries
from motcua.domain.dossiers.interlinked import split
from motcua.domain.dossiers.interlinked.queries import Part
from motcua.domain.dossiers.interlinked.terms import LegState
from motcua.domain.dossiers.policies import HANDLERS
from motcua.web.components.badges import Badge, time_left
from motcua.web.components.process_picture import Picture, PictureStep, Place

from ..words import ACTS, Words

MINUTES = 60
PLACES = {
    LegState.RUNNING: Place.CURRENT,
    LegState.PAUSED: Place.CURRENT,
    LegState.STANDS: Place.CURRENT,
    LegState.TO_TAKE: Place.CURRENT,
    LegState.TO_HAND_ON: Place.CURRENT,
    LegState.DONE: Place.DONE,
    LegState.AHEAD: Place.WAITING,
}


@dataclass(frozen=True)
class Offer:
    """An act on a leg that is possible, and where it is done."""

    act: str
    words: Words
    address: str


@dataclass(frozen=True)
class Line:
    """One body's part: how much time is left of it, how much was used, and what this official may do."""

    part: Part
    mine: bool
    left: Badge | None
    used: str
    offers: list[Offer]


@dataclass(frozen=True)
class Shown:
    """All parts, as a picture and as lines."""

    picture: Picture
    lines: list[Line]
    electronic: bool


def of_dossier(by: Any, dossier: Any, at: datetime) -> Shown | None:
    """The part for this official; nothing for what one body settles."""
    parts = leg_queries.parts(dossier, at)
    if not parts:
        return None
    own = by.bodies_with(at, *HANDLERS)
    lines = [_line(by, dossier, part, own, at) for part in parts]
    return Shown(_picture(dossier, parts), lines, parts[0].row.electronic)


def _line(by: Any, dossier: Any, part: Part, own: Iterable[int], at: datetime) -> Line:
    part.row.dossier = dossier
    answers = leg_possible.on_leg(by, part.row, at)
    offers = [
        Offer(act, ACTS[act], reverse(f"dossier:{act}", args=[dossier.code, part.number]))
        for act, answer in answers.items()
        if answer
    ]
    running = part.due_at is not None and part.ended_at is None
    left = time_left(part.due_at, at, split.calendar_of(part.office_id)) if running and part.due_at else None
    return Line(part, part.office_id in own, left, _used(part), offers)


def _used(part: Part) -> str:
    """How many working hours the body has had it, of those it was given."""
    if part.began_at is None:
        return ""
    hours, minutes = divmod(part.used_minutes, MINUTES)
    return f"{hours} giờ {minutes} phút" if minutes else f"{hours} giờ"


def _note(part: Part) -> str:
    """What the place in the picture does not say."""
    waits = (LegState.TO_TAKE, LegState.TO_HAND_ON, LegState.PAUSED, LegState.STANDS)
    return part.state.words if part.state in waits else ""


def _picture(dossier: Any, parts: list[Part]) -> Picture:
    groups: dict[int, list[PictureStep]] = {}
    for part in parts:
        state = PLACES.get(part.state)
        if state is Place.CURRENT and part.is_late:
            state = Place.LATE
        groups.setdefault(part.group, []).append(PictureStep(part.body, part.work, part.hours, state, _note(part)))
    title = f"Các khâu liên thông của hồ sơ {dossier.code}"
    return Picture(title, tuple(map(tuple, groups.values())), id="lien-thong")
