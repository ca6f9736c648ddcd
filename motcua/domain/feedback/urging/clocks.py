"""Which clock of feedback runs out, and who is told of it on which day: the numbers stand beside, as data. Pure."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum, StrEnum
from pathlib import Path

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.calendar import Calendar


class Step(StrEnum):
    """What has to be done next about a piece of feedback."""

    ACCEPT = "accept"
    ANSWER = "answer"
    PUBLISH = "publish"


class Level(IntEnum):
    """Who is told: each level hears of it beside those below."""

    BODY = 1
    HEAD = 2
    CENTRE = 3


TOLD = {Level.BODY: "cơ quan đang giữ", Level.HEAD: "thủ trưởng cơ quan", Level.CENTRE: "Trung tâm"}


@dataclass(frozen=True)
class Threshold:
    """One line of the file: what has to be done, and how many working days before or after its last day who is told."""

    title: str
    before: int
    to_head: int
    to_centre: int
    source: str
    chosen: bool


def _read() -> dict[Step, Threshold]:
    with Path(__file__).with_name("clocks.toml").open("rb") as file:
        return {Step(name): Threshold(**line) for name, line in tomllib.load(file).items()}


THRESHOLDS = _read()
LONGEST_BEFORE = max(each.before for each in THRESHOLDS.values())


@rule("4.6.b-2", "7.5")
def told_on(step: Step, due: datetime, today: date, calendar: Calendar) -> Level | None:
    """Up to whom it is told today that the step is due; nobody as long as there is time enough, nor on a day off."""
    if not calendar.is_working_day(today):
        return None
    threshold, past = THRESHOLDS[step], calendar.working_days_between(local_day(due), today)
    if past >= threshold.to_centre:
        return Level.CENTRE
    if past >= threshold.to_head:
        return Level.HEAD
    return Level.BODY if past >= -threshold.before else None
