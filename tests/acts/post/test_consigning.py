"""The post is asked once each way, knows where to go, and what it asks for is known before."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.dossiers.delivery import handover, post
from motcua.domain.dossiers.delivery.proofs import UnderWay
from motcua.domain.dossiers.delivery.recipients import Recipient
from motcua.domain.post import consigning
from motcua.domain.post import queries as consignments
from motcua.domain.post.carriers import own_number
from motcua.domain.post.consigning import NotNow, NumberTaken, OnItsWay
from motcua.domain.post.homes import NoSuchHome
from motcua.domain.post.models import Consignment, Wish
from motcua.domain.post.tariff import TooHeavy, postage
from motcua.domain.post.terms import State
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.posted import AN_AT_HOME, FEES, LATER, ORDERED, Desk
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.clause("4.1.c", "5.1.f")
def test_a_result_waits_for_the_postman_with_what_he_collects(desk: Desk) -> None:
    one = desk.result()
    assert (one.state, one.postage, one.to_collect) == (State.ORDERED, 26_000, 76_000)
    assert [(line.name, line.amount) for line in one.money.order_by("position")] == [
        *FEES,
        ("Cước trả kết quả tận nơi", 26_000),
    ]
    assert one.number == own_number(one.pk)
    assert len(one.number) == 11


@pytest.mark.clause("4.1.c", "5.1.f")
def test_the_tariff_knows_the_weight_the_way_and_the_day() -> None:
    on = date(2024, 5, 29)
    assert postage("22", None, on).amount == 26_000
    assert postage("01", 250, on).amount == 36_000
    assert postage("22", 2000, on).tariff.chosen
    with pytest.raises(TooHeavy, match="2000 gam"):
        postage("22", 2001, on)
    with pytest.raises(TooHeavy):
        postage("22", -1, on)


@pytest.mark.clause("4.1.c")
def test_a_second_order_the_same_way_is_refused_and_one_the_other_way_is_not(desk: Desk, world: World) -> None:
    dossier = world.at_centre()
    desk.result(dossier)
    with pytest.raises(OnItsWay, match="Đã đặt bưu chính trả kết quả"):
        desk.result(dossier)
    desk.pick_up(dossier.stream, str(dossier.code))
    assert Consignment.objects.filter(about=dossier.stream).count() == 2


@pytest.mark.clause("4.1.c")
@pytest.mark.parametrize(
    ("wrong", "says"),
    [({"commune": " "}, "xã, phường"), ({"province": "99"}, "tỉnh"), ({"phone": "12"}, "số")],
)
def test_where_the_post_would_not_find_the_way_it_is_not_sent(desk: Desk, wrong: dict[str, str], says: str) -> None:
    with pytest.raises(NoSuchHome, match=says):
        desk.result(home=replace(AN_AT_HOME, **wrong))


@pytest.mark.clause("4.1.c", "4.1.e")
def test_only_who_gives_results_out_there_has_them_brought(world: World) -> None:
    desk = Desk(world)
    desk.ngoc = world["binh"]
    with pytest.raises(NotAllowed):
        desk.result()
    desk.lan = world["mai"]
    with pytest.raises(NotAllowed, match="đặt bưu chính"):
        desk.pick_up()


@pytest.mark.clause("4.1.e")
def test_the_sticker_of_the_post_is_its_number_and_no_two_bear_the_same(desk: Desk) -> None:
    assert desk.result(number=" eq1vn ").number == "EQ1VN"
    with pytest.raises(NumberTaken, match="EQ1VN đã dùng"):
        desk.result(number="EQ1VN")


@pytest.mark.clause("4.1.c")
def test_what_was_ordered_is_cancelled_before_the_post_has_it_and_not_after(desk: Desk, world: World) -> None:
    one = desk.result()
    with pytest.raises(Refused, match="lý do"):
        consigning.cancel_consignment(one, reason=" ", by=desk.ngoc, at=LATER)
    with pytest.raises(NotAllowed):
        consigning.cancel_consignment(one, reason="Đổi ý", by=world["binh"], at=LATER)
    assert consigning.cancel_consignment(one, reason="Đổi ý", by=desk.ngoc, at=LATER).state == State.CANCELLED
    (given,) = desk.given()
    with pytest.raises(NotNow, match="bưu chính đang chuyển"):
        consigning.cancel_consignment(given, reason="Đổi ý", by=desk.ngoc, at=LATER)


@pytest.mark.clause("4.1.e")
def test_a_result_that_is_fetched_at_the_counter_does_not_wait_for_the_postman(desk: Desk, world: World) -> None:
    dossier = world.at_centre()
    one = desk.result(dossier)
    handover.deliver(dossier, to=Recipient("Nguyễn Văn An"), by=desk.ngoc, at=LATER)
    assert desk.again(one).state == State.CANCELLED


@pytest.mark.clause("4.1.e")
def test_the_counter_does_not_go_around_the_postal_desk(desk: Desk, world: World) -> None:
    dossier = world.at_centre()
    one = desk.result(dossier)
    with pytest.raises(UnderWay, match="giao theo bảng kê"):
        post.send_by_post(dossier, number="EQ9", by=desk.ngoc, at=ORDERED)
    desk.given(one)
    with pytest.raises(UnderWay, match="bàn Bưu chính"):
        post.delivered_by_post(dossier, to="Nguyễn Văn An", by=desk.ngoc, at=LATER)
    with pytest.raises(UnderWay, match="bàn Bưu chính"):
        post.take_back_parcel(dossier, reason="Vắng nhà", by=desk.ngoc, at=LATER)


@pytest.mark.clause("4.1.c", "5.1.f")
def test_where_somebody_wants_the_result_is_kept_and_follows_the_dossier(desk: Desk) -> None:
    consigning.wish_for_post("submission/7", home=AN_AT_HOME, by=desk.lan, at=ORDERED)
    again = replace(AN_AT_HOME, line="Tổ 2")
    consigning.wish_for_post("submission/7", home=again, by=desk.lan, at=ORDERED)
    one = desk.pick_up()
    moved = consigning.carry_over("submission/7", to="dossier/3", code="H49-1", by=desk.lan, at=LATER)
    assert (moved, desk.again(one).about, desk.again(one).about_code) == (1, "dossier/3", "H49-1")
    assert Wish.objects.get().home == again
    assert consignments.wish_of("dossier/3") is not None


def test_who_follows_reads_no_house_and_no_telephone(desk: Desk) -> None:
    one = desk.result()
    (shown,) = consignments.tracked([one.about])
    assert shown.to == "…, Xã Kỳ Thượng, Quảng Ninh"
    assert "Khe Lò" not in repr(shown)
    assert "912" not in repr(shown)
