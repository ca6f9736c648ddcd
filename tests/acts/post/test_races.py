"""Eight at once at the postal desk: one wins, the others read why not, and the books hold."""

import pytest

from motcua.domain.dossiers.delivery import checks as delivery
from motcua.domain.dossiers.delivery import consigned
from motcua.domain.post import checks, consigning, dispatch, endings, errands, movements, settling
from motcua.domain.post.carriers import SettledReport
from motcua.domain.post.consigning import Order
from motcua.domain.post.endings import Found
from motcua.domain.post.models import Consignment, Movement, Settlement
from motcua.domain.post.signs import ByCarrier
from motcua.domain.post.terms import Direction, Remedy, State
from tests.acts.messages.conftest import Clock
from tests.carrier import Simulator
from tests.people import CENTRE
from tests.posted import AN_AT_HOME, GIVEN, LATER, ORDERED, Desk, receipt, said
from tests.racing import all_follow, at_once, one_wins
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.e", "4.1.c")]


def holds() -> None:
    assert list(checks.faults()) == []
    assert list(delivery.faults()) == []


def test_ordered_numbered_cancelled_and_tried_again_once(
    transactional_db, desk: Desk, world: World, carrier: Simulator
) -> None:
    lan = world["lan"]
    order = Order(Direction.PICK_UP, "submission/7", "NT1", "Giấy tờ", world.offices[CENTRE], AN_AT_HOME)
    one = one_wins(consigning.order_consignment, order, by=lan, at=ORDERED)
    Consignment.objects.filter(pk=one.pk).update(errand_at=None)
    one_wins(consigning.try_again, one, by=lan, at=ORDERED)
    one_wins(consigning.give_number, one, number="EQ1VN", by=lan, at=ORDERED)
    all_follow(consigning.wish_for_post, "submission/7", home=AN_AT_HOME, by=lan, at=ORDERED)
    at_once(lambda _: consigning.carry_over("submission/7", to="dossier/1", code="H1", by=lan, at=ORDERED))
    one_wins(consigning.cancel_consignment, one, reason="Tự mang đến", by=lan, at=LATER)
    assert Consignment.objects.get().about == "dossier/1"
    holds()


def test_eight_workers_tell_the_post_once(transactional_db, desk: Desk, carrier: Simulator) -> None:
    desk.pick_up()
    assert sum(at_once(lambda _: errands.run_errands(Clock(ORDERED)))) == 1
    assert len(carrier.asked) == 1


def test_one_list_is_drawn_up_scanned_and_signed_once(transactional_db, desk: Desk, world: World) -> None:
    ngoc, waiting = world["ngoc"], desk.result()
    one = one_wins(dispatch.draw_up_dispatch, world.offices[CENTRE], by=ngoc, at=ORDERED)
    one_wins(dispatch.scan_parcel, one, consignment=waiting, by=ngoc, at=GIVEN)
    done = at_once(lambda _: consigned.give_to_postman(one, postman="Lò Văn Pán", by=ngoc, at=GIVEN))
    assert len([each for each in done if not isinstance(each, dispatch.DispatchClosed)]) == 1
    holds()


def test_the_list_is_closed_by_itself_once_too(transactional_db, desk: Desk, world: World) -> None:
    ngoc = world["ngoc"]
    one = desk.drawn_up() if desk.result() else None
    dispatch.scan_parcel(one, consignment=Consignment.objects.get(), by=ngoc, at=GIVEN)
    done = at_once(lambda _: dispatch.close_dispatch(one, postman="Lò Văn Pán", by=ngoc, at=GIVEN))
    assert len([each for each in done if not isinstance(each, dispatch.DispatchClosed)]) == 1


def test_ten_words_at_once_are_one_and_a_strange_one_is_matched_once(
    transactional_db, desk: Desk, world: World
) -> None:
    (one,), lan = desk.given(), world["lan"]
    by = {"carrier": "counter", "by": ByCarrier(), "at": LATER}
    word, strange = said("handed_out", one.number, collected=1), said("moved", "EQ404VN")
    at_once(lambda number: movements.hear(strange if number % 2 else word, **by))
    assert Movement.objects.count() == 2
    heard = Movement.objects.get(number="EQ404VN")
    one_wins(movements.match_word, heard, one=one, by=lan, at=LATER)
    other = movements.hear(said("moved", "EQ405VN"), **by)
    one_wins(movements.drop_word, other, why="Của tỉnh khác", by=lan, at=LATER)
    holds()


def test_noted_opened_and_lost_once(transactional_db, desk: Desk, world: World) -> None:
    lan, one = world["lan"], desk.pick_up()
    one_wins(movements.note_word, one, word=said("taken", one.number), by=lan, at=LATER)
    one_wins(endings.report_missing, one, reason="Không về đến nơi", by=lan, at=LATER)
    given = {"remedy": Remedy.PAPERS_REPLACED, "explanation": "Mất túi thư", "by": lan, "at": LATER}
    one_wins(endings.declare_lost, one, **given)
    other = desk.pick_up("submission/8", "NT2")
    movements.note_word(other, word=said("handed_out", other.number), by=lan, at=LATER)
    one_wins(endings.open_consignment, other, found=[Found("Bản chính", True)], by=lan, at=LATER)
    holds()


def test_handed_out_brought_back_and_lost_once(transactional_db, desk: Desk, world: World) -> None:
    ngoc = world["ngoc"]
    first, second, third = desk.given(*(desk.result() for _ in range(3)))
    done = at_once(lambda _: consigned.delivered(first, handed_out=receipt(collected=1), by=ngoc, at=LATER))
    assert done.count(None) == 1
    done = at_once(lambda _: consigned.came_back(second, reason="Vắng nhà", by=ngoc, at=LATER))
    assert done.count(None) == 1
    endings.report_missing(third, reason="Không có tin", by=ngoc, at=LATER)
    lost = {"remedy": Remedy.REISSUED, "explanation": "Tra tìm không thấy", "by": ngoc, "at": LATER}
    done = at_once(lambda _: consigned.lost(third, **lost))
    assert done.count(None) == 1
    all_follow(endings.explain_difference, desk.again(first), why="Miễn lệ phí", by=ngoc, at=LATER)
    holds()


def test_a_receipt_and_a_return_at_once_are_one_of_both(transactional_db, desk: Desk, world: World) -> None:
    (one,), ngoc = desk.given(), world["ngoc"]

    def end(number: int) -> None:
        if number % 2:
            consigned.delivered(one, handed_out=receipt(), by=ngoc, at=LATER)
        else:
            consigned.came_back(one, reason="Vắng nhà", by=ngoc, at=LATER)

    assert at_once(end).count(None) == 1
    assert desk.again(one).state in (State.DELIVERED, State.CAME_BACK)
    holds()


def test_a_settlement_is_taken_in_once(transactional_db, desk: Desk, world: World) -> None:
    (one,) = desk.given()
    report = SettledReport("BK-1", LATER.date(), 5, ((one.number, 5),))
    at_once(lambda _: settling.take_in_settlement(report, carrier="counter", by=ByCarrier(), at=LATER))
    assert Settlement.objects.count() == 1
    holds()
