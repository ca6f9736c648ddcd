"""How a dossier of last year fares under the times of a process: which steps and bodies would be late, and the whole.

What it assumes is said where it is shown: people work as they did; a step that the process did not have takes just
its time; a step that it no longer has takes none; while papers or a payment are waited for, or the applicant wishes
it to rest, nobody's time runs, and waiting for another body's answer is that body's time. Pure.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from motcua.domain.procedures.difference import Difference
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.regulation.citations import rule
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.pauses import Pause

from ..clock import counted_apart, counted_minutes, step_due
from ..interlinked.legs import LegClock
from ..interlinked.of_plan import Body, PlannedLeg, legs_of
from .telling import RECEIVING, Spell, Told, ToldLeg

Calendars = Callable[[str], Calendar]
Place = tuple[int, int]


@dataclass(frozen=True)
class Taken:
    """What the steps and legs of its own process really took.

    `spells` are those of each step, `since_start` its working minutes since the time last began, `legs` those of the
    bodies in the order in which they came, `over` by how many working minutes the whole passed its time.
    """

    spells: Mapping[Place, tuple[Spell, ...]]
    since_start: Mapping[Place, int]
    legs: Mapping[tuple[str, int], tuple[PlannedLeg, ToldLeg]]
    pauses: tuple[Pause, ...]
    electronic: bool
    over: int

    def longest(self, place: Place, calendar: Calendar) -> int | None:
        """The working minutes of the longest time a step took; none when it was not done."""
        return max((minutes_of(each, calendar, self.pauses) for each in self.spells.get(place, ())), default=None)


@dataclass(frozen=True)
class Judged:
    """One dossier under one process: the steps and the bodies that would be late, and whether the whole would be."""

    late_steps: frozenset[Place]
    late: bool
    late_bodies: frozenset[str] = frozenset()


@dataclass
class Column:
    """What was counted under one process."""

    late: int = 0
    with_late_step: int = 0
    steps: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)

    def add(self, judged: Judged) -> None:
        """Count one dossier more."""
        self.late += judged.late
        self.with_late_step += bool(judged.late_steps)
        for place in judged.late_steps:
            self.steps[_key(place)] = self.steps.get(_key(place), 0) + 1
        for body in judged.late_bodies:
            self.bodies[body] = self.bodies.get(body, 0) + 1


@dataclass
class Tally:
    """Everything that was counted so far: under the draft, under the process in force, and as it really was."""

    counted: int = 0
    left_out: int = 0
    really_late: int = 0
    draft: Column = field(default_factory=Column)
    applied: Column = field(default_factory=Column)
    minutes: dict[str, list[int]] = field(default_factory=dict)

    def took(self, place: Place, minutes: int | None) -> None:
        """Note what a step of the draft really took, if it was done: the sum and how often."""
        if minutes is None:
            return
        total, times = self.minutes.get(_key(place), [0, 0])
        self.minutes[_key(place)] = [total + minutes, times + 1]

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Tally":
        """As it was kept."""
        if not plain:
            return cls()
        columns = {name: Column(**plain[name]) for name in ("draft", "applied")}
        return cls(**{**plain, **columns})


def taken(dossier: Told, own: ProcessPlan, bodies: Mapping[str, Body], due: datetime, calendars: Calendars) -> Taken:
    """What each step and leg really took; `bodies` are the offices by code, `due` is what the law allowed."""
    spells: dict[Place, tuple[Spell, ...]] = {}
    since: dict[Place, int] = {}
    places = {(step.name, _name(step.office, bodies)): step for step in reversed(own.steps)}
    first = own.stages()[0][1][0]
    for spell in dossier.spells:
        step = first if spell.step == RECEIVING else places.get((spell.step, spell.body))
        if step is None:
            continue
        place = (step.stage, step.branch)
        spells[place] = (*spells.get(place, ()), spell)
        if spell.opened_at >= dossier.started_at:
            minutes = minutes_of(spell, calendars(step.office), dossier.pauses)
            since[place] = since.get(place, 0) + minutes
    over = passed_by(due, dossier.finished_at or due, calendars(first.office))
    planned = legs_of(own, bodies, electronic=dossier.electronic)
    legs = [(leg, dossier.legs[leg.number]) for leg in planned if leg.number in dossier.legs]
    numbered = dict(zip(_in_turn(leg for leg, _ in legs), legs, strict=True))
    return Taken(spells, since, numbered, dossier.pauses, dossier.electronic, over)


@rule("4.1.a-1")
def judged(took: Taken, change: Difference, bodies: Mapping[str, Body], calendars: Calendars) -> Judged:
    """A dossier under the newer process of `change`, whose older one is its own."""
    before = {each.now: each.was for each in change.steps if each.now}
    late = {
        (now.stage, now.branch)
        for now, was in before.items()
        if was and now.kind != "return" and _is_late(now, took.spells.get((was.stage, was.branch), ()), took, calendars)
    }

    def now_takes(step: StepPlan) -> int:
        was = before[step]
        return step.hours * 60 if was is None else took.since_start.get((was.stage, was.branch), 0)

    def then_took(step: StepPlan) -> int:
        return took.since_start.get((step.stage, step.branch), 0)

    longer = _length(change.now, now_takes) - _length(change.was, then_took)
    overran = set()
    planned = legs_of(change.now, bodies, electronic=took.electronic)
    for turn, leg in zip(_in_turn(planned), planned, strict=True):
        minutes = _leg_length(leg, now_takes)
        if turn not in took.legs:
            by = minutes - leg.hours * 60
        else:
            was, real = took.legs[turn]
            by = _leg_over(leg, real, calendars(leg.office), took.pauses) + minutes - _leg_length(was, then_took)
        if by > 0:
            overran.add(leg.office)
    return Judged(frozenset(late), took.over + longer > 0, frozenset(overran))


def minutes_of(spell: Spell, calendar: Calendar, pauses: tuple[Pause, ...]) -> int:
    """The working minutes of a step that are its body's: without what it waited for, nor what was nobody's."""
    whole = counted_minutes(calendar, spell.opened_at, spell.done_at, pauses)
    return whole - sum(counted_minutes(calendar, since, until, pauses) for since, until in spell.waited)


def passed_by(due: datetime, ended_at: datetime, calendar: Calendar) -> int:
    """By how many working minutes an end passed its date: at least one when it did, less than nought before it."""
    minutes = calendar.working_minutes_between(due, ended_at)
    return max(1, minutes) if ended_at > due else min(0, minutes)


def _is_late(step: StepPlan, spells: tuple[Spell, ...], took: Taken, calendars: Calendars) -> bool:
    """Whether a step would not have been done in its hours, by the rule of real steps."""
    calendar = calendars(step.office)
    for spell in spells:
        alone = counted_apart(took.pauses, spell.waited)
        waited = sum(calendar.working_minutes_between(since, until) for since, until in spell.waited)
        if spell.done_at > step_due(calendar, spell.opened_at, step.hours, alone, waited):
            return True
    return False


def _length(plan: ProcessPlan, takes: Callable[[StepPlan], int]) -> int:
    """The working minutes of the whole way; from the result on it is the applicant who comes or does not."""
    stages = ([step for step in steps if step.kind != "return"] for _, steps in plan.stages())
    return sum(max(map(takes, steps), default=0) for steps in stages)


def _leg_length(leg: PlannedLeg, takes: Callable[[StepPlan], int]) -> int:
    return sum(max(map(takes, portion)) for portion in leg.portions)


def _leg_over(leg: PlannedLeg, real: ToldLeg, calendar: Calendar, pauses: tuple[Pause, ...]) -> int:
    """By how much a body had a leg longer than this one has hours; of one that it never had, nothing."""
    due = LegClock(leg.number, 0, leg.hours, real.began_at, real.ended_at, calendar, pauses).due()
    return passed_by(due, real.ended_at, calendar) if due and real.ended_at else 0


def _in_turn(legs: Iterable[PlannedLeg]) -> Iterator[tuple[str, int]]:
    """Each leg as the first, second, … of its body."""
    turns: dict[str, count[int]] = {}
    for leg in legs:
        yield leg.office, next(turns.setdefault(leg.office, count(1)))


def _name(code: str, bodies: Mapping[str, Body]) -> str:
    return bodies[code].name if code in bodies else ""


def _key(place: Place) -> str:
    return f"{place[0]}.{place[1]}"
