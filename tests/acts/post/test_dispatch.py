"""The list that leaves with the postman: scanned, signed, and what he leaves goes on the next."""

import pytest

from motcua.domain.dossiers.delivery import consigned
from motcua.domain.dossiers.delivery.models import Parcel
from motcua.domain.papers import issuing
from motcua.domain.post import consigning, dispatch
from motcua.domain.post.dispatch import DispatchClosed, NothingToDispatch, NotOnDispatch
from motcua.domain.post.terms import LineState, State
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.people import CENTRE
from tests.posted import GIVEN, LATER, Desk
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]
PAN = "Lò Văn Pán, thẻ 118"


def test_what_the_postman_takes_is_with_the_post_and_what_he_leaves_waits(desk: Desk, world: World) -> None:
    taken, left = desk.result(), desk.result()
    one = desk.drawn_up()
    dispatch.scan_parcel(one, consignment=taken, by=desk.ngoc, at=GIVEN)
    one = consigned.give_to_postman(one, postman=PAN, by=desk.ngoc, at=GIVEN)
    assert [line.state for line in one.lines.order_by("position")] == [LineState.TAKEN, LineState.LEFT]
    assert (desk.again(taken).state, desk.again(left).state) == (State.WITH_POST, State.ORDERED)
    assert Parcel.objects.get().number == taken.number
    assert issuing.bytes_of(one.paper, at=GIVEN).startswith(b"%PDF")
    assert one.paper.shown_number == "01/BKBC"
    following = dispatch.draw_up_dispatch(world.offices[CENTRE], by=desk.ngoc, at=LATER)
    assert [line.consignment_id for line in following.lines.all()] == [left.pk]


def test_what_was_made_ready_meanwhile_is_added_when_it_is_scanned(desk: Desk) -> None:
    desk.result()
    one = desk.drawn_up()
    late = desk.result()
    assert dispatch.scan_parcel(one, consignment=late, by=desk.ngoc, at=GIVEN).position == 2


def test_a_wrong_parcel_is_refused_with_the_reason(desk: Desk) -> None:
    first = desk.result()
    (gone,) = desk.given(first)
    second = desk.result()
    one = desk.drawn_up()
    with pytest.raises(NotOnDispatch, match="không chờ giao"):
        dispatch.scan_parcel(one, consignment=gone, by=desk.ngoc, at=GIVEN)
    dispatch.scan_parcel(one, consignment=second, by=desk.ngoc, at=GIVEN)
    with pytest.raises(NotOnDispatch, match="đã được quét"):
        dispatch.scan_parcel(one, consignment=second, by=desk.ngoc, at=GIVEN)


def test_there_is_one_open_list_and_none_of_nothing(desk: Desk) -> None:
    with pytest.raises(NothingToDispatch, match="Không có bưu gửi nào"):
        desk.drawn_up()
    desk.result()
    desk.drawn_up()
    with pytest.raises(NothingToDispatch, match="chưa giao xong"):
        desk.drawn_up()


def test_nobody_signs_for_nothing_for_nobody_or_twice(desk: Desk, world: World) -> None:
    waiting = desk.result()
    one = desk.drawn_up()
    with pytest.raises(NothingToDispatch, match="Chưa quét"):
        consigned.give_to_postman(one, postman=PAN, by=desk.ngoc, at=GIVEN)
    dispatch.scan_parcel(one, consignment=waiting, by=desk.ngoc, at=GIVEN)
    with pytest.raises(Refused, match="bưu tá"):
        consigned.give_to_postman(one, postman=" ", by=desk.ngoc, at=GIVEN)
    with pytest.raises(NotAllowed):
        consigned.give_to_postman(one, postman=PAN, by=world["hoa"], at=GIVEN)
    consigned.give_to_postman(one, postman=PAN, by=desk.ngoc, at=GIVEN)
    with pytest.raises(DispatchClosed, match="Đỗ Bích Ngọc đã giao"):
        consigned.give_to_postman(one, postman=PAN, by=desk.ngoc, at=LATER)
    with pytest.raises(DispatchClosed):
        dispatch.scan_parcel(one, consignment=waiting, by=desk.ngoc, at=LATER)


def test_what_is_cancelled_leaves_the_open_list(desk: Desk) -> None:
    first, second = desk.result(), desk.result()
    one = desk.drawn_up()
    for each in (first, second):
        dispatch.scan_parcel(one, consignment=each, by=desk.ngoc, at=GIVEN)
    consigning.cancel_consignment(desk.again(first), reason="Người dân đến nhận", by=desk.ngoc, at=GIVEN)
    consigned.give_to_postman(one, postman=PAN, by=desk.ngoc, at=GIVEN)
    assert (desk.again(first).state, desk.again(second).state) == (State.CANCELLED, State.WITH_POST)
