"""What a dossier in thought consists of: steps that were opened, questions, meetings, legs. Plain values. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.working_days.calendar import Calendar

from ..interlinked.of_plan import PlannedLeg

Calendars = Callable[[str], Calendar]


@dataclass(frozen=True)
class Turn:
    """A step that was opened: when, until when, when it was done; since when it waits for another body's answer."""

    step: StepPlan
    opened_at: datetime
    due_at: datetime
    done_at: datetime | None = None
    how: str = ""
    waiting_since: datetime | None = None

    def is_late(self, at: datetime) -> bool:
        """Whether it took longer than it has, by now or by the moment it was done; waiting is another body's time."""
        return (self.done_at or self.waiting_since or at) > self.due_at


@dataclass(frozen=True)
class Question:
    """What another body was asked: by a step of the process itself, or in the middle of the step that has it."""

    body: str
    step: StepPlan
    asked_at: datetime
    due_at: datetime
    of_process: bool
    waits: bool = False
    ended_at: datetime | None = None
    named: bool = False
    went_on: bool = False


@dataclass(frozen=True)
class Meeting:
    """A check on the spot that was announced, or a sitting that was called: for when, and what came of it."""

    step: StepPlan
    starts_at: datetime
    ended_at: datetime | None = None
    concluded: bool = False


@dataclass(frozen=True)
class Part:
    """One body's leg as it goes: ready, handed on, taken, begun, ended."""

    leg: PlannedLeg
    came_from: str = ""
    ready_at: datetime | None = None
    handed_at: datetime | None = None
    began_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether its body has it now."""
        return self.began_at is not None and self.ended_at is None
