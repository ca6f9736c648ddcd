"""How a dossier of last year fares under the times of a process: which steps would be late, and the whole. Pure.

What it assumes is said where it is shown: people work as they did; a step that the process did not have takes just
its time; a step that it no longer has takes none; while papers are waited for nobody's time runs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.domain.procedures.difference import Difference
from motcua.domain.procedures.process_rules import ProcessPlan
from motcua.domain.regulation.citations import rule
from motcua.domain.working_days.calendar import Calendar

from .telling import RECEIVING, Told

Calendars = Callable[[str], Calendar]
Place = tuple[int, int]


@dataclass(frozen=True)
class Taken:
    """What the steps of its own process really took, in working minutes: the longest spell, and all since the start.

    `after` is what went by between the last step and the result at the Centre, `available` what the law allows.
    """

    longest: Mapping[Place, int]
    since_start: Mapping[Place, int]
    after: int
    available: int


@dataclass(frozen=True)
class Judged:
    """One dossier under one process: the places of the steps that would be late, and whether the whole would be."""

    late_steps: frozenset[Place]
    late: bool


@dataclass
class Column:
    """What was counted under one process."""

    late: int = 0
    with_late_step: int = 0
    steps: dict[str, int] = field(default_factory=dict)

    def add(self, judged: Judged) -> None:
        """Count one dossier more."""
        self.late += judged.late
        self.with_late_step += bool(judged.late_steps)
        for place in judged.late_steps:
            self.steps[_key(place)] = self.steps.get(_key(place), 0) + 1


@dataclass
class Tally:
    """Everything that was counted so far: under the draft, under the process in force, and as it really was."""

    counted: int = 0
    left_out: int = 0
    really_late: int = 0
    draft: Column = field(default_factory=Column)
    applied: Column = field(default_factory=Column)
    minutes: dict[str, list[int]] = field(default_factory=dict)

    def took(self, place: Place, minutes: int) -> None:
        """Note what a step of the draft really took: the sum and how often."""
        total, times = self.minutes.get(_key(place), [0, 0])
        self.minutes[_key(place)] = [total + minutes, times + 1]

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Tally":
        """As it was kept."""
        if not plain:
            return cls()
        columns = {name: Column(**plain[name]) for name in ("draft", "applied")}
        return cls(**{**plain, **columns})


def taken(
    dossier: Told, own: ProcessPlan, names: Mapping[str, str], due: datetime | None, calendars: Calendars
) -> Taken:
    """What each step really took; `names` are those of the bodies, by code."""
    longest: dict[Place, int] = {}
    since: dict[Place, int] = {}
    places = {(step.name, names.get(step.office, "")): step for step in reversed(own.steps)}
    first = own.stages()[0][1][0]
    for spell in dossier.spells:
        step = first if spell.step == RECEIVING else places.get((spell.step, spell.body))
        if step is None:
            continue
        place = (step.stage, step.branch)
        minutes = calendars(step.office).working_minutes_between(spell.opened_at, spell.done_at)
        longest[place] = max(longest.get(place, 0), minutes)
        if spell.opened_at >= dossier.started_at:
            since[place] = since.get(place, 0) + minutes
    calendar = calendars(first.office)
    available = calendar.working_minutes_between(dossier.started_at, due) if due else 0
    ends = [spell.done_at for spell in dossier.spells]
    after = calendar.working_minutes_between(max(ends), dossier.finished_at) if ends and dossier.finished_at else 0
    return Taken(longest, since, after, available)


@rule("4.1.a-1")
def judged(took: Taken, change: Difference) -> Judged:
    """A dossier under the newer process of `change`, whose older one is its own."""
    came_from = {(each.now.stage, each.now.branch): each.was for each in change.steps if each.now}
    late, total = set(), took.after
    for stage, steps in change.now.stages():
        lengths = []
        for step in steps:
            was = came_from[(stage, step.branch)]
            if step.kind == "return":  # from the result on it is the applicant who comes or does not
                continue
            if was is None:
                lengths.append(step.hours * 60)
                continue
            place = (was.stage, was.branch)
            if took.longest.get(place, 0) > step.hours * 60:
                late.add((stage, step.branch))
            lengths.append(took.since_start.get(place, 0))
        total += max(lengths, default=0)
    return Judged(frozenset(late), bool(took.available) and total > took.available)


def _key(place: Place) -> str:
    return f"{place[0]}.{place[1]}"
