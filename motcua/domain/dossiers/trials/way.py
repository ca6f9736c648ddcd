"""The way of a dossier in thought from leg to leg, by the rules and clocks of `interlinked/legs.py`. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.working_days.pauses import Pause

from ..interlinked import legs
from ..interlinked.legs import LegClock
from ..interlinked.of_plan import PlannedLeg
from .turns import Calendars, Part


@dataclass(frozen=True)
class Way:
    """The legs of the bodies by number, none for what one body settles; each change gives another way."""

    parts: Mapping[int, Part] = field(default_factory=dict)
    electronic: bool = False

    @classmethod
    def laid_out(cls, planned: tuple[PlannedLeg, ...], *, electronic: bool) -> "Way":
        """At receipt: every body has its leg, none has begun."""
        return cls({leg.number: Part(leg) for leg in planned}, electronic)

    def group(self, number: int) -> list[Part]:
        """The legs that run side by side in this place."""
        return [part for part in self.parts.values() if part.leg.group == number]

    def first(self) -> list[Part]:
        """The legs with which it begins."""
        return self.group(min((part.leg.group for part in self.parts.values()), default=0))

    def of_step(self, step: StepPlan) -> Part | None:
        """The leg to which a step belongs."""
        return next((part for part in self.parts.values() if part.leg.place_of(step) is not None), None)

    def of_body(self, body: str) -> Part | None:
        """The leg of a body: the one it has or had last, else the first that is still to come."""
        theirs = [part for part in self.parts.values() if part.leg.office == body]
        reached = [part for part in theirs if part.ready_at or part.began_at]
        return reached[-1] if reached else next(iter(theirs), None)

    def changed(self, part: Part, **how: Any) -> "Way":
        """The way on which this happened to a leg."""
        return replace(self, parts={**self.parts, part.leg.number: replace(part, **how)})

    def running(self, **how: Any) -> "Way":
        """The way on which this happened to all legs that bodies have now."""
        now = {number: replace(part, **how) if part.is_running else part for number, part in self.parts.items()}
        return replace(self, parts=now)

    def clock_of(self, part: Part, calendars: Calendars, pauses: tuple[Pause, ...]) -> LegClock:
        """What the clock of real legs says of it."""
        calendar, leg, place = calendars(part.leg.office), part.leg, self._offices().index(part.leg.office)
        began = part.began_at
        if began is None and part.handed_at is not None:
            began = legs.begins(part.handed_at, None, calendar)
        return LegClock(leg.number, place, leg.hours, began, part.ended_at, calendar, pauses)

    def who_overran(self, at: datetime, calendars: Calendars, pauses: tuple[Pause, ...]) -> tuple[str, ...]:
        """The bodies that had it longer than their part, the one that caused most of the delay first."""
        clocks = [self.clock_of(part, calendars, pauses) for part in self.parts.values()]
        return tuple(self._offices()[place] for place in legs.who_overran(clocks, at))

    def _offices(self) -> list[str]:
        return list(dict.fromkeys(part.leg.office for part in self.parts.values()))
