"""A dossier's steps are told from its journal, and judged by the times of a process. No database."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from motcua.domain.dossiers.interlinked.of_plan import Body
from motcua.domain.dossiers.replay.counting import Column, Tally, judged, taken
from motcua.domain.dossiers.replay.telling import NotUnderstood, told
from motcua.domain.procedures.difference import difference
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from tests.moments import moment
from tests.world import CENTRE, PLANNING, STEPS

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
OWN = ProcessPlan(STEPS)
BODIES = {CENTRE: Body("Trung tâm", "centre"), PLANNING: Body("Sở", "department")}
DUE = moment("2024-05-30 17:00")
pytestmark = pytest.mark.clause("4.1.a-1")


def line(act: str, at: str, **facts: object) -> SimpleNamespace:
    return SimpleNamespace(act=act, at=moment(at), facts=facts)


def done(act: str, step: str, at: str, *following: str) -> SimpleNamespace:
    return line(act, at, step=step, body="Sở", next=[{"step": each, "body": "Sở"} for each in following])


LIFE = [
    line("receive", "2024-05-27 09:00"),
    line("transfer", "2024-05-27 10:00", next=[{"step": "Thẩm định hồ sơ", "body": "Sở"}]),
    line("take", "2024-05-27 10:30", step="Thẩm định hồ sơ", body="Sở"),
    done("complete_step", "Thẩm định hồ sơ", "2024-05-28 16:00", "Phê duyệt"),
    done("approve", "Phê duyệt", "2024-05-29 08:00", "Đóng dấu, vào sổ"),
    done("complete_step", "Đóng dấu, vào sổ", "2024-05-29 09:00"),
    line("record_result", "2024-05-29 09:30", number="1"),
    line("hand_over", "2024-05-29 10:00"),
]


def under(plan: ProcessPlan, entries: list[SimpleNamespace] = LIFE, due=DUE):
    took = taken(told(entries), OWN, BODIES, due, lambda _: CALENDAR)
    return judged(took, difference(OWN, plan), BODIES, lambda _: CALENDAR)


def test_each_step_runs_from_its_opening_to_its_end():
    took = taken(told(LIFE), OWN, BODIES, DUE, lambda _: CALENDAR)
    longest = {place: took.longest(place, CALENDAR) for place in took.spells}
    assert longest == {(1, 1): 60, (2, 1): 720, (3, 1): 120, (4, 1): 60}
    assert took.over == -CALENDAR.working_minutes_between(moment("2024-05-29 10:00"), DUE)


def test_a_step_that_took_longer_than_it_has_is_late_and_the_whole_may_still_be_on_time():
    assert under(OWN).late_steps == {(2, 1)}
    assert not under(OWN).late


def test_a_longer_time_in_the_draft_makes_it_on_time():
    assert under(ProcessPlan((STEPS[0], replace(STEPS[1], hours=13), *STEPS[2:]))).late_steps == frozenset()


def test_a_new_step_takes_its_time_and_one_taken_out_takes_none():
    new = StepPlan(3, "field_check", "Kiểm tra thực địa", PLANNING, "appraise", 16)
    later = tuple(replace(step, stage=step.stage + 1) for step in STEPS[2:])
    assert under(ProcessPlan((*STEPS[:2], new, *later))).late
    shorter = ProcessPlan((STEPS[0], *(replace(step, stage=step.stage - 1) for step in STEPS[2:])))
    assert under(shorter).late_steps == frozenset()


def test_waiting_for_papers_is_nobodys_and_the_time_starts_anew():
    life = [
        *LIFE[:2],
        line("request_supplement", "2024-05-27 11:00"),
        line("accept_supplement", "2024-06-10 09:00", steps=["Thẩm định hồ sơ"]),
        done("complete_step", "Thẩm định hồ sơ", "2024-06-10 11:00", "Phê duyệt"),
        done("approve", "Phê duyệt", "2024-06-10 14:00"),
        line("hand_over", "2024-06-10 15:00"),
    ]
    took = taken(told(life), OWN, BODIES, moment("2024-06-13 17:00"), lambda _: CALENDAR)
    assert took.longest((2, 1), CALENDAR) == 120
    assert (1, 1) not in took.since_start
    assert not judged(took, difference(OWN, OWN), BODIES, lambda _: CALENDAR).late_steps


def test_advice_ends_the_step_that_asked_for_it_and_an_answer_beside_the_steps_ends_none():
    life = [
        *LIFE[:2],
        line("answer_consultation", "2024-05-27 14:00", step="", body="Sở Tư pháp"),
        line("answer_consultation", "2024-05-27 14:30", step="Thẩm định hồ sơ", body="Sở",
             next=[{"step": "Phê duyệt", "body": "Sở"}]),
        done("approve", "Phê duyệt", "2024-05-27 15:00"),
        line("hand_over", "2024-05-27 16:00"),
    ]  # fmt: skip
    assert [spell.step for spell in told(life).spells] == ["", "Thẩm định hồ sơ", "Phê duyệt"]


@pytest.mark.clause("5.1.đ-1")
def test_while_the_clock_stands_nobodys_time_runs():
    asked, proven = line("ask_for_payment", "2024-05-27 11:00"), line("payment_proven", "2024-06-03 11:00")
    later = [
        line("complete_step", "2024-06-03 14:30", **LIFE[3].facts),
        *(line(each.act, "2024-06-03 15:00", **each.facts) for each in LIFE[4:6]),
    ]
    life = [*LIFE[:3], asked, proven, *later, line("hand_over", "2024-06-03 16:00")]
    took = taken(told(life), OWN, BODIES, moment("2024-06-06 17:00"), lambda _: CALENDAR)
    assert took.longest((2, 1), CALENDAR) < 4 * 60
    assert not judged(took, difference(OWN, OWN), BODIES, lambda _: CALENDAR).late_steps


@pytest.mark.clause("5.1.đ-1")
def test_waiting_for_another_bodys_answer_is_not_the_steps_time():
    asks = line("consult", "2024-05-27 11:00", step="Thẩm định hồ sơ", number="3/XYK", waits=True)
    answers = line("answer_consultation", "2024-05-29 11:00", step="Việc được hỏi ý kiến", body="Sở Tư pháp",
                   number="3/XYK")  # fmt: skip
    life = [*LIFE[:3], asks, answers, done("complete_step", "Thẩm định hồ sơ", "2024-05-29 16:00", "Phê duyệt"),
            done("approve", "Phê duyệt", "2024-05-30 08:00"), line("hand_over", "2024-05-30 09:00")]  # fmt: skip
    assert not under(OWN, life).late_steps
    plain = [each for each in life if each not in (asks, answers)]
    assert under(OWN, plain).late_steps == {(2, 1)}


@pytest.mark.parametrize(
    "entries",
    [
        LIFE[:-1],
        [LIFE[0], LIFE[3]],
        [*LIFE[:3], LIFE[-1]],
        [],
    ],
    ids=["unfinished", "ended before it began", "result while a step is open", "nothing"],
)
def test_a_journal_that_does_not_fit_together_is_left_out(entries):
    with pytest.raises(NotUnderstood):
        told(entries)


def test_a_tally_is_kept_and_read_back():
    from dataclasses import asdict

    tally = Tally(counted=2, draft=Column(1, 1, {"2.1": 1}))
    tally.took((2, 1), 90)
    assert Tally.of(asdict(tally)) == tally
    assert Tally.of({}) == Tally()
