"""A department's official who sits at the Centre works there for that department alone."""

import pytest

from motcua.domain.dossiers import guidance, intake, policies, queries
from motcua.domain.organisations.acts import Position, appoint
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.regulation.answers import NotAllowed
from tests.people import CENTRE, JUSTICE
from tests.world import World, moment

AT = moment("2024-05-27")
DESK_ROLES = ("receive", "return", "procedures", "watch")


@pytest.fixture
def binh(world: World) -> Officer:
    """Bình, now posted to every role of a desk by the justice department, at the Centre."""
    position = Position(world.offices[JUSTICE], "Trưởng phòng", DESK_ROLES, world.offices[CENTRE])
    appoint(world["binh"], position=position, from_on=AT.date(), by=Founder(), at=AT)
    return world["binh"]


@pytest.mark.clause("3.3-1", "5.1.đ-2")
def test_the_dossiers_of_other_departments_are_not_there_for_him(world: World, binh: Officer) -> None:
    dossier = world.at_centre()
    assert not policies.may_see(binh, dossier, AT)
    assert not queries.visible_to(binh, AT).exists()
    assert not queries.at_desk(binh, AT, "at_centre").exists()
    assert not policies.may_keep_results(binh, dossier, AT)
    assert queries.at_desk(world["ngoc"], AT, "at_centre").get() == dossier


@pytest.mark.clause("3.3-1")
def test_he_receives_and_guides_for_his_own_department_only(world: World, binh: Officer) -> None:
    with pytest.raises(NotAllowed, match="cơ quan mình"):
        intake.receive(world.filing(), by=binh, at=AT)
    with pytest.raises(NotAllowed, match="cơ quan mình"):
        intake.refuse_to_receive(world.filing(), reason="Không", by=binh, at=AT)
    asking = guidance.Asking(world.version, world.offices[CENTRE], "Nguyễn Văn An")
    with pytest.raises(NotAllowed, match="cơ quan mình"):
        guidance.guide(asking, faults=(), by=binh, at=AT)


@pytest.mark.clause("4.1.c")
def test_guidance_about_another_department_is_not_his_to_read(world: World, binh: Officer) -> None:
    asking = guidance.Asking(world.version, world.offices[CENTRE], "Nguyễn Văn An")
    guidance.guide(asking, faults=(), by=world["lan"], at=AT)
    assert not queries.guidances(binh, AT).exists()
    assert queries.guidances(world["lan"], AT).count() == 1
