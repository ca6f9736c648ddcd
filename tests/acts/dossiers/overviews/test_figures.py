"""Figures of the supervisor: what each counts, for whom, and that its list holds exactly what it counts."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.domain.dossiers import breaches, processing
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.overviews import figures, watching
from motcua.domain.dossiers.overviews.figures import NOBODY, Group, Standing
from motcua.domain.dossiers.overviews.watching import Narrowed
from motcua.domain.listing import Place
from motcua.domain.working_days.queries import calendar_for
from tests.world import World, moment

THURSDAY = moment("2024-05-30 08:00")
FRIDAY = moment("2024-05-31 08:00")


@pytest.fixture
def three(world: World) -> World:
    """Received on Monday, Tuesday and Wednesday, three working days each: due Thursday, Friday and Monday."""
    world.in_appraisal("2024-05-27")
    world.at_approval("2024-05-28")
    processing.transfer(world.received("2024-05-29"), by=world["lan"], at=moment("2024-05-29"))
    return world


def listed(world: World, who: str, at: datetime, group: str, **narrowed: str) -> list[str]:
    """The days of receipt of what the list shows, which must be as many as the figure counts."""
    seen, wanted = figures.watch(world[who], at), Narrowed(group, **narrowed)
    lines = watching.dossiers(seen, wanted, Place()).rows
    assert watching.how_many(seen, wanted) == len(lines)
    return [line.code[-7:-5] for line in lines]


@pytest.mark.clause("4.1.d-1")
def test_what_falls_due_is_told_apart_by_working_days(three: World) -> None:
    groups = (Group.OVERDUE, Group.TODAY, Group.SOON)
    assert [listed(three, "mai", THURSDAY, group) for group in groups] == [[], ["27"], ["28", "29"]]
    assert [listed(three, "mai", FRIDAY, group) for group in groups] == [["27"], ["28"], ["29"]]


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_each_body_has_its_figures_and_they_are_the_counts_of_lists(three: World) -> None:
    seen = figures.watch(three["mai"], FRIDAY)
    assert figures.by_body(seen) == [Standing("so-khdt", three.offices["so-khdt"].short_name, 1, 1, 1)]
    assert listed(three, "mai", FRIDAY, Group.OVERDUE, department="so-khdt") == ["27"]
    assert listed(three, "mai", FRIDAY, Group.OVERDUE, department="so-tp") == []


@pytest.mark.clause("4.1.d-2")
def test_each_official_has_the_dossiers_with_a_late_step_of_theirs(three: World) -> None:
    seen = figures.watch(three["mai"], FRIDAY)
    standings = {each.code: each for each in figures.by_official(seen)}
    assert standings["thu"].name == "Trần Anh Thư"
    for code, each in standings.items():
        for group in figures.BY_DUE:
            assert len(listed(three, "mai", FRIDAY, group, officer=code)) == getattr(each, group.value), (code, group)
    assert listed(three, "mai", FRIDAY, Group.OVERDUE, officer="thu") == ["27"]
    assert listed(three, "mai", FRIDAY, Group.OVERDUE, officer="minh") == ["28"]
    assert listed(three, "mai", FRIDAY, Group.OVERDUE, officer=NOBODY) == ["29"]


def test_a_line_names_who_has_the_dossier_now(three: World) -> None:
    seen = figures.watch(three["mai"], FRIDAY)
    (line,) = watching.dossiers(seen, Narrowed(Group.OVERDUE), Place()).rows
    (step,) = line.steps
    assert (step.name, step.officer) == ("Thẩm định hồ sơ", "Trần Anh Thư")
    assert line.since == line.due_at == moment("2024-05-30 17:00")


def test_a_head_sees_the_own_body_only_and_others_nothing(three: World) -> None:
    assert listed(three, "quang", FRIDAY, Group.OVERDUE) == ["27"]
    assert listed(three, "binh", FRIDAY, Group.OVERDUE) == []


def test_what_waits_for_the_applicant_or_is_done_is_not_overdue(world: World) -> None:
    world.awaiting_supplement()
    world.at_centre()
    assert listed(world, "mai", moment("2024-07-01"), Group.OVERDUE) == []


@pytest.mark.clause("5.1.đ-2")
def test_received_and_not_passed_on_in_time_is_counted(world: World) -> None:
    world.received("2024-05-27 14:59")
    world.received("2024-05-27 15:01")
    for at, late in (("27 16:59", 0), ("27 17:01", 1), ("28 11:00", 1), ("28 13:00", 2)):
        assert len(listed(world, "mai", moment(f"2024-05-{at}"), Group.NOT_TRANSFERRED)) == late, at


@pytest.mark.clause("5.1.đ-2")
@given(
    received=some.datetimes(datetime(2024, 1, 2), datetime(2024, 2, 29)),  # noqa: DTZ001 - local, made aware below
    later=some.timedeltas(timedelta(0), timedelta(days=12)),
)
def test_the_moment_before_which_all_should_be_passed_on_agrees_with_the_calendar(
    django_db_blocker: object, received: datetime, later: timedelta
) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        calendar = calendar_for()
    at_receipt = moment(f"{received:%Y-%m-%d %H:%M}")
    at = at_receipt + later
    owed = at_receipt <= figures.transfer_owed_before(calendar, at)
    assert owed == (calendar.transfer_deadline(at_receipt) < at)


@pytest.mark.clause("5.1.e-2")
def test_a_supplement_that_does_not_come_for_a_month_is_counted(world: World) -> None:
    world.awaiting_supplement(asked="2024-05-28")
    assert listed(world, "mai", moment("2024-06-27 08:00"), Group.WAITING_LONG) == []
    assert listed(world, "mai", moment("2024-06-27 10:00"), Group.WAITING_LONG) == ["27"]


@pytest.mark.clause("4.1.e")
def test_results_that_nobody_fetched_are_counted_with_the_oldest(world: World) -> None:
    world.at_centre("2024-05-28")
    kept = world.at_centre("2024-05-29")
    handover.keep_uncollected(kept, shelf="A2-14", by=world["ngoc"], at=FRIDAY)
    lying = figures.lying(figures.watch(world["mai"], FRIDAY), Group.UNCOLLECTED)
    assert (lying.number, lying.oldest) == (2, moment("2024-05-28"))
    seen = figures.watch(world["mai"], FRIDAY)
    assert [line.shelf for line in watching.dossiers(seen, Narrowed(Group.UNCOLLECTED), Place()).rows] == ["", "A2-14"]


@pytest.mark.clause("4.1.d-2")
def test_breaches_that_nobody_explained_come_newest_first(world: World) -> None:
    for day in ("27", "28"):
        dossier = world.received(f"2024-05-{day}")
        processing.transfer(dossier, by=world["lan"], at=moment("2024-05-30"))
    seen = figures.watch(world["mai"], FRIDAY)
    newest, oldest = watching.breaches(seen, Place()).rows
    assert (newest.pk > oldest.pk, str(watching.how_many_breaches(seen))) == (True, "2")
    breaches.explain_breach(oldest, explanation="Mất điện", by=world["lan"], at=FRIDAY)
    assert watching.breaches(seen, Place()).rows == [newest]
    assert len(watching.breaches(seen, Place(), unexplained=False).rows) == 2


def test_a_board_costs_the_same_however_many_dossiers(three: World, django_assert_num_queries: object) -> None:
    seen = figures.watch(three["mai"], FRIDAY)
    with django_assert_num_queries(2):  # type: ignore[operator]
        figures.by_body(seen)
        figures.by_official(seen)
    with django_assert_num_queries(3):  # type: ignore[operator]
        watching.dossiers(seen, Narrowed(Group.OVERDUE), Place())
        watching.how_many(seen, Narrowed(Group.OVERDUE))
