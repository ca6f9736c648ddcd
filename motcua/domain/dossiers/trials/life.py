"""The life of a dossier that exists only in thought: the table of stages, the clock and the calendars drive it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from string import ascii_lowercase

from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit

from .. import stages
from ..clock import Clock, Facts, Supplement, supplement_notice_ends
from ..stages import Stage

Calendars = Callable[[str], Calendar]


@dataclass(frozen=True)
class Turn:
    """A step that was opened: when, until when, and when it was done."""

    step: StepPlan
    opened_at: datetime
    due_at: datetime
    done_at: datetime | None = None

    def is_late(self, at: datetime) -> bool:
        """Whether it took longer than it has, by now or by the moment it was done."""
        return (self.done_at or at) > self.due_at


@dataclass
class Life:
    """A dossier of a process: what has happened so far."""

    plan: ProcessPlan
    calendars: Calendars
    facts: Facts
    stage: Stage = Stage.RECEIVED
    turns: list[Turn] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)

    @property
    def calendar(self) -> Calendar:
        """That of the one-stop which received it."""
        return self.calendars(self.plan.stages()[0][1][0].office)

    @property
    def clock(self) -> Clock:
        """Its time, read as that of any dossier."""
        return Clock(self.facts, self.calendar)

    def number(self, step: StepPlan) -> str:
        """A step as people number it."""
        together = dict(self.plan.stages())[step.stage]
        return f"{step.stage}{ascii_lowercase[together.index(step) % 26] if len(together) > 1 else ''}"

    def open_turns(self) -> list[Turn]:
        """The steps that wait to be done."""
        return [turn for turn in self.turns if turn.done_at is None]

    def turn(self, number: str) -> Turn | None:
        """The last time that a step was opened."""
        return next((turn for turn in reversed(self.turns) if self.number(turn.step) == number), None)

    # ---- What happens -------------------------------------------------------------------------------------------

    def finish_step(self, number: str, at: datetime) -> None:
        """A step is done: the first passes the dossier on, an approving one decides, the others open what follows."""
        if number == "1" and self.stage == Stage.RECEIVED:
            self._pass_on(at)
            return
        turn = next((each for each in self.open_turns() if self.number(each.step) == number), None)
        if turn is None:
            raise Refused(f"Bước {number} không mở nên không thể hoàn thành.", "5.1.a-2")
        self._taken()
        last = max((step.stage for step in self.plan.steps if step.kind == "approve"), default=0)
        how = "complete_step" if turn.step.kind != "approve" else "approve" if turn.step.stage == last else "endorse"
        self.stage = stages.after(self.stage, how)
        self._close([turn], at)
        if not any(each.step.stage == turn.step.stage for each in self.open_turns()):
            self._open_next(turn.step.stage, at)

    def ask_for_supplement(self, at: datetime) -> None:
        """What is missing is asked for: the clock waits; too late or again is a breach."""
        self._taken()
        self.stage = stages.after(self.stage, "request_supplement")
        day, asked = local_day(self.facts.received_at), self.facts.supplements
        since = (asked[-1].completed_at if asked else None) or self.facts.received_at
        if len(asked) >= limits.supplement_requests(day):
            self.breaches = [*self.breaches, "second_supplement"]
        if at > supplement_notice_ends(since, self.calendar, limits.supplement_notice_days(day)):
            self.breaches = [*self.breaches, "late_supplement"]
        self._close(self.open_turns(), at)
        self.facts = replace(self.facts, supplements=(*asked, Supplement(at)))

    def complete(self, at: datetime) -> None:
        """The applicant brings what was missing: the time starts anew, and so do the same steps."""
        self.stage = stages.after(self.stage, "accept_supplement")
        *before, last = self.facts.supplements
        self.facts = replace(self.facts, supplements=(*before, replace(last, completed_at=at)))
        self._reopen((turn.step for turn in self.turns if turn.done_at == last.asked_at), at)

    def apologise(self, new: date, at: datetime) -> None:
        """The date can not be kept: one new one, at the latest a day before; later is a breach."""
        self.stage = stages.after(self.stage, "apologise_and_reschedule")
        if self.facts.rescheduled_to is not None:
            raise Refused(f"Hồ sơ đã được hẹn lại một lần (đến ngày {show_date(self.facts.rescheduled_to)}); "
                          "không được hẹn lại lần nữa.", "5.1.e-3")  # fmt: skip
        due, last_day = self.clock.due(), self.clock.last_day_for_apology()
        promised = local_day(due) if due else new
        if new <= max(promised, local_day(at)) or not self.calendar.is_working_day(new):
            why = "Ngày hẹn mới phải là một ngày làm việc, sau ngày đã hẹn và sau hôm nay."
            raise Refused(why, "5.1.e-3")
        if last_day is not None and local_day(at) > last_day:
            self.breaches = [*self.breaches, "late_apology"]
        self.facts = replace(self.facts, rescheduled_at=at, rescheduled_to=new)

    def send_back(self, at: datetime) -> None:
        """Back by one stage, with its whole time."""
        self.stage = stages.after(self.stage, "send_back")
        here = self.open_turns()[0].step.stage
        before = max((number for number, _ in self.plan.stages() if 1 < number < here), default=None)
        if before is None:
            why = "Đây là bước đầu của cơ quan giải quyết, không có bước trước để trả lại."
            raise Refused(why, "5.1.a-2")
        self._close(self.open_turns(), at)
        self._reopen(dict(self.plan.stages())[before], at)

    def reject(self, at: datetime) -> None:
        """The conditions are not met; later than promised is a breach."""
        self.stage = stages.after(self.stage, "reject")
        if self.clock.is_late(at):
            self.breaches = [*self.breaches, "late_rejection"]
        self._close(self.open_turns(), at)

    def hand_over(self, at: datetime) -> None:
        """The result, or the returned dossier, comes to the result desk: for the promise it is finished."""
        if self.stage != Stage.REJECTED:
            after_result = stages.after(self.stage, "record_result")
            if self.open_turns():
                why = "Còn bước của quy trình chưa hoàn thành, chưa ghi nhận được kết quả."
                raise Refused(why, "5.1.a-2")
            self.stage = after_result
        self.stage = stages.after(self.stage, "hand_over")
        if self.clock.is_late(at):
            self.breaches = [*self.breaches, "overrun"]
        self.facts = replace(self.facts, finished_at=at)
        self._open(dict(self.plan.stages())[self.plan.stages()[-1][0]], at)

    def deliver(self, at: datetime) -> None:
        """The applicant has the result."""
        self.stage = stages.after(self.stage, "deliver")
        self._close(self.open_turns(), at)

    # ---- Opening and closing steps ------------------------------------------------------------------------------

    def _pass_on(self, at: datetime) -> None:
        self.stage = stages.after(self.stage, "transfer")
        if at > self.calendar.transfer_deadline(self.facts.received_at):
            self.breaches = [*self.breaches, "late_transfer"]
        self._open_next(1, at)

    def _taken(self) -> None:
        """Whoever works on a dossier that waits has taken it."""
        if self.stage == Stage.TRANSFERRED:
            self.stage = stages.after(self.stage, "take")

    def _open_next(self, stage: int, at: datetime) -> None:
        following = [steps for number, steps in self.plan.stages() if number > stage]
        if following and any(step.kind != "return" for step in following[0]):
            self._open(following[0], at)

    def _open(self, steps: Iterable[StepPlan], at: datetime) -> None:
        self.turns = [*self.turns, *(Turn(step, at, self._until(step, at)) for step in steps)]

    def _reopen(self, steps: Iterable[StepPlan], at: datetime) -> None:
        self._open(list(dict.fromkeys(steps)), at)

    def _until(self, step: StepPlan, at: datetime) -> datetime:
        return self.calendars(step.office).due(at, Limit(step.hours, Unit.WORKING_HOURS))

    def _close(self, turns: Iterable[Turn], at: datetime) -> None:
        done = {id(turn) for turn in turns}
        self.turns = [replace(turn, done_at=at) if id(turn) in done else turn for turn in self.turns]
