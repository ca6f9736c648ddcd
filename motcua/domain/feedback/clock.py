"""By when feedback is accepted, completed, answered and published: read from facts and the calendar, pure."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.regulation import limits
from motcua.domain.regulation.citations import rule
from motcua.domain.regulation.legal_numbers import Limit as LegalLimit
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit


@dataclass(frozen=True)
class Facts:
    """What happened so far: when it was said, came to who has it now, was completed by who said it, was answered."""

    registered_at: datetime
    came_at: datetime
    completed_at: datetime | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True)
class Clock:
    """The four days of one piece of feedback, by the law of the day it was said."""

    facts: Facts
    calendar: Calendar

    @rule("4.6.b-2")
    def accept_by(self) -> datetime:
        """Accepted, refused or passed on: counted anew for each body to which it comes."""
        return self._after(self.facts.came_at, limits.feedback_accept_days)

    @rule("4.6.b-2")
    def ask_more_by(self) -> datetime:
        """Until then who said it may be asked for more: once it lies with a body longer, it has to be answered."""
        return self._after(self.facts.came_at, limits.feedback_ask_more_days)

    @rule("4.6.b-2")
    def answer_by(self) -> datetime:
        """Answered: changing hands does not move it; it begins anew when who said it has completed it."""
        return self._after(self.facts.completed_at or self.facts.registered_at, limits.feedback_answer_days)

    @rule("4.6.b-2")
    def publish_by(self) -> datetime | None:
        """Made public, counted from the answer; there is no such day before it."""
        answered = self.facts.answered_at
        return None if answered is None else self._after(answered, limits.feedback_publish_days)

    def _after(self, start: datetime, limit: LegalLimit[int]) -> datetime:
        days = int(limit(local_day(self.facts.registered_at)))
        return self.calendar.due(start, Limit(days, Unit.WORKING_DAYS))
