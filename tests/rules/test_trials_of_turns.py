"""The turns of a dossier in a case: other bodies asked, checks and councils, a clock that stands, legs. No database."""

import pytest

from motcua.domain.dossiers.interlinked.of_plan import Body
from motcua.domain.dossiers.trials.interpreter import Outcome, play
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from tests.beside import ON_SPOT, SIDE_BY_SIDE
from tests.interlinked import ACROSS, COMMUNE, DESK, OFFICES, SAME_LEVEL
from tests.moments import moment
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.world import STEPS

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
BODIES = {code: Body(name, kind) for code, (name, kind, *_) in OFFICES.items()}
BODIES |= {CENTRE: Body("Trung tâm", "centre"), PLANNING: Body("Sở Kế hoạch và Đầu tư", "department")}
BODIES |= {JUSTICE: Body("Sở Tư pháp", "department")}
DAYS = "working_days"
OUTSIDE = "Hiệp hội Doanh nghiệp tỉnh"

pytestmark = pytest.mark.clause("4.1.a-1")


def tried(
    *happenings: Happening, expects: tuple[Expectation, ...], steps: tuple[StepPlan, ...] = STEPS, online: bool = False
) -> Outcome:
    """Received on Monday 27 May at nine, with ten days."""
    channel = "online" if online else "counter"
    case = Case("Tình huống", moment("2024-05-27 09:00"), happenings, expects, channel)
    return play(case, ProcessPlan(steps), Limit(10, Unit.WORKING_DAYS), lambda _: CALENDAR, BODIES)


def done(step: str, amount: int = 0, unit: str = "working_hours") -> Happening:
    return Happening("step_done", amount, unit, step)


def days(doing: str, amount: int = 0, **other: object) -> Happening:
    return Happening(doing, amount, DAYS, **other)


def expect(what: str, moment: str = "", **other: object) -> Expectation:
    return Expectation(what, moment=moment, **other)


def refused(outcome: Outcome) -> list[str]:
    return [each.refusal for each in outcome.played if each.refusal]


def held(outcome: Outcome) -> None:
    assert outcome.passed, [(each.expectation, each.found) for each in outcome.checked if not each.held] + refused(
        outcome
    )


# ---- Another body ----------------------------------------------------------------------------------------------------


@pytest.mark.clause("5.1.đ-1")
def test_a_step_that_waits_for_an_answer_has_the_time_it_had_left():
    held(
        tried(
            done("1"), days("asked", 1, body=JUSTICE, days=2, waits=True), done("2"), days("answered", 1, body=JUSTICE),
            expects=(
                expect("step_due", "2024-05-28T11:00", step="2", after=1),
                expect("answer_due", "2024-05-30T17:00", body=JUSTICE, after=2),
                expect("refused", words="đang chờ ý kiến cơ quan khác", after=3),
                expect("step_due", "2024-05-29T11:00", step="2"),
                expect("no_breach"),
            ),
        )
    )  # fmt: skip


@pytest.mark.clause("5.1.đ-1", "4.1.d-2")
def test_a_body_that_lets_its_date_pass_is_named_once_and_one_goes_on_without_it():
    asked = days("asked", 0, body=JUSTICE, days=1, waits=True)
    held(
        tried(
            done("1"), asked, days("went_on", 0, body=JUSTICE), days("went_on", 2, body=JUSTICE), done("2"),
            days("answered", 1, body=JUSTICE),
            expects=(
                expect("refused", words="chưa quá hạn", after=3),
                expect("breach", words="late_advice", after=4),
                expect("open_steps", step="3", after=5),
                expect("stage", words="processing"),
            ),
        )
    )  # fmt: skip
    late = tried(done("1"), asked, days("answered", 3, body=JUSTICE), done("2"), expects=(expect("no_breach"),))
    assert late.checked[0].found == ("late_advice",)


@pytest.mark.clause("5.1.đ-1")
def test_a_body_from_outside_answers_late_without_a_breach_of_ours():
    asked = days("asked", 0, body=OUTSIDE, days=1)
    held(tried(done("1"), asked, days("answered", 3, body=OUTSIDE), expects=(expect("no_breach"),)))


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize(
    ("happens", "why"),
    [
        ((days("asked", 0, body=JUSTICE, days=10),), "không nằm trong thời gian còn lại"),
        ((days("asked", 0, body=PLANNING, days=1),), "không xin ý kiến của chính mình"),
        ((days("asked", 0, body=JUSTICE, days=1),) * 2, "Sở Tư pháp đang được xin ý kiến"),
        ((days("answered", 0, body=JUSTICE),), "Không có câu hỏi nào gửi Sở Tư pháp"),
        ((done("2"), days("asked", 0, body=JUSTICE, days=1)), "không có bước nào như vậy đang mở"),
        ((days("asked", 0, step="9", body=JUSTICE, days=1),), "Bước 9 không có trong quy trình"),
        ((days("check_announced", 0, on="2024-05-29"),), "không có bước nào như vậy đang mở"),
        ((days("council_convened", 0, step="2", on="2024-05-29"),), "Bước 2 không phải việc"),
        ((days("leg_taken"),), "do một cơ quan giải quyết"),
        ((days("leg_handed_on"),), "do một cơ quan giải quyết"),
        ((days("payment_proven"),), "Đang giải quyết|Đã chuyển"),
        ((days("stopped"), days("payment_proven")), "Tạm dừng theo yêu cầu"),
    ],
)
def test_what_real_dossiers_would_be_refused_is_refused_with_a_reason(happens, why):
    outcome = tried(done("1"), *happens, expects=(expect("stage", words="processing"),))
    assert any(word in refused(outcome)[-1] for word in why.split("|")), refused(outcome)
    assert not outcome.passed


