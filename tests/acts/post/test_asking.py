"""Asking the post by ourselves: what it forgot to tell, and the money it says it handed on."""

from datetime import timedelta

import pytest

from motcua.domain.dossiers.delivery import consigned
from motcua.domain.listing import Place
from motcua.domain.post import asking, consigning, errands, settling
from motcua.domain.post import queries as consignments
from motcua.domain.post.carriers import SettledReport
from motcua.domain.post.carriers.reading import NotReadable, reports, words
from motcua.domain.post.models import Movement, Settlement
from motcua.domain.post.settling import NoMoney
from motcua.domain.post.signs import ByCarrier
from motcua.domain.post.terms import State
from motcua.domain.regulation.answers import NotAllowed
from tests.acts.messages.conftest import Clock
from tests.carrier import HANGS, Simulator
from tests.posted import LATER, ORDERED, Desk, receipt
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]
DAY = LATER.date()


def event(number: str, status: str, at: str, **more: object) -> dict[str, object]:
    return {"id": f"{number}-{status}-{at}", "number": number, "status": status, "at": f"{at}+07:00", **more}


def test_what_it_forgot_to_tell_is_heard_when_it_is_asked(desk: Desk, carrier: Simulator) -> None:
    one = desk.pick_up()
    errands.run_errands(Clock(ORDERED))
    number = desk.again(one).number
    carrier.events = [
        event(number, "handed_out", "2024-05-30T16:00:00"),
        event(number, "taken", "2024-05-30T08:00:00", place="Bưu cục Kỳ Thượng"),
        event(number, "taken", "2024-05-30T08:00:00"),
        event("EQ404VN", "moved", "2024-05-30T08:00:00"),
    ]
    assert asking.ask_carrier(LATER) == 3
    assert desk.again(one).state == State.ARRIVED
    assert Movement.objects.count() == 2
    assert asking.ask_carrier(LATER + timedelta(hours=2)) == 0


@pytest.mark.parametrize("answer", [HANGS, 500, (200, {"events": "không"}), (200, {"events": [{"id": "x"}]})])
def test_an_answer_that_can_not_be_read_changes_nothing(desk: Desk, carrier: Simulator, answer: object) -> None:
    one = desk.pick_up()
    errands.run_errands(Clock(ORDERED))
    carrier.answers = [answer]  # type: ignore[list-item]
    assert asking.ask_carrier(LATER) == 0
    assert desk.again(one).state == State.ORDERED


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "2024-05-30T08:00:00"},
        {"at": "hôm qua"},
        {"status": "eaten"},
        {"number": ""},
        {"number": 7},
        {"id": "x" * 81},
        {"collected": -1},
        {"collected": "76000"},
        {"collected": True},
        {"collected": 10**13},
    ],
)
def test_what_was_not_agreed_is_not_read(wrong: dict[str, object]) -> None:
    with pytest.raises(NotReadable):
        words({"events": [event("EQ1VN", "moved", "2024-05-30T08:00:00") | wrong]})
    with pytest.raises(NotReadable):
        words({"events": [{}] * 501})
    with pytest.raises(NotReadable):
        reports({"settlements": [{"reference": "A", "day": "31/05/2024", "total": 1, "lines": []}]})


def test_money_is_kept_as_told_and_what_differs_is_seen(desk: Desk, carrier: Simulator) -> None:
    one = desk.pick_up()
    errands.run_errands(Clock(ORDERED))
    number = desk.again(one).number
    lines = [{"number": number, "amount": 20_000}, {"number": number, "amount": 6_000}, {"number": "EQ9", "amount": 5}]
    carrier.settlements = [{"reference": "BK-31", "day": DAY.isoformat(), "total": 99, "lines": lines}]
    assert asking.ask_for_money(LATER) == 1
    assert asking.ask_for_money(LATER + timedelta(hours=1)) == 0
    assert desk.again(one).settled == 20_000
    (seen,) = consignments.differences(desk.lan, LATER, Place()).rows
    assert seen.difference == -6_000
    assert [line.amount for line in consignments.stray_money(desk.lan, LATER)] == [5, 6_000]
    assert Settlement.objects.get().total == 99


def test_the_counter_keys_a_settlement_in(desk: Desk, world: World) -> None:
    (one,) = desk.given()
    consigned.delivered(one, handed_out=receipt(collected=76_000), by=desk.ngoc, at=LATER)
    report = SettledReport("BK-1", DAY, 76_000, ((one.number, 76_000),))
    with pytest.raises(NotAllowed):
        settling.take_in_settlement(report, carrier="counter", by=world["hoa"], at=LATER)
    with pytest.raises(NoMoney):
        settling.take_in_settlement(SettledReport("BK-2", DAY, 0, ()), carrier="counter", by=desk.ngoc, at=LATER)
    settling.take_in_settlement(report, carrier="counter", by=desk.ngoc, at=LATER)
    settling.take_in_settlement(report, carrier="counter", by=ByCarrier(), at=LATER)
    assert desk.again(one).settled == 76_000
    assert desk.again(one).difference == 0


def test_the_carrier_of_a_pilot_is_never_asked(desk: Desk) -> None:
    desk.given()
    assert (asking.ask_carrier(LATER), asking.ask_for_money(LATER), errands.run_errands(Clock(LATER))) == (0, 0, 0)
    assert consigning.is_open(desk.given()[0])
