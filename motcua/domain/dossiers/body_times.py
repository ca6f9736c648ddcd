"""How long each body had a dossier, and how long it was given: each is charged its own time. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from motcua.domain.regulation.citations import rule
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.pauses import Pause

from .clock import counted_minutes

HOUR, DAY = 60, 480
NOT_COUNTED = ("receive", "return")


class Stepped(Protocol):
    """A step as it fell to a body."""

    kind: str
    stage: int
    office_id: int
    opened_at: datetime
    due_at: datetime
    done_at: datetime | None
    waiting_since: datetime | None
    waited: int
    how: str


@dataclass(frozen=True)
class BodyTime:
    """What one body took and was given, in working minutes, and by how much it was late."""

    office_id: int
    spent: int
    given: int
    late: int

    def show(self) -> str:
        """As officials write it: "3 ngày/2 ngày, chậm 1 ngày"."""
        late = f", chậm {amount(self.late)}" if self.late else ""
        return f"{amount(self.spent)}/{amount(self.given)}{late}"


@rule("5.1.đ-1", "4.1.d-1")
def times(
    steps: Iterable[Stepped],
    at: datetime,
    calendar_of: Callable[[int], Calendar],
    pauses_of: Callable[[Any], Iterable[Pause]],
) -> list[BodyTime]:
    """Each body's time in the order in which it came to it; branches side by side count once, by the longest.

    Steps that a supplement cut off are gone: the time was counted anew. Waiting for another body's answer is
    that body's time, not the asker's; the pauses of a step, apart from those within a wait, are nobody's.
    """
    rounds: dict[tuple[int, int, datetime], tuple[int, int]] = {}
    for step in steps:
        if step.kind in NOT_COUNTED or step.how == "supplement":
            continue
        spent, given = _minutes(step, at, calendar_of(step.office_id), tuple(pauses_of(step)))
        key = (step.office_id, step.stage, step.opened_at)
        before = rounds.get(key, (0, 0))
        rounds[key] = (max(before[0], spent), max(before[1], given))
    bodies: dict[int, BodyTime] = {}
    for (office, _, _), (spent, given) in rounds.items():
        had = bodies.get(office, BodyTime(office, 0, 0, 0))
        late = had.late + max(spent - given, 0)
        bodies[office] = BodyTime(office, had.spent + spent, had.given + given, late)
    return list(bodies.values())


def amount(minutes: int) -> str:
    """Working time in words: days with one decimal from half a day on, else hours or minutes."""
    if minutes >= DAY // 2:
        days = f"{minutes / DAY:.1f}".replace(".", ",").removesuffix(",0")
        return f"{days} ngày"
    return f"{minutes // HOUR} giờ" if minutes >= HOUR and minutes % HOUR == 0 else f"{minutes} phút"


def _minutes(step: Stepped, at: datetime, calendar: Calendar, pauses: tuple[Pause, ...]) -> tuple[int, int]:
    ends = step.done_at or at
    waiting = calendar.working_minutes_between(step.waiting_since, ends) if step.waiting_since else 0
    spent = counted_minutes(calendar, step.opened_at, ends, pauses) - step.waited - waiting
    given = counted_minutes(calendar, step.opened_at, step.due_at, pauses) - step.waited
    return max(spent, 0), max(given, 0)
