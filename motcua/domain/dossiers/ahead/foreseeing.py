"""Whether a dossier will be late, foreseen from its open steps, those still to come, and how long each usually takes.

Pure: facts in, a moment and reasons out. Nothing is promised by it: officials read it and decide.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day, show_moment
from motcua.domain.working_days.calendar import Calendar

DRAFTED_DAYS_BEFORE = 2  # working days; no law says so: one to decide, and the last day for an apology
MINUTES = 60


@dataclass(frozen=True)
class Pace:
    """The working minutes a step took in the past year: half of all cases at most `usual`, nine in ten `slow`."""

    usual: int
    slow: int


@dataclass(frozen=True)
class StepToDo:
    """A step that is open, or that is still to come: then nobody has opened it."""

    name: str
    body: str
    hours: int
    calendar: Calendar
    pace: Pace | None = None
    opened_at: datetime | None = None

    @property
    def allotted(self) -> int:
        """The minutes the process gives it."""
        return self.hours * MINUTES

    def spent(self, at: datetime) -> int:
        """The working minutes it has taken so far."""
        return self.calendar.working_minutes_between(self.opened_at, at) if self.opened_at else 0

    def left(self, at: datetime) -> int:
        """The minutes it will still need: the next of its usual marks that it has not passed yet.

        What has taken longer than all of them needs its usual time once more: nobody can say better.
        """
        usual = self.pace.usual if self.pace else self.allotted
        marks = sorted({usual, self.allotted, self.pace.slow if self.pace else 0})
        spent = self.spent(at)
        if spent == 0:
            return usual
        return next((mark - spent for mark in marks if mark > spent and mark >= usual), usual)

    def over(self, at: datetime) -> int:
        """By how many minutes it will take longer than the process gives it."""
        return self.spent(at) + self.left(at) - self.allotted


@dataclass(frozen=True)
class Foresight:
    """When the result will be there, measured by the promise; which step delays it, and why that is thought."""

    finish: datetime
    due: datetime
    step: str
    body: str
    reasons: tuple[str, ...]

    @property
    def is_late(self) -> bool:
        """Whether the promise will be broken."""
        return self.finish > self.due


@rule("5.1.e-3")
def foresee(stages: Sequence[Sequence[StepToDo]], due: datetime, at: datetime) -> Foresight:
    """When a dossier will be finished: its open steps first, then each later stage as long as it usually takes.

    Steps of one stage run side by side; each counts by the hours of its own body.
    """
    finish = at
    for steps in stages:
        finish = max(step.calendar.after(finish, step.left(at)) for step in steps)
    everything = [step for steps in stages for step in steps]
    worst = max(everything, key=lambda step: step.over(at), default=None)
    if worst is not None and worst.over(at) <= 0:
        worst = max(stages[0], key=lambda step: step.left(at))
    reasons = tuple(_reasons(stages, finish, due, at))
    return Foresight(finish, due, worst.name if worst else "", worst.body if worst else "", reasons)


@rule("5.1.e-3")
def is_near(due: datetime, at: datetime, calendar: Calendar) -> bool:
    """Whether the due date is so near, or past, that an apology must be thought of."""
    return calendar.working_days_between(local_day(at), local_day(due)) <= DRAFTED_DAYS_BEFORE


def new_day(finish: datetime, due: datetime, at: datetime, calendar: Calendar) -> date:
    """The one new day to propose: a working day after the foreseen end, after the promise and after today."""
    return calendar.next_working_day(max(local_day(finish), local_day(due), local_day(at)))


def _reasons(stages: Sequence[Sequence[StepToDo]], finish: datetime, due: datetime, at: datetime) -> Iterator[str]:
    for step in stages[0] if stages else ():
        spent, where = step.spent(at), f"Bước “{step.name}” ({step.body})"
        if spent > step.allotted:
            yield f"{where} đã mất {_hours(spent)}, quy trình phân {step.hours} giờ."
        else:
            yield f"{where} còn cần khoảng {_hours(step.left(at))}."
    later = [step for steps in stages[1:] for step in steps]
    if later:
        yield f"Còn {len(later)} bước sau, thường mất {_hours(sum(step.left(at) for step in later))}."
    yield f"Dự kiến xong lúc {show_moment(finish)}, hẹn trả lúc {show_moment(due)}."


def _hours(minutes: int) -> str:
    return f"{max(1, round(minutes / MINUTES))} giờ làm việc"
