"""How an interlinked dossier goes from leg to leg. No acts here: acts call it inside their transaction.

What one body settles alone goes on as its process says; what several settle goes leg by leg. On paper the next body
has it only when it was handed on and taken; an electronic dossier is with the next bodies at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.papers.forms.receipt.facts import Share
from motcua.domain.statements import Said, add, change

from .. import breaches, tasks
from ..handed_in import Brought
from ..models import Dossier, Task
from ..terms import BreachKind
from . import legs, split
from .legs import Way
from .models import Leg

_LOCKED: Said[Leg] = Said(
    lambda dossier: Leg.objects.select_for_update(of=("self",)).filter(dossier=dossier).order_by("number")
)


@dataclass
class Onward:
    """What became of it: the steps that were opened, and what happened to legs, as facts for the journal."""

    dossier: Dossier
    opened: list[Task] = field(default_factory=list)
    legs: list[dict[str, Any]] = field(default_factory=list)

    def facts(self) -> dict[str, Any]:
        """For the journal; nothing of legs where there are none."""
        return {"next": tasks.told(self.opened), **_as_facts(self.legs)}


def lay_out(dossier: Dossier, brought: Iterable[Brought], at: datetime) -> list[Leg]:
    """Give each body its leg and its date when a dossier is received; nothing for what one body settles.

    Electronic is what was filed online, or of which every paper was scanned before the receipt was written.
    """
    if dossier.process_id is None or not split.is_interlinked(dossier.process_id):
        return []
    brought = list(brought)
    electronic = dossier.channel == "online" or (bool(brought) and all(each.scan_id for each in brought))
    way = split.way(dossier.process_id, electronic)
    ends = legs.planned(way, at, split.calendar_of)
    rows = [
        Leg(
            dossier=dossier, number=leg.number, group=leg.group, office_id=leg.office_id, hours=leg.hours,
            electronic=electronic, planned_at=ends[leg.number],
        )
        for leg in legs.of_bodies(way)
    ]  # fmt: skip
    return add(rows)


def shares(rows: Iterable[Leg]) -> tuple[Share, ...]:
    """The legs as the receipt names them."""
    return tuple(Share(office_at_hand(row.office_id).name, row.hours, row.planned_at) for row in rows)


def laid_out(rows: Iterable[Leg]) -> dict[str, Any]:
    """The same as facts for the journal; nothing where there are none."""
    return _as_facts([_told(row, hours=row.hours, planned=row.planned_at, electronic=row.electronic) for row in rows])


def set_out(dossier: Dossier, first: int, *, at: datetime) -> Onward:
    """Begin: the first stage of the process, or the first legs."""
    onward, rows = Onward(dossier), locked(dossier)
    if not rows:
        onward.opened = tasks.open_stage(dossier, first, at=at)
        return onward
    group = min(row.group for row in rows.values())
    for row in rows.values():
        if row.group == group:
            begin(onward, row, at)
    return onward


def after(task: Task, *, by: Officer, at: datetime, to: Officer | None = None) -> Onward:
    """Go on when a step was closed: with the next of the leg, with the next leg, or not before others are done."""
    dossier = task.dossier
    onward, rows = Onward(dossier), locked(dossier)
    if not rows:
        following = tasks.next_stage(dossier, task.stage)
        if following is not None and not tasks.has_siblings(task):
            onward.opened = tasks.open_stage(dossier, following, at=at, to=to)
        return onward
    way = _way(dossier, rows)
    leg, place = place_of(way, task)
    if tasks.is_open(dossier, [step.id for step in leg.portions[place].steps]):
        return onward
    if place + 1 < len(leg.portions):
        onward.opened = tasks.open_steps(dossier, leg.portions[place + 1].steps, at=at, to=to)
        return onward
    _end(onward, rows[leg.number], by, at)
    if all(row.ended_at for row in rows.values() if row.group == leg.group):
        _reach(onward, [row for row in rows.values() if row.group == leg.group + 1], leg.office_id, at)
    return onward


def place_of(way: Way, task: Task) -> tuple[legs.Leg, int]:
    """The leg of a step, and the place of its portion in it."""
    for leg in legs.of_bodies(way):
        place = leg.portion_of(task.step_id)
        if place is not None:
            return leg, place
    raise LookupError(f"step {task.step_id} is in no leg")


def steps_of_leg(task: Task) -> frozenset[int]:
    """The steps of the leg to which a step belongs; none for what one body settles."""
    found = _leg_of(task)
    return frozenset(step.id for step in found[0].steps) if found else frozenset()


def begins_leg(task: Task) -> bool:
    """Whether the step is the first of its leg, before which another body has it."""
    found = _leg_of(task)
    return found is not None and found[1] == 0


def stop(dossier: Dossier, *, at: datetime) -> dict[str, Any]:
    """End what is begun: the dossier is decided or returned before its way is at its end."""
    told = []
    for row in locked(dossier).values():
        if row.began_at and not row.ended_at:
            row.ended_at = at
            change(row, "ended_at")
            told.append(_told(row, ended_at=at))
    return _as_facts(told)


def wait(dossier: Dossier) -> None:
    """Stop the clocks of the legs while the applicant has the dossier, or while its clock stands."""
    for row in locked(dossier).values():
        if row.due_at and not row.ended_at:  # begun, or handed on and lying there
            row.due_at = None
            change(row, "due_at")


def go_on(dossier: Dossier) -> None:
    """Let the legs that are begun go on where they stood when the dossier's clock stopped."""
    for row in locked(dossier).values():
        if (row.began_at or row.handed_at) and not row.ended_at:
            row.due_at = split.clock_of(row).due()
            change(row, "due_at")


