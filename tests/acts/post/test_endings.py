"""How a consignment ends, and the dossier with it."""

from datetime import timedelta

import pytest

from motcua.domain.dossiers import stages
from motcua.domain.dossiers.delivery import consigned
from motcua.domain.dossiers.delivery.models import Delivery, Parcel
from motcua.domain.messages.models import Message
from motcua.domain.papers import issuing
from motcua.domain.post import endings, movements
from motcua.domain.post.consigning import NotNow
from motcua.domain.post.endings import Found, NoReceipt
from motcua.domain.post.models import Loss
from motcua.domain.post.terms import Remedy, State
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.posted import AT_THE_DOOR, GIVEN, LATER, Desk, receipt, said
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]


def test_with_the_receipt_the_dossier_is_delivered_on_the_day_of_the_postman(desk: Desk, world: World) -> None:
    dossier = world.at_centre()
    (one,) = desk.given(desk.result(dossier))
    consigned.delivered(one, handed_out=receipt(collected=76_000), by=desk.ngoc, at=LATER)
    dossier, one = world.again(dossier), desk.again(one)
    assert (dossier.stage, dossier.delivered_at, dossier.delivered_to) == (
        stages.Stage.DELIVERED,
        AT_THE_DOOR,
        "Nguyễn Văn An",
    )
    assert Delivery.objects.get(dossier=dossier).how == "post"
    assert (one.state, one.collected) == (State.DELIVERED, 76_000)
    assert (one.receipt.handed_out_at, one.receipt.kept_by) == (AT_THE_DOOR, desk.ngoc)


def test_without_a_receipt_a_recipient_or_a_possible_day_nothing_is_delivered(desk: Desk, world: World) -> None:
    dossier = world.at_centre()
    (one,) = desk.given(desk.result(dossier))
    for wrong, says in (
        (receipt(proof=None), "giấy báo phát"),
        (receipt(recipient=" "), "tên người nhận"),
        (receipt(GIVEN - timedelta(hours=1)), "sau khi giao"),
        (receipt(LATER + timedelta(hours=1)), "tương lai"),
    ):
        with pytest.raises(NoReceipt, match=says):
            consigned.delivered(one, handed_out=wrong, by=desk.ngoc, at=LATER)
    with pytest.raises(NotAllowed):
        consigned.delivered(one, handed_out=receipt(), by=world["hoa"], at=LATER)
    assert world.again(dossier).stage == stages.Stage.AT_CENTRE
    assert desk.again(one).state == State.WITH_POST


def test_what_comes_back_lies_at_the_centre_again_and_can_be_sent_anew(desk: Desk, world: World) -> None:
    dossier = world.at_centre()
    (one,) = desk.given(desk.result(dossier))
    with pytest.raises(Refused, match="lý do"):
        consigned.came_back(one, reason=" ", by=desk.ngoc, at=LATER)
    consigned.came_back(one, reason="Phát ba lần, vắng nhà", by=desk.ngoc, at=LATER)
    assert desk.again(one).state == State.CAME_BACK
    assert Parcel.objects.get().ended == "came_back"
    with pytest.raises(NotNow):
        consigned.came_back(one, reason="Vắng nhà", by=desk.ngoc, at=LATER)
    assert desk.result(world.again(dossier)).state == State.ORDERED


