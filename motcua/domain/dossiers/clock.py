"""How long a dossier may take, read from what happened to it. Pure: facts in, moments out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from motcua.domain.regulation import limits
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local
from motcua.domain.working_days import pauses as standing
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.explanation import Explanation, explain
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.pauses import Pause


@dataclass(frozen=True)
class Supplement:
    """One request for missing papers: when it was asked, and when the dossier was complete again."""

    asked_at: datetime
    completed_at: datetime | None = None


@dataclass(frozen=True)
class Facts:
    """What the clock must know of a dossier. The pauses lie one after the other, none within a supplement."""

    received_at: datetime
    limit: Limit
    supplements: tuple[Supplement, ...] = field(default=())
    pauses: tuple[Pause, ...] = field(default=())
    rescheduled_at: datetime | None = None
    rescheduled_to: date | None = None
    finished_at: datetime | None = None
    ended_early: bool = False


@dataclass(frozen=True)
class Clock:
    """A dossier's time, by the calendar of the office that received it."""

    facts: Facts
    calendar: Calendar

    @rule("5.1.e-2")
    def started_at(self) -> datetime | None:
        """When the limit runs from: receipt, or the day the dossier became complete; None while it waits."""
        if not self.facts.supplements:
            return self.facts.received_at
        return self.facts.supplements[-1].completed_at

    @rule("5.1.đ-1")
    def paused_since(self) -> datetime | None:
        """Since when the clock stands: a payment to make, or the applicant's wish (docs/decisions/0012)."""
        return next((pause.from_ for pause in self.facts.pauses if pause.to is None), None)

    @rule("5.1.e-2", "5.1.đ-1")
    def due_by_law(self) -> datetime | None:
        """The end of the legal limit, counted anew from completion, without the time in which the clock stood.

        None while it waits for the applicant, and when it was withdrawn or cancelled.
        """
        start = self._running_since()
        if start is None:
            return None
        return standing.due(self.calendar, start, self.facts.limit, self._pauses_since(start))

    @rule("5.1.e-3")
    def due(self) -> datetime | None:
        """When the result is promised: the legal end, or the one new date given with an apology.

        A dossier that was completed after the apology starts from zero, so the new date no longer counts.
        """
        start, given = self._running_since(), self.facts.rescheduled_at
        if start is None:
            return None
        if self.facts.rescheduled_to is not None and given is not None and given >= start:
            day = standing.moved_day(self.calendar, self.facts.rescheduled_to, self._pauses_since(given))
            return self.calendar.closing(day)
        return self.due_by_law()

    def explain(self) -> Explanation | None:
        """Why the legal end is that day, day by day."""
        start = self._running_since()
        if start is None:
            return None
        return explain(self.calendar, start, self.facts.limit, self._pauses_since(start))

    @rule("5.1.e-3")
    def last_day_for_apology(self) -> date | None:
        """The calendar day before the due date: later than that, an apology is recorded as a breach (reading 2)."""
        due = self.due_by_law()
        days = limits.apology_days_before_due(local(self.facts.received_at).date())
        return None if due is None else local(due).date() - timedelta(days=days)

    def warn_for_apology_on(self) -> date | None:
        """The last working day not later than the last day for an apology: when the screens must warn."""
        last = self.last_day_for_apology()
        if last is None or self.calendar.is_working_day(last):
            return last
        return self.calendar.previous_working_day(last)

    def is_late(self, at: datetime) -> bool:
        """Whether the promise is broken, by now or by the moment it was finished."""
        due = self.due()
        return due is not None and (self.facts.finished_at or at) > due

    def _running_since(self) -> datetime | None:
        """Where the limit starts, for a clock that runs or has run to its end."""
        stands = self.facts.ended_early or self.paused_since() is not None
        return None if stands else self.started_at()

    def _pauses_since(self, moment: datetime) -> tuple[Pause, ...]:
        return tuple(pause for pause in self.facts.pauses if pause.from_ >= moment)


@rule("5.1.đ-1")
def counted_apart(pauses: Iterable[Pause], waits: Iterable[tuple[datetime, datetime]]) -> tuple[Pause, ...]:
    """The pauses that take time out of a step by themselves: one within a wait for an answer is counted with it."""
    over = ((pause, pause.from_, pause.to) for pause in pauses if pause.to is not None)
    within = tuple(waits)
    return tuple(pause for pause, begins, ends in over if not any(a <= begins and ends <= b for a, b in within))


@rule("5.1.đ-1")
def step_due(
    calendar: Calendar, opened_at: datetime, hours: int, pauses: Iterable[Pause] = (), waited: int = 0
) -> datetime:
    """Until when a step has its hours, without the time in which the clock stood apart from waits, and the waits.

    What it waited for is another body's answer: that is the other body's time, even when the step was late before.
    """
    stood = [pause for pause in pauses if pause.from_ >= opened_at]
    due = standing.due(calendar, opened_at, Limit(hours, Unit.WORKING_HOURS), stood)
    return calendar.working_minutes_after(due, waited)


@rule("5.1.đ-1")
def counted_minutes(calendar: Calendar, since: datetime, until: datetime, pauses: Iterable[Pause] = ()) -> int:
    """The working minutes between two moments, without those in which the clock stood for everybody."""
    overlaps = ((max(pause.from_, since), min(pause.to or until, until)) for pause in pauses)
    stood = sum(calendar.working_minutes_between(begins, ends) for begins, ends in overlaps if begins < ends)
    return max(0, calendar.working_minutes_between(since, until) - stood)


@rule("5.1.e-2")
def supplement_notice_ends(
    received_at: datetime, calendar: Calendar, days: int, pauses: tuple[Pause, ...] = ()
) -> datetime:
    """Until when a return for supplement is in time: so many working days from receipt; later is a breach."""
    return standing.due(calendar, received_at, Limit(days, Unit.WORKING_DAYS), pauses)
