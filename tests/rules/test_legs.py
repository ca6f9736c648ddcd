"""The legs of an interlinked dossier: whole, in order, each with its own time, and who made it late."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.domain.dossiers.interlinked.legs import (
    LegClock,
    begins,
    hours,
    is_interlinked,
    of_bodies,
    planned,
    way,
    who_overran,
)
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.limit import Limit, Unit
from motcua.domain.working_days.pauses import Pause, PauseKind
from tests.moments import moment

CENTRE, LAND, BUILDING, TAX, PROVINCE = 1, 2, 3, 4, 5
CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
MONDAY = moment("2019-05-06 08:00")


@dataclass(frozen=True)
class Step:
    """A step as the rules see it."""

    id: int
    stage: int
    kind: str
    office_id: int
    hours: int
    office_kind: str = "department"


def process(*middle: tuple[int, str, int, int]) -> list[Step]:
    """A whole process: received, then these (stage, kind, body, hours), then returned."""
    steps = [Step(1, 1, "receive", CENTRE, 2, "centre")]
    for number, (stage, kind, office, length) in enumerate(middle, start=2):
        steps.append(Step(number, stage, kind, office, length, "province" if office == PROVINCE else "department"))
    return [*steps, Step(99, 99, "return", CENTRE, 1, "centre")]


SIDE_BY_SIDE = process(
    (2, "appraise", LAND, 16), (3, "appraise", LAND, 8), (3, "appraise", BUILDING, 24), (4, "approve", LAND, 4)
)
middles = some.lists(
    some.tuples(
        some.integers(2, 9),
        some.sampled_from(["appraise", "assign", "consult", "field_check", "approve", "seal"]),
        some.sampled_from([LAND, BUILDING, TAX, PROVINCE]),
        some.integers(1, 80),
    ),
    max_size=12,
)


@pytest.mark.clause("5.1.đ-1")
def test_paper_goes_from_body_to_body_and_electronic_files_to_both_at_once():
    paper, electronic = way(SIDE_BY_SIDE, electronic=False), way(SIDE_BY_SIDE, electronic=True)
    assert [(leg.office_id, leg.hours) for leg in of_bodies(paper)] == [(LAND, 24), (BUILDING, 24), (LAND, 4)]
    assert [[leg.office_id for leg in group] for group in electronic] == [
        [CENTRE], [LAND], [LAND, BUILDING], [LAND], [CENTRE],
    ]  # fmt: skip
    assert (hours(paper), hours(electronic)) == (55, 47)


@pytest.mark.clause("5.1.đ-1")
def test_asking_for_an_opinion_or_for_the_signature_of_the_province_passes_nothing_on():
    asked = process((2, "appraise", LAND, 16), (2, "consult", BUILDING, 24), (3, "consult", TAX, 8))
    submitted = process((2, "appraise", LAND, 16), (3, "approve", PROVINCE, 16), (4, "seal", LAND, 2))
    for steps in (asked, submitted):
        assert not is_interlinked(steps)
        assert [leg.office_id for leg in of_bodies(way(steps, electronic=False))] == [LAND]
    assert is_interlinked(SIDE_BY_SIDE)


@given(middle=middles, electronic=some.booleans())
@pytest.mark.clause("5.1.đ-1")
def test_every_step_is_in_one_leg_and_the_hours_of_the_legs_are_those_of_the_whole(middle, electronic):
    steps = process(*middle)
    whole = way(steps, electronic=electronic)
    legs = [leg for group in whole for leg in group]
    assert sorted(step.id for leg in legs for step in leg.steps) == sorted(step.id for step in steps)
    assert [leg.number for leg in legs] == list(range(1, len(legs) + 1))
    assert hours(whole) == sum(max(leg.hours for leg in group) for group in whole)
    if not electronic:
        assert all(len(group) == 1 for group in whole)
        assert hours(whole) == sum(leg.hours for leg in legs)
    assert hours(whole) >= hours(way(steps, electronic=True)) or electronic


@given(middle=middles, electronic=some.booleans())
@pytest.mark.clause("5.1.đ-1", "7.8")
def test_planned_ends_run_forward_and_the_last_is_the_whole_time_from_the_start(middle, electronic):
    whole = way(process(*middle), electronic=electronic)
    ends = planned(whole, MONDAY, lambda _: CALENDAR)
    assert list(ends) == [leg.number for group in whole for leg in group]
    assert max(ends.values()) == CALENDAR.due(MONDAY, Limit(hours(whole), Unit.WORKING_HOURS))
    for before, after in pairwise(whole):
        assert max(ends[leg.number] for leg in before) < min(ends[leg.number] for leg in after)


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize(
    ("handed", "taken", "expected"),
    [
        ("2019-05-06 09:00", "2019-05-06 10:00", "2019-05-06 10:00"),
        ("2019-05-06 09:00", "2019-05-08 10:00", "2019-05-06 17:00"),
        ("2019-05-06 15:30", "2019-05-08 10:00", "2019-05-07 11:30"),
        ("2019-05-06 09:00", None, "2019-05-06 17:00"),
    ],
)
def test_a_body_that_leaves_the_papers_lying_gains_no_time(handed, taken, expected):
    taken_at = moment(taken) if taken else None
    assert begins(moment(handed), taken_at, CALENDAR) == moment(expected)


def clock(office: int, length: int, took: int) -> LegClock:
    """A leg of so many hours for which the body took so many."""
    ended = CALENDAR.due(MONDAY, Limit(took, Unit.WORKING_HOURS))
    return LegClock(office, office, length, MONDAY, ended, CALENDAR)


@given(lengths=some.lists(some.tuples(some.integers(1, 60), some.integers(1, 90)), min_size=1, max_size=5))
@pytest.mark.clause("7.8")
def test_a_body_overran_when_it_had_it_longer_than_its_part_and_the_worst_comes_first(lengths):
    clocks = [clock(office, length, took) for office, (length, took) in enumerate(lengths)]
    found = who_overran(clocks, MONDAY + timedelta(days=300))
    assert set(found) == {office for office, (length, took) in enumerate(lengths) if took > length}
    over = [lengths[office][1] - lengths[office][0] for office in found]
    assert over == sorted(over, reverse=True)


@given(length=some.integers(1, 60), took=some.integers(1, 90))
@pytest.mark.clause("7.8")
def test_used_time_is_the_working_time_between_beginning_and_end(length, took):
    leg = clock(LAND, length, took)
    assert leg.used_minutes(leg.ended_at) == took * 60
    assert leg.is_late(leg.ended_at) == (took > length)
    assert leg.minutes_over(leg.ended_at) == max(0, took - length) * 60


@pytest.mark.clause("7.8")
def test_before_it_begins_a_leg_has_no_due_date_and_is_not_late():
    leg = LegClock(1, LAND, 8, None, None, CALENDAR)
    late: datetime = moment("2030-01-01")
    assert (leg.due(), leg.used_minutes(late), leg.is_late(late), leg.minutes_over(late)) == (None, 0, False, 0)


@pytest.mark.clause("5.1.đ-1", "7.8")
def test_while_the_clock_stands_the_time_is_nobodys():
    tuesday, thursday = moment("2019-05-07 08:00"), moment("2019-05-09 08:00")
    paid = Pause(PauseKind.PAYMENT, tuesday, thursday, "Luật Đất đai")
    leg = LegClock(1, LAND, 12, MONDAY, moment("2019-05-09 11:00"), CALENDAR, (paid,))
    plain = replace(leg, ended_at=moment("2019-05-07 11:00"), pauses=())
    assert leg.due() - plain.due() == thursday - tuesday
    assert leg.used_minutes(thursday) == plain.used_minutes(thursday)
    assert not leg.is_late(thursday)
    standing = replace(leg, ended_at=None, pauses=(replace(paid, to=None),))
    assert not standing.is_late(moment("2019-06-03 08:00"))
    assert standing.used_minutes(moment("2019-06-03 08:00")) == CALENDAR.working_minutes_between(MONDAY, tuesday)
