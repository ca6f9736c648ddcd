"""The life of a dossier that exists only in thought: the table of stages, the clock and the calendars drive it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from string import ascii_lowercase
from typing import Any

from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.trial_cases import Happening
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit

from .. import stages
from ..clock import Clock, Facts, Supplement, supplement_notice_ends
from ..interlinked.of_plan import Body
from ..stages import Stage
from . import beside, passing
from .turns import Calendars, Meeting, Question, Turn
from .way import Way


@dataclass
class Life:
    """A dossier of a process: what has happened so far. Nothing in it is changed in place, so a copy is a moment."""

    plan: ProcessPlan
    calendars: Calendars
    facts: Facts
    way: Way = field(default_factory=Way)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    stage: Stage = Stage.RECEIVED
    turns: Sequence[Turn] = ()
    breaches: Sequence[str] = ()
    questions: Sequence[Question] = ()
    meetings: Sequence[Meeting] = ()

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

    def open_turn(self, number: str) -> Turn:
        """The open step of this number; raises `Refused`."""
        turn = next((each for each in self.open_turns() if self.number(each.step) == number), None)
        if turn is None:
            known = any(self.number(step) == number for step in self.plan.steps)
            why = "không mở" if known else "không có trong quy trình"
            raise Refused(f"Bước {number} {why} nên không thể hoàn thành.", "5.1.a-2")
        return turn

    def name_of(self, body: str) -> str:
        """A body as people call it."""
        return self.bodies[body].name if body in self.bodies else body

    # ---- What happens -------------------------------------------------------------------------------------------

    def time_passes(self, at: datetime) -> None:
        """Bodies that let their date for an answer pass are named, as they are every day by themselves."""
        goes_on = stages.can(self.stage, "complete_step")  # a step of the process waits with the dossier
        out = [each for each in self.questions if each.ended_at is None and (goes_on or not each.of_process)]
        late = [each for each in out if not each.named and each.due_at < at]
        self.note(*("late_advice" for each in late if each.body in self.bodies))
        self.questions = [replace(each, named=True) if each in late else each for each in self.questions]

    def finish_step(self, number: str, at: datetime) -> None:
        """A step is done: the first passes the dossier on, an approving one decides, the others open what follows."""
        if number == "1" and self.stage == Stage.RECEIVED:
            self._pass_on(at)
            return
        turn = self.open_turn(number)
        self.take()
        if turn.step.kind == "consult":
            beside.answer(self, Happening("answered", step=number), at)
            return
        last = max((step.stage for step in self.plan.steps if step.kind == "approve"), default=0)
        how = "complete_step" if turn.step.kind != "approve" else "approve" if turn.step.stage == last else "endorse"
        stage = stages.after(self.stage, how)
        beside.left_undone(self, turn)
        self.stage = stage
        self.end_turn(turn, at)
        if how == "approve":
            self.questions = [replace(each, ended_at=each.ended_at or at) for each in self.questions]

    def ask_for_supplement(self, at: datetime) -> None:
        """What is missing is asked for: the clock waits; too late or again is a breach."""
        self.take()
        self.stage = stages.after(self.stage, "request_supplement")
        day, asked = local_day(self.facts.received_at), self.facts.supplements
        since = (asked[-1].completed_at if asked else None) or self.facts.received_at
        pauses = tuple(pause for pause in self.facts.pauses if pause.from_ >= since)
        if len(asked) >= limits.supplement_requests(day):
            self.note("second_supplement")
        if at > supplement_notice_ends(since, self.calendar, limits.supplement_notice_days(day), pauses):
            self.note("late_supplement")
        self.close(self.open_turns(), at, how="supplement")
        self.facts = replace(self.facts, supplements=(*asked, Supplement(at)))

    def complete(self, at: datetime) -> None:
        """The applicant brings what was missing: the time starts anew, and so do the same steps and running legs."""
        self.stage = stages.after(self.stage, "accept_supplement")
        *before, last = self.facts.supplements
        self.facts = replace(self.facts, supplements=(*before, replace(last, completed_at=at)))
        self.way = self.way.running(began_at=at)
        self._reopen([turn for turn in self.turns if turn.how == "supplement" and turn.done_at == last.asked_at], at)

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
            self.note("late_apology")
        self.facts = replace(self.facts, rescheduled_at=at, rescheduled_to=new)

    def send_back(self, number: str, at: datetime) -> None:
        """Back by one stage, with its whole time; never out of the leg of a body."""
        self.stage = stages.after(self.stage, "send_back")
        here = self.open_turn(number) if number else self.open_turns()[0]
        part = self.way.of_step(here.step)
        own = part.leg.steps if part else self.plan.steps
        if part and part.leg.place_of(here.step) == 0:
            why = "Đây là bước đầu của khâu này; bước trước thuộc cơ quan khác nên không trả lại được."
            raise Refused(why, "5.1.a-2")
        before = max((step.stage for step in self.plan.steps if 1 < step.stage < here.step.stage), default=None)
        if before is None:
            why = "Đây là bước đầu của cơ quan giải quyết, không có bước trước để trả lại."
            raise Refused(why, "5.1.a-2")
        self.close([turn for turn in self.open_turns() if turn.step in own], at, how="sent_back")
        last = {turn.step: turn for turn in self.turns if turn.step.stage == before and turn.step in own}
        again = [turn for turn in last.values() if turn.step.kind != "consult"] or list(last.values())
        self._reopen([replace(turn, waiting_since=None) for turn in again], at)

    def reject(self, at: datetime) -> None:
        """The conditions are not met; later than promised is a breach."""
        self.stage = stages.after(self.stage, "reject")
        if self.clock.is_late(at):
            self.note("late_rejection")
        self._stop(at, how="rejected")

    def withdraw(self, at: datetime) -> None:
        """The applicant takes it back; a promise that was broken before stays a breach."""
        stage = stages.after(self.stage, "withdraw")
        if self.clock.is_late(at):
            self.note("overrun")
        self.stage = stage
        ended = tuple(replace(pause, to=pause.to or at) for pause in self.facts.pauses)
        self.facts = replace(self.facts, pauses=ended, ended_early=True)
        self._stop(at, how="withdrawn")

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
            self.note("overrun")
        self.facts = replace(self.facts, finished_at=at)
        self.open(self.plan.stages()[-1][1], at)

    def deliver(self, at: datetime) -> None:
        """The applicant has the result."""
        self.stage = stages.after(self.stage, "deliver")
        self.close(self.open_turns(), at, how="done")

    # ---- Opening and closing steps ------------------------------------------------------------------------------

    def take(self) -> None:
        """Whoever works on a dossier that waits has taken it."""
        if self.stage == Stage.TRANSFERRED:
            self.stage = stages.after(self.stage, "take")

    def note(self, *breaches: str) -> None:
        """Rules that were broken are written down."""
        self.breaches = (*self.breaches, *breaches)

    def open(self, steps: Iterable[StepPlan], at: datetime) -> None:
        """Open steps side by side; a step in which another body is asked sends its letter."""
        opened = [Turn(step, at, self._until(step, at)) for step in steps]
        self.turns = (*self.turns, *opened)
        beside.letters_out(self, opened)

    def end_turn(self, turn: Turn, at: datetime, *, how: str = "done") -> None:
        """Close a step and go on: with what follows, with the next leg, or not before others are done."""
        self.close([turn], at, how=how)
        part = self.way.of_step(turn.step)
        if part is not None:
            passing.onward(self, part, turn.step, at)
        elif not any(each.step.stage == turn.step.stage for each in self.open_turns()):
            self._open_next(turn.step.stage, at)

    def close(self, turns: Iterable[Turn], at: datetime, *, how: str) -> None:
        """End steps in a word that says how."""
        self.change(turns, done_at=at, how=how)

    def change(self, turns: Iterable[Turn], **how: Any) -> None:
        """Let this happen to steps that were opened."""
        changed = {id(turn) for turn in turns}
        self.turns = [replace(turn, **how) if id(turn) in changed else turn for turn in self.turns]

    def _pass_on(self, at: datetime) -> None:
        self.stage = stages.after(self.stage, "transfer")
        if at > self.calendar.transfer_deadline(self.facts.received_at):
            self.note("late_transfer")
        for part in self.way.first():
            passing.begin(self, part, at)
        if not self.way.parts:
            self._open_next(1, at)

    def _open_next(self, stage: int, at: datetime) -> None:
        following = [steps for number, steps in self.plan.stages() if number > stage]
        if following and any(step.kind != "return" for step in following[0]):
            self.open(following[0], at)

    def _reopen(self, closed: Iterable[Turn], at: datetime) -> None:
        """The same steps with their whole time; what waited for an answer still waits."""
        waiting = {turn.step: turn.waiting_since for turn in closed}
        self.open(waiting, at)
        self.change([turn for turn in self.open_turns() if waiting.get(turn.step)], waiting_since=at)

    def _stop(self, at: datetime, *, how: str) -> None:
        """It is decided, or taken back, before its way is at its end: steps, legs and questions end with it."""
        self.close(self.open_turns(), at, how=how)
        self.way = self.way.running(ended_at=at)
        self.questions = [replace(each, ended_at=each.ended_at or at) for each in self.questions]

    def _until(self, step: StepPlan, at: datetime) -> datetime:
        return self.calendars(step.office).due(at, Limit(step.hours, Unit.WORKING_HOURS))
