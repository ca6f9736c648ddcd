"""What comes after a step of an interlinked dossier: its leg goes on, other bodies are still at it, or the next leg."""

from dataclasses import dataclass

from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.procedures.handling import process_plan

from ..models import Dossier, Task
from . import linked, split
from .legs import Leg, Stepped, Way


@dataclass(frozen=True)
class NextLeg:
    """The part of the next body: its number among the legs, its working hours, what its first steps are called."""

    number: int
    body: str
    hours: int
    begins_with: tuple[str, ...]


@dataclass(frozen=True)
class Follows:
    """What follows once all of this portion is done."""

    number: int  # of the leg the step belongs to
    electronic: bool
    steps: tuple[Stepped, ...] = ()  # of the same leg
    beside: tuple[str, ...] = ()  # the bodies that have to finish too before the next leg
    legs: tuple[NextLeg, ...] = ()


def after(task: Task) -> Follows | None:
    """What follows a step; none for a dossier that one body settles, and for what is asked beside the way."""
    process_id = task.dossier.process_id
    rows = {row.number: row for row in split.rows_of(task.dossier_id, process_id)}
    if not rows or process_id is None or task.step_id is None:
        return None
    electronic = next(iter(rows.values())).electronic
    way = split.way(process_id, electronic)
    leg, place = linked.place_of(way, task)
    if place + 1 < len(leg.portions):
        return Follows(leg.number, electronic, steps=leg.portions[place + 1].steps)
    beside = [row for row in rows.values() if row.group == leg.group and row.number != leg.number and not row.ended_at]
    names = tuple(office_at_hand(row.office_id).name for row in beside)
    reached = tuple(_next(each, process_id) for each in _group(way, leg.group + 1) if each.number in rows)
    return Follows(leg.number, electronic, beside=names, legs=reached)


def first_of(dossier: Dossier) -> tuple[NextLeg, ...]:
    """The legs with which a dossier begins when the desk passes it on; none for what one body settles."""
    rows = split.rows_of(dossier.pk, dossier.process_id)
    if not rows or dossier.process_id is None:
        return ()
    way = split.way(dossier.process_id, rows[0].electronic)
    return tuple(_next(leg, dossier.process_id) for leg in _group(way, min(row.group for row in rows)))


def _group(way: Way, number: int) -> list[Leg]:
    return [leg for group in way for leg in group if leg.group == number]


def _next(leg: Leg, process_id: int) -> NextLeg:
    plan = process_plan(process_id)
    names = tuple(plan.step(step.id).name for step in leg.portions[0].steps)
    return NextLeg(leg.number, office_at_hand(leg.office_id).name, leg.hours, names)
