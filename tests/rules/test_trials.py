"""A case is played through a process in thought, by the rules of real dossiers; what failed is told day by day."""

from dataclasses import replace
from datetime import datetime

import pytest

from motcua.domain.dossiers.trials.interpreter import Outcome, play
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from tests.moments import moment
from tests.world import JUSTICE, STEPS

PLAN = ProcessPlan(STEPS)
BESIDE = ProcessPlan((*STEPS[:2], StepPlan(2, "consult", "Lấy ý kiến", JUSTICE, "appraise", 8, branch=2), *STEPS[2:]))
MONDAY = moment("2024-05-27 09:00")
HOURS, DAYS = "working_hours", "working_days"
CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())


def tried(*happenings: Happening, expects: tuple[Expectation, ...], plan: ProcessPlan = PLAN) -> Outcome:
    case = Case("Tình huống", MONDAY, happenings, expects)
    return play(case, plan, Limit(3, Unit.WORKING_DAYS), lambda _: CALENDAR)


def done(step: str, amount: int = 0, unit: str = HOURS) -> Happening:
    return Happening("step_done", amount, unit, step)


def found(outcome: Outcome) -> list[object]:
    return [each.found for each in outcome.checked]


pytestmark = pytest.mark.clause("4.1.a-1")


def test_the_due_date_is_that_of_the_clock_and_starts_anew_after_a_supplement():
    before = Expectation("due", after=0, moment="2024-05-30T17:00")
    waiting = Expectation("due", after=2, moment="2024-05-30")
    after = Expectation("due", moment="2024-06-10")
    asks = Happening("supplement", 2, DAYS)
    brings = Happening("completed", 5, DAYS)
    outcome = tried(done("1"), asks, brings, expects=(before, waiting, after))
    assert [each.held for each in outcome.checked] == [True, False, True]
    assert found(outcome)[1] is None
    assert not outcome.passed


def test_a_step_is_due_after_its_hours_and_late_after_that():
    hours = tried(
        done("1", 1), done("2", 11),
        expects=(
            Expectation("step_due", after=1, step="2", moment="2024-05-28T14:00"),
            Expectation("step_late", step="2"),
            Expectation("open_steps", step="3"),
            Expectation("not_late"),
        ),
    )  # fmt: skip
    assert hours.passed, found(hours)


def test_steps_side_by_side_are_both_done_before_the_next_opens():
    outcome = tried(
        done("1"), done("2a", 1), done("2b", 1),
        expects=(
            Expectation("open_steps", after=1, step="2a, 2b"),
            Expectation("open_steps", after=2, step="2b"),
            Expectation("open_steps", after=3, step="3"),
        ),
        plan=BESIDE,
    )  # fmt: skip
    assert outcome.passed, found(outcome)


def test_a_whole_life_ends_delivered_and_late_where_it_was():
    steps = (done("1"), done("2", 3, DAYS), done("3"), done("4"), Happening("handed_over", 1, DAYS))
    outcome = tried(
        *steps, Happening("delivered", 1, HOURS),
        expects=(
            Expectation("stage", words="delivered"), Expectation("late"), Expectation("breach", words="overrun"),
            Expectation("open_steps"),
        ),
    )  # fmt: skip
    assert outcome.passed, found(outcome)


@pytest.mark.parametrize(
    ("happenings", "words"),
    [
        ((done("3"),), "Bước 3 không mở"),
        ((Happening("completed"),), "Đã tiếp nhận, chờ chuyển"),
        ((done("1"), Happening("sent_back")), "Hồ sơ đang ở trạng thái"),
        ((done("1"), Happening("apology", on="2024-06-03"), Happening("apology", on="2024-06-04")), "hẹn lại một lần"),
        ((done("1"), Happening("apology", on="2024-05-30")), "sau ngày đã hẹn"),
        ((done("1"), done("2"), done("3"), Happening("handed_over")), "Còn bước của quy trình"),
    ],
)
@pytest.mark.clause("5.1.e-3")
def test_what_the_rules_refuse_is_refused_in_thought_with_the_same_words(happenings, words):
    outcome = tried(*happenings, expects=(Expectation("refused", words=words),))
    assert outcome.passed, outcome.played


def test_a_refusal_that_nobody_expected_fails_the_case():
    outcome = tried(done("9"), expects=(Expectation("open_steps"),))
    assert not outcome.passed
    assert [each.number for each in outcome.unexpected] == [1]


@pytest.mark.clause("5.1.e-2")
def test_breaches_are_those_that_would_be_recorded():
    late = tried(done("1", 4, DAYS), Happening("supplement"), expects=(Expectation("no_breach"),))
    assert found(late) == [("late_transfer", "late_supplement")]


def test_a_failure_is_explained_day_by_day():
    outcome = tried(done("1"), expects=(Expectation("due", moment="2024-05-29"),))
    (checked,) = outcome.checked
    assert checked.found == moment("2024-05-30 17:00")
    assert [line.counted for line in checked.why.lines] == [None, 1, 2, 3]


def test_a_process_without_steps_and_a_procedure_without_time_say_so():
    case = Case("Tình huống", MONDAY, (), (Expectation("not_late"),))
    assert play(case, ProcessPlan(()), Limit(3, Unit.WORKING_DAYS), lambda _: CALENDAR).impossible
    assert "thời hạn" in play(case, PLAN, None, lambda _: CALENDAR).impossible


def test_a_case_is_kept_and_read_back_as_it_was():
    case = Case("Bổ sung", MONDAY, (done("2a", 3),), (Expectation("due", 1, moment="2024-05-30"),), "online")
    assert Case.of("Bổ sung", case.as_plain()) == case
    assert isinstance(Case.of("x", case.as_plain()).received_at, datetime)
    assert replace(case, name="Khác").as_plain() == case.as_plain()


def test_days_keep_the_hour_and_skip_what_is_off():
    outcome = tried(done("1", 5, DAYS), done("2", 2, "calendar_days"), expects=(Expectation("late"),))
    assert [each.at for each in outcome.played] == [moment("2024-06-03 09:00"), moment("2024-06-05 09:00")]
