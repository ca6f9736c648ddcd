"""The result comes to the Centre, is kept, and reaches whom it belongs to."""

import pytest

from motcua.domain.dossiers import stages
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.models import Breach
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import World, moment

AT = moment("2024-05-29")


@pytest.mark.clause("4.1.e", "5.1.đ-1")
def test_the_result_is_handed_to_the_centre_in_time(world: World) -> None:
    dossier = world.at_centre(on="2024-05-30 17:00")
    assert (dossier.stage, dossier.finished_at) == ("at_centre", moment("2024-05-30 17:00"))
    assert world.task(dossier).kind == "return"
    assert not Breach.objects.filter(dossier=dossier).exists()


@pytest.mark.clause("5.1.đ-1")
def test_a_result_after_the_promise_is_a_breach_and_still_taken_in(world: World) -> None:
    late = {"by": world["hoa"], "at": moment("2024-05-31"), "explanation": "Máy in hỏng"}
    dossier = handover.hand_over(world.with_result(), **late)
    assert dossier.stage == "at_centre"
    assert [(each.kind, each.explanation) for each in Breach.objects.filter(dossier=dossier)] == [
        ("overrun", "Máy in hỏng")
    ]


@pytest.mark.clause("5.1.đ-1")
def test_the_delay_is_the_departments_also_when_the_centre_takes_the_result_in(world: World) -> None:
    dossier = handover.hand_over(world.with_result(), by=world["ngoc"], at=moment("2024-05-31"))
    breach = Breach.objects.get(dossier=dossier)
    assert (breach.office.code, breach.officer) == ("so-khdt", None)


@pytest.mark.clause("5.1.đ-1")
def test_a_department_can_not_deliver_its_result_itself(world: World) -> None:
    recipient = handover.Recipient("Nguyễn Văn An")
    with pytest.raises(NotAllowed):
        handover.deliver(world.at_centre(), to=recipient, by=world["hoa"], at=AT)
    with pytest.raises(stages.WrongStage):
        handover.deliver(world.with_result(), to=recipient, by=world["ngoc"], at=AT)


@pytest.mark.clause("4.1.e")
def test_an_uncollected_result_is_kept_at_a_place_and_found_again(world: World) -> None:
    with pytest.raises(Refused, match="vị trí"):
        handover.keep_uncollected(world.at_centre(), shelf=" ", by=world["ngoc"], at=AT)
    dossier = handover.keep_uncollected(world.at_centre(), shelf="K2-07", by=world["ngoc"], at=AT)
    assert (dossier.stage, dossier.shelf) == ("kept", "K2-07")
    given = handover.deliver(dossier, to=handover.Recipient("Nguyễn Văn An"), by=world["ngoc"], at=moment("2024-08-01"))
    assert (given.stage, given.shelf, given.delivered_to) == ("delivered", "", "Nguyễn Văn An")


@pytest.mark.clause("4.1.e")
def test_somebody_sent_shows_the_authority_and_who_they_are(world: World) -> None:
    dossier = world.at_centre()
    with pytest.raises(Refused, match="ủy quyền"):
        sent = handover.Recipient("Nguyễn Thị Bé", sent_by_applicant=True)
        handover.deliver(dossier, to=sent, by=world["ngoc"], at=AT)
    sent = handover.Recipient("Nguyễn Thị Bé", "022190005678", sent_by_applicant=True, authority="Giấy ủy quyền 28/5")
    assert handover.deliver(dossier, to=sent, by=world["ngoc"], at=AT).delivered_to == "Nguyễn Thị Bé"


@pytest.mark.clause("4.1.e")
def test_a_result_is_delivered_once(world: World) -> None:
    dossier, recipient = world.at_centre(), handover.Recipient("Nguyễn Văn An")
    handover.deliver(dossier, to=recipient, by=world["ngoc"], at=AT)
    with pytest.raises(stages.WrongStage, match="Đã trả kết quả"):
        handover.deliver(dossier, to=recipient, by=world["ngoc"], at=AT)


@pytest.mark.clause("5.1.e-1", "4.1.e")
def test_a_rejected_dossier_goes_back_through_the_centre_too(world: World) -> None:
    dossier = handover.hand_over(world.rejected(), by=world["hoa"], at=AT)
    assert (dossier.stage, dossier.national_code()) == ("at_centre", 8)
    delivered = handover.deliver(dossier, to=handover.Recipient("Nguyễn Văn An"), by=world["ngoc"], at=AT)
    assert delivered.national_code() == 10
