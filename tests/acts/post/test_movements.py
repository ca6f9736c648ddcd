"""What the carrier says: once, in order, believed as far as it can be true, and what fits nothing waits for people."""

from datetime import timedelta

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.post import movements
from motcua.domain.post import queries as consignments
from motcua.domain.post.consigning import NotNow
from motcua.domain.post.models import Movement
from motcua.domain.post.movements import NotOurs
from motcua.domain.post.signs import ByCarrier
from motcua.domain.post.terms import State
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.posted import AT_THE_DOOR, LATER, Desk, said
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]
BY = {"carrier": "counter", "by": ByCarrier(), "at": LATER}


def test_ten_repeats_of_a_word_are_one(desk: Desk) -> None:
    (one,) = desk.given()
    word = said("handed_out", one.number, collected=76_000)
    for _ in range(10):
        movements.hear(word, **BY)
    assert Movement.objects.count() == 1
    assert Entry.objects.filter(act="hear").count() == 1
    one = desk.again(one)
    assert (one.state, one.collected, one.difference) == (State.HANDED_OUT, 76_000, 0)


def test_words_out_of_order_end_where_the_last_of_them_leads(desk: Desk) -> None:
    (one,) = desk.given()
    movements.hear(said("handed_out", one.number, AT_THE_DOOR), **BY)
    before = movements.hear(said("not_reached", one.number, AT_THE_DOOR - timedelta(hours=5)), **BY)
    assert desk.again(one).state == State.HANDED_OUT
    assert not before.counted


def test_what_lies_in_the_future_is_not_believed(desk: Desk) -> None:
    (one,) = desk.given()
    assert not movements.hear(said("handed_out", one.number, LATER + timedelta(days=1)), **BY).counted
    assert desk.again(one).state == State.WITH_POST


def test_a_word_that_leads_nowhere_is_kept_without_effect(desk: Desk) -> None:
    one = desk.result()
    assert not movements.hear(said("handed_out", one.number), **BY).counted
    assert desk.again(one).state == State.ORDERED


def test_a_lie_about_the_amount_is_seen(desk: Desk) -> None:
    (one,) = desk.given()
    movements.hear(said("handed_out", one.number, collected=10_000), **BY)
    (seen,) = consignments.differences(desk.ngoc, LATER, Place()).rows
    assert seen.difference == -66_000


def test_a_strange_number_waits_until_somebody_matches_it(desk: Desk, world: World) -> None:
    (one,) = desk.given()
    heard = movements.hear(said("not_reached", "EQ404VN"), **BY)
    (strange,) = consignments.strange(desk.ngoc, LATER, Place()).rows
    assert strange == heard
    with pytest.raises(NotAllowed):
        movements.match_word(heard, one=one, by=world["hoa"], at=LATER)
    assert movements.match_word(heard, one=one, by=desk.ngoc, at=LATER).counted
    assert desk.again(one).state == State.HELD_UP
    with pytest.raises(NotOurs, match="đã được xử lý"):
        movements.match_word(heard, one=one, by=desk.ngoc, at=LATER)
    assert consignments.strange(desk.ngoc, LATER, Place()).rows == []


def test_a_word_of_another_carrier_is_not_matched(desk: Desk) -> None:
    (one,) = desk.given()
    heard = movements.hear(said("moved", "EQ404VN"), carrier="http", by=ByCarrier(), at=LATER)
    with pytest.raises(NotOurs, match="bưu chính khác"):
        movements.match_word(heard, one=one, by=desk.ngoc, at=LATER)


def test_a_word_about_nothing_of_ours_is_dropped_with_the_reason(desk: Desk, world: World) -> None:
    heard = movements.hear(said("moved", "EQ404VN"), **BY)
    with pytest.raises(Refused, match="vì sao"):
        movements.drop_word(heard, why=" ", by=desk.ngoc, at=LATER)
    with pytest.raises(NotAllowed):
        movements.drop_word(heard, why="Của tỉnh khác", by=world["hoa"], at=LATER)
    movements.drop_word(heard, why="Của tỉnh khác", by=desk.ngoc, at=LATER)
    with pytest.raises(NotOurs):
        movements.drop_word(heard, why="Của tỉnh khác", by=desk.ngoc, at=LATER)


@pytest.mark.clause("4.1.c")
def test_the_counter_keys_in_what_the_postman_says(desk: Desk, world: World) -> None:
    one = desk.pick_up()
    with pytest.raises(NotAllowed):
        movements.note_word(one, word=said("taken", one.number), by=world["hoa"], at=LATER)
    movements.note_word(one, word=said("taken", one.number), by=desk.lan, at=LATER)
    with pytest.raises(NotNow, match="sau tin trước"):
        movements.note_word(one, word=said("handed_out", one.number, AT_THE_DOOR - timedelta(1)), by=desk.lan, at=LATER)
    with pytest.raises(NotNow, match="tương lai"):
        movements.note_word(one, word=said("handed_out", one.number, LATER + timedelta(1)), by=desk.lan, at=LATER)
    movements.note_word(one, word=said("handed_out", one.number), by=desk.lan, at=LATER)
    assert desk.again(one).state == State.ARRIVED
    with pytest.raises(NotNow, match="không ghi được"):
        movements.note_word(one, word=said("taken", one.number), by=desk.lan, at=LATER)
