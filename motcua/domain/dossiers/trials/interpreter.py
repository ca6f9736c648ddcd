"""Plays a case through a process and says, line by line, what was expected, what came, and why. Pure."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from motcua.domain.procedures.process_rules import ProcessPlan
from motcua.domain.procedures.trial_cases import ABOUT_A_LEG, Case, Doing, Expectation, Expects, Happening
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local, local_day
from motcua.domain.vietnamese.text import fold
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.explanation import Explanation, explain
from motcua.domain.working_days.limit import Limit, Unit

from ..clock import Facts
from ..interlinked.of_plan import Body, legs_of
from . import beside, passing, standing
from .life import Life
from .turns import Calendars
from .way import Way


@dataclass(frozen=True)
class Played:
    """One thing that happened in a case: its number, when, and why it was refused if it was."""

    number: int
    happening: Happening
    at: datetime
    refusal: str = ""


@dataclass(frozen=True)
class Checked:
    """One expectation: whether it held, what was found instead, and how that came about day by day."""

    expectation: Expectation
    held: bool
    found: Any = None
    why: Explanation | None = None


@dataclass(frozen=True)
class Outcome:
    """A case that was played; `impossible` says why it could not be."""

    case: Case
    played: tuple[Played, ...] = ()
    checked: tuple[Checked, ...] = ()
    impossible: str = ""
    bodies: Mapping[str, Body] = field(default_factory=dict)

    @property
    def unexpected(self) -> tuple[Played, ...]:
        """What was refused although nobody expected it."""
        expected = {self._place(each.expectation) for each in self.checked if each.expectation.what == Expects.REFUSED}
        return tuple(each for each in self.played if each.refusal and each.number not in expected)

    @property
    def passed(self) -> bool:
        """Whether everything came as it was expected."""
        return not self.impossible and all(each.held for each in self.checked) and not self.unexpected

    def _place(self, expectation: Expectation) -> int:
        return len(self.played) if expectation.after is None else expectation.after


@rule("4.1.a-1")
def play(
    case: Case,
    plan: ProcessPlan,
    limit: Limit | None,
    calendars: Calendars,
    bodies: Mapping[str, Body] = MappingProxyType({}),
) -> Outcome:
    """Try a process with a case, by the rules that hold for real dossiers; `bodies` are the offices it names."""
    if not plan.steps:
        return Outcome(case, impossible="Quy trình chưa có bước nào.")
    if limit is None:
        return Outcome(case, impossible="Thủ tục chưa có thời hạn giải quyết cho cách nộp này.")
    electronic = case.channel == "online"
    planned = legs_of(plan, bodies, electronic=electronic)
    way = Way.laid_out(planned, electronic=electronic)
    life = Life(plan, calendars, Facts(local(case.received_at), limit), way, bodies)
    moments = [(copy(life), local(case.received_at))]
    played = []
    for number, happening in enumerate(case.happenings, start=1):
        at = _after(life.calendar, moments[-1][1], happening)
        life.time_passes(at)
        played.append(Played(number, happening, at, _refusal(life, happening, at)))
        moments.append((copy(life), at))
    checked = tuple(_checked(each, moments, played) for each in case.expectations)
    return Outcome(case, tuple(played), checked, bodies=bodies)


def _after(calendar: Calendar, before: datetime, happening: Happening) -> datetime:
    """When something happens: so long after what was before it, in days at the same hour."""
    if happening.unit == Unit.WORKING_HOURS:
        limit = Limit(happening.amount, Unit.WORKING_HOURS)
        return calendar.due(before, limit) if happening.amount else before
    day = before.date()
    if happening.unit == Unit.CALENDAR_DAYS:
        return before + timedelta(days=happening.amount)
    for _ in range(happening.amount):
        day = calendar.next_working_day(day)
    return before.replace(year=day.year, month=day.month, day=day.day)


def _refusal(life: Life, happening: Happening, at: datetime) -> str:
    """Let it happen; the sentence of the refusal when the rules do not allow it, and then nothing changed."""
    before = copy(life)
    try:
        _DOES[Doing(happening.doing)](life, happening, at)
    except Refused as refused:
        vars(life).update(vars(before))
        return refused.sentence
    return ""


_DOES: dict[Doing, Callable[[Life, Happening, datetime], None]] = {
    Doing.STEP_DONE: lambda life, said, at: life.finish_step(said.step, at),
    Doing.SUPPLEMENT: lambda life, _, at: life.ask_for_supplement(at),
    Doing.COMPLETED: lambda life, _, at: life.complete(at),
    Doing.APOLOGY: lambda life, said, at: life.apologise(date.fromisoformat(said.on), at),
    Doing.SENT_BACK: lambda life, said, at: life.send_back(said.step, at),
    Doing.REJECTED: lambda life, _, at: life.reject(at),
    Doing.HANDED_OVER: lambda life, _, at: life.hand_over(at),
    Doing.DELIVERED: lambda life, _, at: life.deliver(at),
    Doing.ASKED: beside.ask,
    Doing.ANSWERED: beside.answer,
    Doing.WENT_ON: beside.go_on_without,
    Doing.CHECK_ANNOUNCED: beside.announce_check,
    Doing.CHECK_RECORDED: beside.record_check,
    Doing.COUNCIL_CONVENED: beside.convene_council,
    Doing.COUNCIL_CONCLUDED: beside.conclude_council,
    Doing.COUNCIL_ADJOURNED: beside.adjourn_council,
    Doing.PAYMENT_ASKED: lambda life, _, at: standing.ask_for_payment(life, at),
    Doing.PAYMENT_PROVEN: lambda life, _, at: standing.payment_proven(life, at),
    Doing.STOPPED: lambda life, _, at: standing.stop_on_request(life, at),
    Doing.RESUMED: lambda life, _, at: standing.resume(life, at),
    Doing.WITHDRAWN: lambda life, _, at: life.withdraw(at),
    Doing.LEG_HANDED_ON: lambda life, _, at: passing.hand_on(life, at),
    Doing.LEG_TAKEN: lambda life, _, at: passing.take_over(life, at),
}


def _checked(expected: Expectation, moments: list[tuple[Life, datetime]], played: list[Played]) -> Checked:
    after = len(played) if expected.after is None else expected.after
    if after >= len(moments):
        return Checked(expected, False, "")
    life, at = moments[after]
    what = Expects(expected.what)
    if what is Expects.DUE:
        due = life.clock.due()
        return Checked(expected, _same(due, expected.moment), due, _why_due(life))
    if what is Expects.REFUSED:
        said = played[after - 1].refusal if after else ""
        return Checked(expected, bool(said) and fold(expected.words) in fold(said), said)
    if what in _ABOUT_A_STEP:
        return _about_a_step(expected, what, life, at)
    if what in ABOUT_A_LEG:
        return _about_a_leg(expected, what, life, at)
    if what is Expects.ANSWER_DUE:
        asked = next((each.due_at for each in reversed(life.questions) if each.body == expected.body), None)
        return Checked(expected, _same(asked, expected.moment), asked)
    found = _found(what, life, at)
    return Checked(expected, _holds(what, expected, found), found, _why_due(life) if what in _LATENESS else None)


_ABOUT_A_STEP = (Expects.STEP_DUE, Expects.STEP_LATE, Expects.STEP_NOT_LATE)
_LATENESS = (Expects.LATE, Expects.NOT_LATE)


def _about_a_step(expected: Expectation, what: Expects, life: Life, at: datetime) -> Checked:
    turn = life.turn(expected.step)
    if turn is None:
        return Checked(expected, False, None)
    time = Limit(turn.step.hours, Unit.WORKING_HOURS)
    stood = [pause for pause in life.facts.pauses if pause.from_ >= turn.opened_at]
    why = explain(life.calendars(turn.step.office), turn.opened_at, time, stood)
    if what is Expects.STEP_DUE:
        return Checked(expected, _same(turn.due_at, expected.moment), turn.due_at, why)
    late = turn.is_late(at)
    return Checked(expected, late == (what is Expects.STEP_LATE), late, why)


def _about_a_leg(expected: Expectation, what: Expects, life: Life, at: datetime) -> Checked:
    part = life.way.of_body(expected.body)
    clock = life.way.clock_of(part, life.calendars, life.facts.pauses) if part else None
    due = clock.due() if clock else None
    if clock is None or clock.began_at is None:
        return Checked(expected, False, None)
    why = explain(clock.calendar, clock.began_at, Limit(clock.hours, Unit.WORKING_HOURS), clock.pauses)
    if what is Expects.LEG_DUE:
        return Checked(expected, _same(due, expected.moment), due, why)
    late = clock.is_late(at)
    return Checked(expected, late == (what is Expects.LEG_LATE), late, why)


def _found(what: Expects, life: Life, at: datetime) -> Any:
    if what in _LATENESS:
        return life.clock.is_late(at)
    if what is Expects.OPEN_STEPS:
        return tuple(life.number(turn.step) for turn in life.open_turns())
    if what is Expects.STAGE:
        return life.stage.value
    if what is Expects.CAUSE:
        return life.way.who_overran(at, life.calendars, life.facts.pauses)
    return tuple(life.breaches)


def _holds(what: Expects, expected: Expectation, found: Any) -> bool:
    if what is Expects.OPEN_STEPS:
        return tuple(_numbers(expected.step)) == found
    if what is Expects.STAGE:
        return bool(found == expected.words)
    if what in _LATENESS:
        return bool(found == (what is Expects.LATE))
    if what is Expects.NO_BREACH:
        return not found
    if what is Expects.CAUSE:
        return bool(found[:1] == ((expected.body,) if expected.body else ()))
    return expected.words in found


def _numbers(text: str) -> Iterator[str]:
    """The steps named in a text: "2a, 2b"; none when it says that none is open."""
    return (each for each in text.lower().replace(",", " ").replace(";", " ").split() if each[:1].isdigit())


def _same(found: datetime | None, expected: str) -> bool:
    """Whether a moment is the expected one; with a day alone, whether it is on that day."""
    if found is None:
        return False
    if "T" not in expected:
        return local_day(found).isoformat() == expected
    return local(found).replace(tzinfo=None, second=0, microsecond=0) == datetime.fromisoformat(expected)


def _why_due(life: Life) -> Explanation | None:
    return life.clock.explain()
