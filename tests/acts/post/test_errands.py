"""Telling a post over HTTP that misbehaves: nothing is ordered twice, nothing is lost, what is given up is seen."""

from datetime import timedelta

import pytest
from django.db import transaction

from motcua.domain.journal.acts import together
from motcua.domain.post import consigning, errands
from motcua.domain.post import queries as consignments
from motcua.domain.post.consigning import NotNow
from motcua.domain.post.errands import PAUSES
from motcua.domain.post.models import Consignment
from motcua.domain.post.terms import Errand, State
from motcua.domain.regulation.answers import NotAllowed
from tests.acts.messages.conftest import Clock
from tests.carrier import CUTS, HANGS, Simulator
from tests.posted import LATER, ORDERED, Desk
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c")]


@pytest.fixture
def clock() -> Clock:
    return Clock(ORDERED)


def test_an_order_goes_out_signed_with_all_the_postman_needs(desk: Desk, carrier: Simulator, clock: Clock) -> None:
    one = desk.pick_up()
    assert (one.number, one.errand) == ("", Errand.ORDER)
    assert errands.run_errands(clock) == 1
    ((what, body),) = carrier.asked
    assert what == "orders"
    assert body["home"]["commune"] == "Xã Kỳ Thượng"
    assert (body["id"], body["collect"], body["direction"]) == (str(one.key), 26_000, "pick_up")
    assert carrier.badly_signed == 0
    one = desk.again(one)
    assert (one.number, one.errand, one.errand_at) == ("EQ1000VN", "", None)
    assert errands.run_errands(clock.after(hours=9)) == 0


@pytest.mark.parametrize("fault", [HANGS, CUTS, 500, 503, 429, (200, {"number": 7}), (200, {}), (200, {"number": ""})])
def test_what_was_not_answered_well_is_asked_again_under_the_same_key(
    desk: Desk, carrier: Simulator, clock: Clock, fault: object
) -> None:
    one = desk.pick_up()
    carrier.answers = [fault]  # type: ignore[list-item]
    assert errands.run_errands(clock) == 0
    one = desk.again(one)
    assert one.errand_at == ORDERED + PAUSES[0]
    assert one.errand_why
    assert errands.run_errands(clock.after(seconds=30)) == 0
    assert errands.run_errands(clock.after(minutes=1)) == 1
    assert {body["id"] for _, body in carrier.asked} == {str(one.key)}
    assert len(carrier.orders) == 1
    assert desk.again(one).number == "EQ1000VN"


def test_after_growing_pauses_it_is_given_up_where_people_see_it(
    desk: Desk, world: World, carrier: Simulator, clock: Clock
) -> None:
    one = desk.pick_up()
    carrier.answers = [500] * 20
    for _ in range(12):
        errands.run_errands(clock)
        clock.after(hours=5)
    assert len(carrier.asked) == len(PAUSES) + 1
    one = desk.again(one)
    assert one.given_up
    assert "500 bảo trì hệ thống" in one.errand_why
    assert consignments.needing_attention(desk.lan, LATER) == 1
    with pytest.raises(NotAllowed):
        consigning.try_again(one, by=world["hoa"], at=LATER)
    carrier.answers = []
    consigning.try_again(one, by=desk.lan, at=clock())
    assert errands.run_errands(clock) == 1
    with pytest.raises(NotNow):
        consigning.try_again(one, by=desk.lan, at=LATER)


def test_who_says_no_is_not_asked_again(desk: Desk, carrier: Simulator, clock: Clock) -> None:
    one = desk.pick_up()
    carrier.answers = [422]
    errands.run_errands(clock)
    assert desk.again(one).given_up


def test_a_number_that_is_given_twice_is_not_believed(desk: Desk, carrier: Simulator, clock: Clock) -> None:
    first, second = desk.pick_up(), desk.pick_up("submission/8", "NT2")
    carrier.same_number = "EQ1VN"
    errands.run_errands(clock)
    first, second = desk.again(first), desk.again(second)
    assert {first.number, second.number} == {"EQ1VN", ""}
    refused = first if first.given_up else second
    assert "đã dùng cho một bưu gửi khác" in refused.errand_why
    assert consigning.give_number(refused, number="EQ2VN", by=desk.lan, at=LATER).number == "EQ2VN"


def test_what_is_cancelled_is_told_to_the_post_that_knows_of_it(desk: Desk, carrier: Simulator, clock: Clock) -> None:
    known, unknown = desk.pick_up(), None
    errands.run_errands(clock)
    consigning.cancel_consignment(known, reason="Tự mang đến", by=desk.lan, at=LATER)
    unknown = desk.pick_up("submission/8", "NT2")
    consigning.cancel_consignment(unknown, reason="Tự mang đến", by=desk.lan, at=LATER)
    errands.run_errands(clock.after(days=3))
    assert carrier.cancelled == [str(known.key)]
    assert desk.again(unknown).errand == ""
    assert desk.again(known).state == State.CANCELLED


def test_a_worker_that_fell_leaves_its_order_to_the_next(desk: Desk, carrier: Simulator, clock: Clock) -> None:
    one = desk.pick_up()
    Consignment.objects.filter(pk=one.pk).update(errand_tries=1, errand_at=ORDERED + errands.CLAIMED_FOR)
    assert errands.run_errands(clock) == 0
    assert errands.run_errands(clock.after(minutes=6)) == 1


def test_a_post_that_is_down_is_left_alone_until_the_next_run(desk: Desk, carrier: Simulator, clock: Clock) -> None:
    for number in range(6):
        desk.pick_up(f"submission/{number}", f"NT{number}")
    carrier.answers = [500] * 9
    errands.run_errands(clock)
    assert len(carrier.asked) == errands.IN_VAIN


def test_no_carrier_is_asked_inside_an_act(clock: Clock) -> None:
    with transaction.atomic(), together(), pytest.raises(RuntimeError):
        errands.run_errands(clock)
    assert clock() + timedelta(0) == ORDERED
