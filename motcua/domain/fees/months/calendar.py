"""The dates of a month of fees: until when the statement is sent, reconciled, the share transferred. Pure.

"Trước ngày 05" is read as the fourth at the latest. The regulation does not say what happens when a date is a day
off, so the date stays where it is and the warning comes on the working day before.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from motcua.domain.regulation import limits
from motcua.domain.regulation.citations import rule
from motcua.domain.working_days.calendar import Calendar


@dataclass(frozen=True)
class Dates:
    """The last days of each step, and the first on which both sides compare."""

    statement_by: date
    reconcile_from: date
    reconcile_by: date
    share_by: date


def month_of(day: date) -> date:
    """The month of a day, by its first."""
    return day.replace(day=1)


def month_after(month: date) -> date:
    """The first day of the month that follows."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1)


@rule("4.5.b", "5.3.b", "5.3.c")
def dates_of(month: date) -> Dates:
    """When the steps of a month are due: in the month after it."""
    first = month_after(month)
    return Dates(
        statement_by=first.replace(day=limits.statement_before_day(first) - 1),
        reconcile_from=first.replace(day=limits.reconciliation_from_day(first)),
        reconcile_by=first.replace(day=limits.reconciliation_to_day(first)),
        share_by=first.replace(day=limits.share_before_day(first) - 1),
    )


@rule("4.5.b", "5.3.b", "5.3.c")
def warned_on(last: date, calendar: Calendar) -> date:
    """The day of the warning: the last day itself, or the working day before when nobody works that day."""
    return last if calendar.is_working_day(last) else calendar.previous_working_day(last)


@dataclass(frozen=True)
class Step:
    """One line of the checklist: what, by whom, until when, warned when, done when."""

    name: str
    side: str
    last: date
    warned: date
    done: date | None

    def state(self, today: date) -> str:
        """Done, late, to be done now, or not yet."""
        if self.done:
            return "done" if self.done <= self.last else "done_late"
        if today > self.last:
            return "late"
        return "now" if today >= self.warned else "waiting"