@pytest.mark.clause("5.1.đ-1")
def test_a_step_of_advice_ends_by_its_answer_and_late_is_the_asked_bodys_breach():
    held(
        tried(
            done("1"), done("2a", 1), Happening("answered", 2, DAYS, step="2b"),
            expects=(
                expect("open_steps", step="2b", after=2), expect("answer_due", "2024-05-28", body=JUSTICE),
                expect("breach", words="late_advice"), expect("open_steps", step="3"),
            ),
            steps=SIDE_BY_SIDE,
        )
    )  # fmt: skip


# ---- On the spot, in council -----------------------------------------------------------------------------------------


@pytest.mark.clause("5.1.đ-1")
def test_a_check_and_a_council_end_with_their_minutes():
    held(
        tried(
            done("1"), done("2"), days("check_announced", 0, on="2024-05-29"), done("2"), days("check_recorded", 2),
            done("2"), days("council_convened", 0, on="2024-05-31"), days("council_concluded", 1),
            days("council_adjourned", 1), done("3"), days("council_convened", 0, on="2024-06-03"),
            days("council_concluded", 1), done("3"),
            expects=(
                expect("refused", words="Chưa có biên bản", after=2), expect("refused", words="Chưa có", after=4),
                expect("open_steps", step="3", after=6), expect("refused", words="chưa bắt đầu", after=8),
                expect("refused", words="Hội đồng chưa họp", after=10), expect("open_steps", step="4"),
            ),
            steps=ON_SPOT,
        )
    )  # fmt: skip


# ---- The clock stands ------------------------------------------------------------------------------------------------


@pytest.mark.clause("5.1.đ-1", "4.5.a")
@pytest.mark.parametrize(
    ("stop", "on", "stage"),
    [("payment_asked", "payment_proven", "awaiting_payment"), ("stopped", "resumed", "stopped")],
)
def test_while_the_clock_stands_no_date_runs_and_then_everything_has_what_it_had_left(stop, on, stage):
    held(
        tried(
            done("1"), days(stop, 1), days(on, 4),
            expects=(
                expect("due", "2024-06-10T17:00", after=1), expect("step_due", "2024-05-28T11:00", step="2", after=1),
                expect("stage", words=stage, after=2), expect("open_steps", after=2), expect("not_late", after=2),
                expect("due", "2024-06-14T17:00"), expect("step_due", "2024-06-03T11:00", step="2"),
                expect("open_steps", step="2"), expect("step_not_late", step="2"), expect("no_breach"),
            ),
        )
    )  # fmt: skip


@pytest.mark.clause("5.1.đ-1")
def test_withdrawn_nothing_is_due_any_more():
    outcome = tried(
        done("1"), days("withdrawn", 1), expects=(expect("stage", words="withdrawn"), expect("due", "2024-06-10"))
    )
    assert [each.held for each in outcome.checked] == [True, False]


# ---- Legs ------------------------------------------------------------------------------------------------------------


@pytest.mark.clause("5.1.đ-1", "7.8")
def test_papers_go_from_body_to_body_and_who_has_them_too_long_is_named():
    held(
        tried(
            done("1"), done("2", 4), days("leg_taken"), days("leg_handed_on"), days("leg_taken"), done("3", 3, DAYS),
            days("leg_handed_on"), days("leg_taken"),
            expects=(
                expect("leg_due", "2024-05-28T09:00", body=COMMUNE, after=1),
                expect("refused", words="Chưa cơ quan nào bàn giao", after=3),
                expect("leg_due", "2024-05-29T15:00", body=DESK, after=5),
                expect("leg_not_late", body=COMMUNE), expect("leg_late", body=DESK),
                expect("breach", words="late_leg"), expect("cause", body=DESK), expect("open_steps", step="4"),
            ),
            steps=ACROSS,
        )
    )  # fmt: skip


@pytest.mark.clause("5.1.đ-1")
def test_papers_left_lying_count_from_when_they_should_have_been_taken():
    held(
        tried(
            done("1"), done("2", 4), days("leg_handed_on"), days("leg_taken", 2),
            expects=(expect("leg_due", "2024-05-29T17:00", body=DESK), expect("cause")),
            steps=ACROSS,
        )
    )  # fmt: skip


@pytest.mark.clause("5.1.đ-1")
def test_an_electronic_dossier_is_with_both_at_once_and_nothing_is_carried():
    expects = (
        expect("open_steps", step="2a, 2b", after=1),
        expect("open_steps", step="2b", after=2),
        expect("open_steps", step="3"),
    )
    held(tried(done("1"), done("2a", 1), done("2b", 1), expects=expects, steps=SAME_LEVEL, online=True))
    on_paper = (
        expect("open_steps", step="2a", after=1),
        expect("open_steps", after=2),
        expect("open_steps", step="2b"),
    )
    carried = (done("1"), done("2a", 1), days("leg_handed_on"), days("leg_taken"))
    held(tried(*carried, expects=on_paper, steps=SAME_LEVEL))


@pytest.mark.clause("5.1.đ-1")
def test_a_leg_stands_with_the_clock_and_starts_anew_with_a_supplement():
    held(
        tried(
            done("1"), days("stopped"), days("resumed", 5), days("supplement"), days("completed", 5),
            expects=(
                expect("leg_due", "2024-06-04T09:00", body=COMMUNE, after=3),
                expect("leg_due", "2024-06-11T09:00", body=COMMUNE), expect("cause"),
            ),
            steps=ACROSS,
        )
    )  # fmt: skip
