"""Cash on delivery: what the post collected and hands on becomes one payment with one receipt."""

import pytest

from motcua.domain.dossiers import bills
from motcua.domain.dossiers.delivery import collected, consigned
from motcua.domain.fees.models import Arrival, Receipt
from motcua.domain.fees.terms import ArrivalState, ChargeState, Method, Why
from motcua.domain.post.carriers import SettledReport
from motcua.domain.post.signs import ByCarrier
from tests.money import AT, CashDesk
from tests.posted import LATER, Desk
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.5.a")]


@pytest.mark.parametrize(("less", "why"), [(0, ""), (1_000, Why.UNEQUAL)], ids=["the whole", "too little"])
def test_what_the_postman_collected_pays_the_bill_once_when_the_post_hands_it_on(
    world: World, less: int, why: str
) -> None:
    cash, post = CashDesk(world), Desk(world)
    cash.book()
    dossier = world.at_centre()
    bill = bills.ask_fees(dossier, counts={bills.lines_for(dossier)[0].pk: bills.Count()}, by=world["lan"], at=AT)
    fees = consigned.fees_of(dossier, LATER)
    assert fees == [("Phí, lệ phí còn phải nộp", 50_000)]
    (one,) = post.given(post.result(dossier, fees=fees))
    total = one.to_collect - less
    report = SettledReport("BK-7", LATER.date(), total, ((one.number, total), ("LẠ-1", 9)))
    for _ in range(3):
        collected.take_in_settlement(report, carrier=one.carrier, by=ByCarrier(), at=LATER)
    arrival = Arrival.objects.get()
    bill.refresh_from_db()
    if why:
        assert (arrival.state, arrival.why, Receipt.objects.count()) == (ArrivalState.WAITING, why, 0)
    else:
        receipt = Receipt.objects.get()
        assert (receipt.amount, receipt.payment.method, bill.state) == (50_000, Method.ON_DELIVERY, ChargeState.PAID)
        assert consigned.fees_of(dossier, LATER) == []
    assert cash.is_sound()
