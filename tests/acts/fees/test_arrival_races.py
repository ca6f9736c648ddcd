"""Eight at once say, take in and match the same money: it is one payment with one receipt."""

from typing import Any

import pytest

from motcua.domain.fees import matching, online
from motcua.domain.fees.arrivals import take_in_arrival
from motcua.domain.fees.models import Arrival, OnlinePayment, Payment, Receipt
from motcua.domain.fees.online import Payer
from motcua.domain.fees.signs import ByGateway, ByPayer
from tests.gateway import word
from tests.money import AT, SENT_BACK, CashDesk
from tests.racing import at_once, one_wins
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.clause("4.5.a")
def test_what_the_gateway_says_eight_times_at_once_is_one_payment(
    transactional_db: None, world: World, settings: Any
) -> None:
    settings.GATEWAY_TRIAL = True
    desk = CashDesk(world)
    desk.book()
    bill = desk.bill()
    begun = at_once(lambda _: online.begin_online_payment(bill, payer=Payer(ByPayer()), at=AT))
    assert {each.pk for each in begun} == {OnlinePayment.objects.get().pk}
    said = word(begun[0], AT)
    at_once(lambda _: online.hear_payment(said, gateway="http", by=ByGateway(), at=AT))
    assert (Payment.objects.count(), Receipt.objects.count(), Arrival.objects.count()) == (1, 1, 1)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
def test_of_eight_who_match_the_same_money_one_does(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    came, bill = desk.came(desk.bill(0), key="một"), desk.bill(1)
    kept = at_once(lambda _: take_in_arrival(came, by=world["thao"], at=AT))
    assert len({each.pk for each in kept}) == 1
    one_wins(matching.match_arrival, desk.waiting(key="hai"), charge=bill, by=world["yen"], at=AT)
    unequal = desk.waiting(key="ba", amount=70_000)
    asked = one_wins(matching.propose_return, unequal, reason="Trả lại", by=world["yen"], at=AT)
    one_wins(matching.agree_to_arrival, asked, document=SENT_BACK, by=world["thao"], at=AT)
    assert Receipt.objects.count() == 2
    assert desk.is_sound()