def test_a_lost_result_is_traced_admitted_in_a_letter_and_owed_still(desk: Desk, world: World) -> None:
    dossier = world.at_centre()
    (one,) = desk.given(desk.result(dossier))
    why = {"remedy": Remedy.PRINTED_ANEW, "explanation": "Bưu cục Kỳ Thượng tra tìm ba ngày không thấy"}
    with pytest.raises(NotNow):
        consigned.lost(one, **why, by=desk.ngoc, at=LATER)
    with pytest.raises(Refused, match="vì sao"):
        endings.report_missing(one, reason=" ", by=desk.ngoc, at=LATER)
    endings.report_missing(one, reason="Người dân báo chưa nhận được", by=desk.ngoc, at=LATER)
    with pytest.raises(Refused, match="không ứng"):
        consigned.lost(one, **why | {"remedy": Remedy.PAPERS_REPLACED}, by=desk.ngoc, at=LATER)
    with pytest.raises(Refused, match="tra tìm"):
        consigned.lost(one, **why | {"explanation": " "}, by=desk.ngoc, at=LATER)
    consigned.lost(one, **why, by=desk.ngoc, at=LATER)
    loss = Loss.objects.get()
    assert loss.paper.shown_number == "01/TXL"
    assert issuing.bytes_of(loss.paper, at=LATER).startswith(b"%PDF")
    assert Parcel.objects.get().ended == "lost"
    assert world.again(dossier).stage == stages.Stage.AT_CENTRE
    assert desk.result(world.again(dossier)).state == State.ORDERED


def test_a_missing_consignment_that_is_found_goes_on(desk: Desk) -> None:
    (one,) = desk.given()
    endings.report_missing(one, reason="Mười ngày không có tin", by=desk.ngoc, at=LATER)
    consigned.delivered(desk.again(one), handed_out=receipt(), by=desk.ngoc, at=LATER)
    assert desk.again(one).state == State.DELIVERED


@pytest.mark.clause("4.1.c", "5.1.d")
def test_what_the_post_brought_is_opened_and_compared(desk: Desk, world: World) -> None:
    one = desk.pick_up()
    with pytest.raises(NotNow):
        endings.open_consignment(one, found=[Found("Bản chính", True)], by=desk.lan, at=LATER)
    movements.note_word(one, word=said("handed_out", one.number), by=desk.lan, at=LATER)
    with pytest.raises(Refused, match="những giấy tờ gì"):
        endings.open_consignment(one, found=[], by=desk.lan, at=LATER)
    with pytest.raises(NotAllowed):
        endings.open_consignment(one, found=[Found("Bản chính", True)], by=world["hoa"], at=LATER)
    found = [Found("Giấy đề nghị", True), Found("Bản sao căn cước", False)]
    one = endings.open_consignment(one, found=found, note="Phong bì còn nguyên", by=desk.lan, at=LATER)
    assert one.state == State.OPENED
    assert [each["there"] for each in one.contents] == [True, False]
    assert list(Message.objects.values_list("kind", "about", "address")) == [
        ("papers_opened", one.about_code, one.phone)
    ]


@pytest.mark.clause("4.1.e")
def test_lost_papers_of_a_citizen_are_replaced_not_printed_anew(desk: Desk) -> None:
    one = desk.pick_up()
    movements.note_word(one, word=said("taken", one.number), by=desk.lan, at=LATER)
    endings.report_missing(one, reason="Không về đến Trung tâm", by=desk.lan, at=LATER)
    given = {"explanation": "Bưu tá làm mất túi thư", "by": desk.lan, "at": LATER}
    with pytest.raises(Refused, match="không ứng"):
        endings.declare_lost(one, remedy=Remedy.REISSUED, **given)
    assert endings.declare_lost(one, remedy=Remedy.PAPERS_REPLACED, **given).paper.form_code == "lost_parcel"
    assert list(Message.objects.values_list("kind", flat=True)) == ["papers_lost"]


@pytest.mark.clause("4.1.e")
def test_a_difference_is_explained_and_nothing_else(desk: Desk) -> None:
    (one,) = desk.given()
    with pytest.raises(Refused, match="không có chênh lệch"):
        endings.explain_difference(one, why="Miễn lệ phí", by=desk.ngoc, at=LATER)
    consigned.delivered(one, handed_out=receipt(collected=26_000), by=desk.ngoc, at=LATER)
    with pytest.raises(Refused, match="vì sao"):
        endings.explain_difference(one, why=" ", by=desk.ngoc, at=LATER)
    assert endings.explain_difference(one, why="Miễn lệ phí hộ nghèo", by=desk.ngoc, at=LATER).difference == -50_000
