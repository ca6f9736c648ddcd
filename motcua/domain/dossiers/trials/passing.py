"""From leg to leg in thought: begun, finished, handed on on paper, taken; an overrun is a breach of its body. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.regulation.answers import Refused

from .. import stages
from ..interlinked import legs
from .turns import Part

if TYPE_CHECKING:
    from .life import Life


def begin(life: Life, part: Part, at: datetime) -> None:
    """Let a body begin: its time runs, its first steps are open."""
    life.way = life.way.changed(part, began_at=at)
    life.open(part.leg.portions[0], at)


def onward(life: Life, part: Part, step: StepPlan, at: datetime) -> None:
    """Go on when a step of a leg was closed: with the next of the leg, or the next legs when all beside are done."""
    place = part.leg.place_of(step) or 0
    if any(turn.step in part.leg.portions[place] for turn in life.open_turns()):
        return
    if place + 1 < len(part.leg.portions):
        life.open(part.leg.portions[place + 1], at)
        return
    life.way = life.way.changed(part, ended_at=at)
    if life.way.clock_of(life.way.parts[part.leg.number], life.calendars, life.facts.pauses).is_late(at):
        life.note("late_leg")
    if all(each.ended_at for each in life.way.group(part.leg.group)):
        for following in life.way.group(part.leg.group + 1):
            _reach(life, following, part.leg.office, at)


def hand_on(life: Life, at: datetime) -> None:
    """The papers go to the next body, with the slip that both sides sign."""
    _is_interlinked(life)
    stages.after(life.stage, "hand_on_leg")
    part = next((each for each in life.way.parts.values() if each.ready_at and not each.handed_at), None)
    if part is None:
        raise Refused("Khâu trước chưa xong, hoặc không có giấy tờ nào phải chuyển sang cơ quan khác.", "5.1.đ-1")
    life.way = life.way.changed(part, handed_at=at)


def take_over(life: Life, at: datetime) -> None:
    """The next body takes them: its time runs from now, or from when it should have taken them."""
    _is_interlinked(life)
    stages.after(life.stage, "take_leg")
    part = next((each for each in life.way.parts.values() if each.handed_at and not each.began_at), None)
    if part is None or part.handed_at is None:
        raise Refused("Chưa cơ quan nào bàn giao hồ sơ nên chưa có gì để nhận.", "5.1.đ-1")
    begin(life, part, legs.begins(part.handed_at, at, life.calendars(part.leg.office)))


def _is_interlinked(life: Life) -> None:
    if not life.way.parts:
        raise Refused("Quy trình này do một cơ quan giải quyết, không có khâu nào phải bàn giao.", "5.1.đ-1")


def _reach(life: Life, part: Part, came_from: str, at: datetime) -> None:
    """The next leg: begun at once where nothing has to be carried, else ready to be handed on."""
    if life.way.electronic or part.leg.office == came_from:
        begin(life, part, at)
    else:
        life.way = life.way.changed(part, ready_at=at)
