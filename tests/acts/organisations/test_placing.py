"""The administrator enters networks and devices of the one-stops, and what was permitted for a time."""

from datetime import date
from uuid import uuid4

import pytest

from motcua.domain.journal.queries import entries
from motcua.domain.organisations import placing
from motcua.domain.organisations.places import place_of
from motcua.domain.regulation.answers import NotAllowed
from tests.people import CENTRE, PLANNING
from tests.world import moment

AT = moment("2024-05-27")
pytestmark = [pytest.mark.clause("5.1.c-2"), pytest.mark.usefixtures("networks_anew")]


def test_a_network_counts_from_when_it_is_entered_until_it_is_closed(world):
    given = {"cidr": "10.20.30.9/24", "label": "tầng 2", "by": world["kien"], "at": AT}
    made = placing.add_approval_network(world.offices[CENTRE], **given)
    assert place_of("10.20.30.1", "", placing.known("")).name == f"{world.offices[CENTRE].name} (tầng 2)"
    with pytest.raises(placing.BadPlace, match="đã được khai báo"):
        placing.add_approval_network(world.offices[CENTRE], **given)
    placing.close_approval_network(made, by=world["kien"], at=AT)
    assert not place_of("10.20.30.1", "", placing.known("")).at_centre
    with pytest.raises(placing.BadPlace, match="đã thôi dùng"):
        placing.close_approval_network(made, by=world["kien"], at=AT)
    assert [each.act for each in entries(world.offices[CENTRE])][:2].count("close_approval_network") <= 1


def test_a_department_is_no_place_of_approval_and_nonsense_is_no_network(world):
    given = {"label": "mạng", "by": world["kien"], "at": AT}
    with pytest.raises(placing.BadPlace, match="một cửa"):
        placing.add_approval_network(world.offices[PLANNING], cidr="10.1.0.0/16", **given)
    with pytest.raises(placing.BadPlace, match="quá rộng"):
        placing.add_approval_network(world.offices[CENTRE], cidr="0.0.0.0/0", **given)


def test_only_administrators_say_where_the_centre_is(world):
    with pytest.raises(NotAllowed):
        placing.add_approval_network(world.offices[CENTRE], cidr="10.1.0.0/16", label="nhà", by=world["minh"], at=AT)


def test_a_device_counts_until_it_is_taken_back(world):
    key = uuid4()
    made = placing.enrol_device(world.offices[CENTRE], key=key, name="máy phòng họp", by=world["kien"], at=AT)
    assert place_of("", str(key), placing.known(str(key))).at_centre
    placing.revoke_device(made, reason="Mất máy", by=world["kien"], at=AT)
    assert not place_of("", str(key), placing.known(str(key))).at_centre
    with pytest.raises(placing.BadPlace, match="thu hồi từ trước"):
        placing.revoke_device(made, reason="Mất máy", by=world["kien"], at=AT)


def test_a_permit_lasts_its_days_and_can_be_ended_early(world):
    days = placing.Days("Công văn 12/UBND", date(2024, 5, 20), date(2024, 6, 10))
    made = placing.allow_elsewhere(world.offices[PLANNING], days=days, by=world["kien"], at=AT)
    planning = world.offices[PLANNING].pk
    assert placing.permitted_elsewhere(planning, date(2024, 5, 24)) is None  # never for days that are over
    assert placing.permitted_elsewhere(planning, date(2024, 6, 10)) == made
    placing.end_elsewhere(made, by=world["kien"], at=AT)
    assert placing.permitted_elsewhere(planning, date(2024, 5, 28)) is None
    with pytest.raises(placing.BadPlace, match="hết hạn"):
        placing.end_elsewhere(made, by=world["kien"], at=AT)
