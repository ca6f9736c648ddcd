"""When a dossier stands still, and when the next one above is told: the rules, with their thresholds as data. Pure."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from pathlib import Path

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.calendar import Calendar

MINUTES = 60


class Still(StrEnum):
    """The ways in which a dossier stands still."""

    NOT_TRANSFERRED = "not_transferred"
    NOT_TAKEN = "not_taken"
    OVERRUN_STEP = "overrun_step"
    NOT_HANDED_OVER = "not_handed_over"
    NOT_FETCHED = "not_fetched"
    NOT_ANSWERED = "not_answered"


# What stands still with an office, not with the applicant: the applicant is told (who has a result to fetch is called).
WITH_US = frozenset(Still) - {Still.NOT_FETCHED}


class Level(IntEnum):
    """Who has been told: each level hears of it beside those below."""

    IN_CHARGE = 1
    HEAD = 2
    CENTRE = 3


TOLD = {Level.IN_CHARGE: "người phụ trách", Level.HEAD: "thủ trưởng cơ quan", Level.CENTRE: "Trung tâm"}


@dataclass(frozen=True)
class Threshold:
    """One line of the file: what it is called, after how many working hours, and which text says so."""

    title: str
    moment: str
    after: int
    to_head: int
    to_centre: int
    source: str
    chosen: bool


def _read() -> dict[str, Threshold]:
    with Path(__file__).with_name("standing.toml").open("rb") as file:
        return {name: Threshold(**line) for name, line in tomllib.load(file).items()}


_ALL = _read()
THRESHOLDS = {kind: _ALL[kind.value] for kind in Still}
ACKNOWLEDGED = _ALL["acknowledged"]
TITLES = {kind: threshold.title for kind, threshold in THRESHOLDS.items()}


@rule("4.1.d-2")
def stands_since(kind: str, moment: datetime, calendar: Calendar) -> datetime:
    """From when on it counts as standing still, `moment` being the one that the file names."""
    hours = THRESHOLDS[Still(kind)].after
    return calendar.after(moment, hours * MINUTES) if hours else moment


@rule("4.1.d-1", "4.1.d-2")
def told_next_at(
    kind: str, level: int, told_at: datetime, calendar: Calendar, acknowledged_until: date | None = None
) -> datetime | None:
    """When the next level is told; never after the Centre. Who promised a day is left alone until it is over."""
    if level >= Level.CENTRE:
        return None
    threshold = THRESHOLDS[Still(kind)]
    hours = threshold.to_head if level == Level.IN_CHARGE else threshold.to_centre
    after_waiting = calendar.after(told_at, hours * MINUTES)
    return max(after_waiting, calendar.closing(acknowledged_until)) if acknowledged_until else after_waiting


@rule("4.1.d-2")
def latest_promise(at: datetime, calendar: Calendar) -> date:
    """The last day that somebody who was told can promise."""
    return local_day(calendar.after(at, ACKNOWLEDGED.after * MINUTES))
