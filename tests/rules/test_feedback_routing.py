"""Whose feedback is and by when: the table of 4.6.b and the four days, on plain values."""

import pytest

from motcua.domain.feedback.clock import Clock, Facts
from motcua.domain.feedback.routing import Kind, Level, NoRoute, Owner, Way, outcome_clause, route_of
from motcua.domain.regulation import clauses
from motcua.domain.working_days import seed
from motcua.domain.working_days.calendar import Calendar
from tests.moments import moment

CALENDAR = Calendar(seed.usual_hours(), seed.declared_days())
FRIDAY = moment("2024-04-26 10:00")  # before 30/4 and 1/5; Saturday 4/5 is worked for Monday 29/4
BODIES = (Level.DEPARTMENT, Level.DISTRICT, Level.DISTRICT_CENTRE, Level.COMMUNE)


@pytest.mark.clause("4.6.b-1")
@pytest.mark.parametrize("kind", [Kind.CENTRE, Kind.CONDUCT, Kind.HANDLING])
def test_the_centre_answers_for_its_own_work(kind: Kind) -> None:
    route = route_of(kind, Level.CENTRE)
    assert (route.way, route.owner, route.clause) == (Way.CENTRES_OWN, Owner.CENTRE, "4.6.b-1")


@pytest.mark.clause("4.6.b-2", "5.5.a", "7.5")
@pytest.mark.parametrize("level", BODIES)
def test_guidance_receipt_and_handling_go_to_the_body_concerned(level: Level) -> None:
    for kind in (Kind.CONDUCT, Kind.HANDLING):
        route = route_of(kind, level)
        assert (route.way, route.owner, route.clause) == (Way.BODY_CONCERNED, Owner.ITSELF, "4.6.b-2")
    assert outcome_clause(level) == ("5.5.a" if level == Level.DEPARTMENT else "7.5")


@pytest.mark.clause("4.6.b-3")
@pytest.mark.parametrize("level", Level)
def test_what_is_said_about_a_rule_is_gathered_by_the_centre(level: Level) -> None:
    route = route_of(Kind.RULE, level)
    assert (route.way, route.owner, route.clause) == (Way.REPORTED, Owner.CENTRE, "4.6.b-3")


@pytest.mark.clause("4.6.a", "3.2")
@pytest.mark.parametrize("level", Level)
def test_a_denunciation_never_goes_to_the_body_it_is_about(level: Level) -> None:
    above = route_of(Kind.DENUNCIATION, level)
    assert above.way == Way.BY_ITS_LAW and (above.owner == Owner.ABOVE or level == Level.PROVINCE)
    assert route_of(Kind.COMPLAINT, level).owner == Owner.ITSELF


@pytest.mark.clause("3.2")
def test_every_kind_has_one_way_or_a_refusal_and_every_clause_exists() -> None:
    refused = []
    for kind in Kind:
        for level in Level:
            try:
                assert clauses.clause(route_of(kind, level).clause)
            except NoRoute:
                refused.append((kind, level))
    provinces = [(each, Level.PROVINCE) for each in (Kind.CENTRE, Kind.CONDUCT, Kind.HANDLING)]
    assert set(refused) == {(Kind.CENTRE, level) for level in BODIES} | set(provinces)


@pytest.mark.clause("4.6.b-2")
def test_two_days_to_accept_five_to_ask_fifteen_to_answer_two_to_publish() -> None:
    clock = Clock(Facts(FRIDAY, FRIDAY, answered_at=moment("2024-05-22 15:00")), CALENDAR)
    assert clock.accept_by() == moment("2024-05-03 17:00")
    assert clock.ask_more_by() == moment("2024-05-07 17:00")
    assert clock.answer_by() == moment("2024-05-21 17:00")
    assert clock.publish_by() == moment("2024-05-24 17:00")
    assert Clock(Facts(FRIDAY, FRIDAY), CALENDAR).publish_by() is None


@pytest.mark.clause("4.6.b-2")
def test_changing_hands_does_not_move_the_answer_and_completing_begins_it_anew() -> None:
    later = moment("2024-05-06 09:00")
    moved = Clock(Facts(FRIDAY, later), CALENDAR)
    assert (moved.accept_by(), moved.answer_by()) == (moment("2024-05-08 17:00"), moment("2024-05-21 17:00"))
    completed = Clock(Facts(FRIDAY, FRIDAY, completed_at=later), CALENDAR)
    assert completed.answer_by() == moment("2024-05-27 17:00")
