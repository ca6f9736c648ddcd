"""Leaders approve at the Centre every day: who did, when, how many, and on which days not."""

from datetime import date

import pytest

from motcua.domain.dossiers import decision
from motcua.domain.dossiers.approving import attendance
from motcua.domain.organisations import absences, placing
from motcua.domain.organisations.places import Place
from motcua.domain.working_days.queries import calendar_for
from tests.people import PLANNING
from tests.world import moment

pytestmark = pytest.mark.clause("5.1.c-2")
MONDAY, FRIDAY = date(2024, 5, 27), date(2024, 5, 31)


def week(world) -> attendance.Leader:
    (minh,) = attendance.attendance(MONDAY, FRIDAY, calendar_for())
    assert minh.officer_id == world["minh"].pk
    return minh


def test_first_last_and_how_many_and_what_had_waited(world):
    early, late = world.at_approval("2024-05-27"), world.at_approval("2024-05-27")
    decision.approve(world.task(early), by=world["minh"], at=moment("2024-05-29 08:05"))
    decision.reject(world.task(late), reason="Không đủ vốn", by=world["minh"], at=moment("2024-05-29 16:20"))
    day = week(world).on(date(2024, 5, 29))
    assert (day.first, day.last) == (moment("2024-05-29 08:05"), moment("2024-05-29 16:20"))
    assert (day.at_centre, day.waited, day.elsewhere) == (2, 2, 0)


def test_days_without_a_decision_are_named_but_not_those_of_leave(world):
    leave = absences.Leave(date(2024, 5, 30), FRIDAY, "Đi công tác")
    instead = {"office": world.offices[PLANNING], "substitute": world["quang"], "leave": leave}
    from motcua.domain.organisations import acts
    from motcua.domain.organisations.policies import Founder

    position = acts.Position(world.offices[PLANNING], "Giám đốc", ("approve",))
    acts.appoint(world["quang"], position=position, from_on=MONDAY, by=Founder(), at=moment("2024-05-27"))
    absences.enter_absence(world["minh"], **instead, by=world["minh"], at=moment("2024-05-27"))
    decision.approve(world.task(world.at_approval()), by=world["minh"], at=moment("2024-05-28"))
    days = attendance.working_days(MONDAY, FRIDAY, calendar_for())
    assert week(world).missing(days) == [MONDAY, date(2024, 5, 29)]


def test_what_was_decided_elsewhere_is_no_attendance(world):
    permit = placing.Days("Công văn 12/UBND", MONDAY, FRIDAY)
    placing.allow_elsewhere(world.offices[PLANNING], days=permit, by=world["kien"], at=moment("2024-05-27"))
    away = Place("ngoài Trung tâm (địa chỉ mạng 113.160.12.7)", at_centre=False)
    given = {"at": moment("2024-05-28"), "at_place": away, "explanation": "Đi công tác"}
    decision.approve(world.task(world.at_approval()), by=world["minh"], **given)
    minh = week(world)
    assert (minh.on(date(2024, 5, 28)).at_centre, minh.on(date(2024, 5, 28)).elsewhere) == (0, 1)
    assert date(2024, 5, 28) in minh.missing([date(2024, 5, 28)])