def resume(dossier: Dossier, *, at: datetime) -> dict[str, Any]:
    """Start the legs that are begun anew, as the time of the whole dossier starts anew."""
    told = []
    for row in locked(dossier).values():
        if row.began_at and not row.ended_at:
            row.began_at = at
            row.due_at = split.clock_of(row).due()
            change(row, "began_at", "due_at")
            told.append(_told(row, began_at=at))
        elif row.handed_at and not row.ended_at:
            row.due_at = split.clock_of(row).due()
            change(row, "due_at")
    return _as_facts(told)


def locked(dossier: Dossier) -> dict[int, Leg]:
    """The legs of a dossier by their numbers, locked; none and no statement for what one body settles."""
    if dossier.process_id is None or not split.is_interlinked(dossier.process_id):
        return {}
    rows = _LOCKED.all(dossier=dossier.pk)
    for row in rows:
        row.dossier = dossier
    return {row.number: row for row in rows}


def _leg_of(task: Task) -> tuple[legs.Leg, int] | None:
    if task.step_id is None:  # a question to another body is no step of the way
        return None
    rows = split.rows_of(task.dossier_id, task.dossier.process_id)
    return place_of(split.way(task.dossier.process_id, rows[0].electronic), task) if rows else None


def _way(dossier: Dossier, rows: dict[int, Leg]) -> Way:
    return split.way(dossier.process_id, next(iter(rows.values())).electronic)


def _end(onward: Onward, row: Leg, by: Officer, at: datetime) -> None:
    """End a leg; one that overran is a breach of its body (Điều 7, khoản 8)."""
    row.ended_at = at
    change(row, "ended_at")
    told = _told(row, ended_at=at)
    if split.clock_of(row).is_late(at):
        told["late"] = True
        breaches.note(onward.dossier, BreachKind.LATE_LEG, by=by, at=at, office_id=row.office_id)
    onward.legs.append(told)


def _reach(onward: Onward, rows: list[Leg], came_from: int, at: datetime) -> None:
    """The next legs: begun at once where nothing has to be carried, else ready to be handed on."""
    for row in rows:
        row.came_from_id = came_from
        if row.electronic or row.office_id == came_from:
            begin(onward, row, at)
        else:
            row.ready_at = at
            change(row, "ready_at", "came_from")
            onward.legs.append(_told(row, ready_at=at))


def begin(onward: Onward, row: Leg, at: datetime) -> None:
    """Let a body begin: its time runs, its first steps are open."""
    row.began_at = at
    row.due_at = split.due_of(row)
    change(row, "began_at", "due_at", "came_from")
    leg = next(each for each in legs.of_bodies(_way(onward.dossier, {row.number: row})) if each.number == row.number)
    onward.opened += tasks.open_steps(onward.dossier, leg.portions[0].steps, at=at)
    onward.legs.append(_told(row, began_at=at))


def _as_facts(told: list[dict[str, Any]]) -> dict[str, Any]:
    return {"legs": told} if told else {}


def _told(row: Leg, **facts: Any) -> dict[str, Any]:
    """What happened to a leg, as facts that make sense without the row."""
    return {"leg": row.number, "body": office_at_hand(row.office_id).name, **facts}
