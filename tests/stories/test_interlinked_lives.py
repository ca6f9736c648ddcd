"""Whole lives of what several bodies settle: one after the other, side by side, across levels, and three as one."""

from datetime import date

import pytest

from motcua.domain.dossiers import checks, decision, delay, processing
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.filed_together import bundle_drafts
from motcua.domain.dossiers.filed_together.bundle_models import Bundle
from motcua.domain.dossiers.interlinked import passing
from motcua.domain.dossiers.interlinked.models import Leg
from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.stages import Stage
from tests.acts.dossiers.filed_together.test_bundles import drafted, filed, with_result
from tests.interlinked import BUILDING, COMMUNE, DESK, LAND, across, does, joined, leg, passes, received_at, same_level
from tests.people import CENTRE, PLANNING
from tests.world import World, moment

MONDAY, TUESDAY, WEDNESDAY = "2024-05-27 09:00", "2024-05-28 09:00", "2024-05-29 09:00"


@pytest.fixture
def province(world: World) -> World:
    """The province with a district and more departments."""
    return joined(world)


def given_out(world: World, dossier: Dossier, on: str, *, at_desk: str) -> Dossier:
    """The result is entered, comes to the desk that received the dossier, and is fetched there."""
    at = moment(on)
    decision.record_result(dossier, number="22A8001234", on=at.date(), by=world["hoa"], at=at)
    handover.hand_over(dossier, by=world["hoa"], at=at)
    return handover.deliver(dossier, to=Recipient("Nguyễn Văn An"), by=world[at_desk], at=at)


def holds() -> list[str]:
    """What must always be true and is not."""
    return [line for each in checks.invariants() for line in each.broken]


@pytest.mark.clause("5.1.đ-1")
def test_paper_walks_through_two_departments_to_the_one_that_decides(province: World) -> None:
    dossier = received_at(province, same_level(province), CENTRE, "lan", MONDAY)
    processing.transfer(dossier, by=province["lan"], at=moment(MONDAY))
    does(province, dossier, "khoa", MONDAY)
    passes(province, dossier, BUILDING, "khoa", MONDAY, to="son")
    does(province, dossier, "son", TUESDAY)
    passes(province, dossier, PLANNING, "son", TUESDAY, to="thu")
    for somebody in ("thu", "minh", "hoa"):
        dossier = does(province, dossier, somebody, WEDNESDAY)
    dossier = given_out(province, dossier, WEDNESDAY, at_desk="ngoc")
    assert dossier.stage == Stage.DELIVERED
    assert not Breach.objects.filter(dossier=dossier).exists()
    assert holds() == []


@pytest.mark.clause("5.1.đ-1")
def test_an_electronic_dossier_is_with_two_departments_at_once(province: World) -> None:
    dossier = received_at(province, same_level(province), CENTRE, "lan", MONDAY, scanned=True)
    processing.transfer(dossier, by=province["lan"], at=moment(MONDAY))
    both = Leg.objects.filter(dossier=dossier, office__code__in=[LAND, BUILDING])
    assert {row.began_at for row in both} == {moment(MONDAY)}
    for somebody in ("son", "khoa", "thu", "minh", "hoa"):
        dossier = does(province, dossier, somebody, TUESDAY)
    assert given_out(province, dossier, TUESDAY, at_desk="ngoc").finished_at < dossier.due_at
    assert holds() == []


@pytest.mark.clause("5.1.đ-1", "6.2", "7.8", "5.1.e-3")
def test_commune_district_province_and_back_with_the_district_late_and_sorry(province: World) -> None:
    dossier = received_at(province, across(province), COMMUNE, "xuan", MONDAY)
    processing.transfer(dossier, by=province["xuan"], at=moment(MONDAY))
    does(province, dossier, "xuan", TUESDAY)
    passes(province, dossier, DESK, "xuan", TUESDAY, to="yen")
    at = moment("2024-06-03 09:00")
    passing.urge_leg(leg(dossier, DESK), text="Đề nghị trích đo ngay", by=province["mai"], at=at)
    late = {"reason": "Mưa lớn, chưa trích đo được", "by": province["tuyet"], "at": at}
    passing.tell_late_leg(leg(dossier, DESK), expected_on=date(2024, 6, 5), **late)
    dossier = delay.apologise_and_reschedule(dossier, new_due_on=date(2024, 6, 10), **late)
    does(province, dossier, "yen", "2024-06-05 09:00")
    passes(province, dossier, PLANNING, "yen", "2024-06-05 09:00", to="thu")
    for somebody in ("thu", "minh", "hoa"):
        dossier = does(province, dossier, somebody, "2024-06-07 09:00")
    dossier = given_out(province, dossier, "2024-06-07 10:00", at_desk="xuan")
    assert dossier.finished_at < dossier.due_at == moment("2024-06-10 17:00")
    noted = Breach.objects.filter(dossier=dossier).values_list("kind", "office__code")
    assert list(noted) == [("late_leg", DESK)]
    assert tracking.is_late(dossier, moment("2024-06-20")) is False
    assert holds() == []


@pytest.mark.clause("5.1.đ-1", "4.1.e")
def test_birth_residence_and_health_card_are_filed_as_one_and_fetched_together(world: World) -> None:
    given = {"decision": "88/QĐ-UBND", "valid_from": date(2024, 5, 27)}
    bundle: Bundle = bundle_drafts.publish_bundle(drafted(world), **given, by=world["mai"], at=moment(MONDAY))
    filing, dossiers = filed(world, bundle)
    for number, dossier in enumerate(dossiers, start=1):
        done = with_result(world, world.again(dossier), f"{44 + number}/2024")
        handover.hand_over(done, by=world["ngoc"], at=moment(MONDAY))
    for dossier in dossiers:
        to = Recipient("Nguyễn Văn An")
        given_back = handover.deliver(dossier, to=to, by=world["ngoc"], at=moment(TUESDAY))
        assert given_back.delivered_at < filing.due_at
    assert [world.again(each).bundled.came_number for each in dossiers] == ["", "45/2024", "45/2024"]
    assert holds() == []
