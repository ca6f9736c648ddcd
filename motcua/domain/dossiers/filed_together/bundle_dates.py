"""When the matters of a bundle would be done: each after the one whose result it needs. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.regulation.citations import rule
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit


@dataclass(frozen=True)
class Matter:
    """One matter: its limit, and the place of the earlier matter that it waits for."""

    limit: Limit
    after: int | None = None


@rule("5.1.đ-1")
def ends(matters: Sequence[Matter], start: datetime, calendar: Calendar) -> tuple[datetime, ...]:
    """The end of each matter in order: its limit from receipt, or from the end of the one it waits for."""
    found: list[datetime] = []
    for matter in matters:
        begins = start if matter.after is None else found[matter.after]
        found.append(calendar.due(begins, matter.limit))
    return tuple(found)
