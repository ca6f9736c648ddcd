"""The calendar is changed by two; then due dates move, and every applicant with a later day gets a letter."""

from datetime import date

import pytest

from motcua.domain.dossiers.checks import invariants
from motcua.domain.dossiers.dates_moved import moving
from motcua.domain.dossiers.dates_moved.calendar_change import Waiting
from motcua.domain.dossiers.models import CalendarProposal, Dossier, MovedDate
from motcua.domain.listing import Place
from motcua.domain.organisations import acts
from motcua.domain.organisations.policies import Founder
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.working_days import queries
from motcua.domain.working_days.changes import DayHasPassed
from tests.people import CENTRE
from tests.racing import at_once
from tests.world import World, moment

AT = moment("2024-05-28")
STORM = Waiting(
    "declare_day",
    {"on": "2024-05-29", "kind": "holiday", "name": "Nghỉ tránh bão", "basis": "Công điện 5", "estimated": False},
)


@pytest.fixture(autouse=True)
def _calendar_is_read_anew(request):
    queries.forget()
    yield
    queries.forget()


def second(world: World, *roles: str) -> None:
    """Mai gets another role at the Centre."""
    position = acts.Position(world.offices[CENTRE], "Phó Giám đốc", roles)
    acts.appoint(world["mai"], position=position, from_on=date(2019, 6, 1), by=Founder(), at=moment("2019-06-01"))


def proposed(world: World, change: Waiting = STORM) -> CalendarProposal:
    return moving.propose_calendar_change(change, by=world["kien"], at=AT)


@pytest.mark.clause("2")
def test_who_proposed_does_not_confirm_and_nobody_without_the_right_does(world):
    proposal = proposed(world)
    for code in ("kien", "mai", "quang", "lan"):
        with pytest.raises(NotAllowed):
            moving.confirm_calendar_change(proposal, by=world[code], at=AT)
    assert queries.calendar_for().is_working_day(date(2024, 5, 29))


@pytest.mark.clause("2")
@pytest.mark.parametrize("role", ["admin", "head"])
def test_another_administrator_or_the_head_of_the_centre_confirms(world, role):
    second(world, role)
    proposal = moving.confirm_calendar_change(proposed(world), by=world["mai"], at=AT)
    assert not queries.calendar_for().is_working_day(date(2024, 5, 29))
    for end in (moving.confirm_calendar_change, moving.drop_calendar_change):
        with pytest.raises(moving.AlreadyEnded, match="Vũ Thị Mai xác nhận"):
            end(proposal, by=world["mai"], at=AT)


@pytest.mark.clause("2")
def test_what_the_calendar_would_refuse_is_refused_when_it_is_proposed(world):
    past = Waiting("declare_day", STORM.what | {"on": "2024-05-27"})
    with pytest.raises(DayHasPassed):
        proposed(world, past)
    assert not CalendarProposal.objects.exists()
    proposed(world)
    assert queries.calendar_for().is_working_day(date(2024, 5, 29))


@pytest.mark.clause("2")
def test_a_dropped_proposal_changes_nothing(world):
    proposal = moving.drop_calendar_change(proposed(world), by=world["kien"], at=AT)
    second(world, "admin")
    with pytest.raises(moving.AlreadyEnded, match="Lê Trung Kiên bỏ"):
        moving.confirm_calendar_change(proposal, by=world["mai"], at=AT)
    assert moving.carry_on(AT) == 0


@pytest.mark.clause("5.1.e-1")
def test_the_dates_move_and_each_applicant_is_told_once_by_a_letter(world):
    second(world, "admin")
    dossier = world.in_appraisal()
    proposal = moving.confirm_calendar_change(proposed(world), by=world["mai"], at=AT)
    assert (moving.carry_on(AT), moving.carry_on(AT)) == (1, 0)
    assert world.again(dossier).due_at == moment("2024-05-31 17:00")
    assert CalendarProposal.objects.get(pk=proposal.pk).recounted_at == AT
    (one,) = moving.untold(world["lan"], AT, Place()).rows
    assert (one.was, one.now) == (moment("2024-05-30 17:00"), moment("2024-05-31 17:00"))
    with pytest.raises(NotAllowed):
        moving.tell_moved_date(one, by=world["binh"], at=AT)
    moving.tell_moved_date(one, by=world["lan"], at=AT)
    assert papers_of(dossier.stream).last().facts["reason"].startswith("Khai báo nghỉ lễ")
    with pytest.raises(moving.AlreadyTold):
        moving.tell_moved_date(one, by=world["lan"], at=AT)
    assert moving.how_many_untold(world["lan"], AT).number == 0
    assert not [place for rule in invariants() for place in rule.broken]


@pytest.mark.clause("5.1.e-1")
def test_whoever_has_an_earlier_day_is_not_in_the_list(world):
    second(world, "admin")
    moving.confirm_calendar_change(proposed(world), by=world["mai"], at=AT)
    world.in_appraisal()
    assert moving.carry_on(AT) == 0
    back = Waiting("withdraw_day", {"on": "2024-05-29", "reason": "Bão đổi hướng"})
    moving.confirm_calendar_change(proposed(world, back), by=world["mai"], at=AT)
    assert moving.carry_on(AT) == 1
    assert not MovedDate.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_confirm_one_changes_the_calendar(transactional_db: None, world: World) -> None:
    second(world, "admin")
    proposal, mai = proposed(world), world["mai"]
    answers = at_once(lambda _: moving.confirm_calendar_change(proposal, by=mai, at=AT))
    assert len([each for each in answers if isinstance(each, CalendarProposal)]) == 1


@pytest.mark.django_db(transaction=True)
def test_eight_jobs_count_each_date_anew_once(transactional_db: None, world: World) -> None:
    second(world, "admin")
    dossiers = [world.in_appraisal() for _ in range(3)]
    moving.confirm_calendar_change(proposed(world), by=world["mai"], at=AT)
    assert sum(at_once(lambda _: moving.carry_on(AT))) == 3
    assert MovedDate.objects.count() == 3
    assert {each.due_at for each in Dossier.objects.filter(pk__in=[d.pk for d in dossiers])} == {
        moment("2024-05-31 17:00")
    }
