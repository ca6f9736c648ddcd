"""Eight at once write down the same answer of a gateway or of a provider: it is written down once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from motcua.domain.fees import collecting, electronic_receipts, gateway_asking, giving_back, money_out, online
from motcua.domain.fees.gateways import Day, Outcome
from motcua.domain.fees.models import ElectronicReceipt, GatewayRefund, OnlinePayment, Payment, ReceiptBook
from motcua.domain.fees.providers import Given
from motcua.domain.fees.signs import ByGateway
from motcua.domain.fees.terms import Method, ReceiptErrand, RefundState
from motcua.domain.journal.models import Entry
from motcua.domain.journal.system import System
from tests.gateway import word
from tests.money import AT, CashDesk
from tests.racing import at_once, one_wins
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.5.a")]
LATER = AT + timedelta(days=1)


def once_told(act: Callable[..., Any], about: Any, **given: Any) -> None:
    """Eight tell it; the journal has one line of it, and nobody is refused."""
    assert {type(each) for each in at_once(lambda _: act(about, at=AT, **given))} <= {type(about), type(None)}
    assert Entry.objects.filter(act=act.__name__).count() == 1


@pytest.mark.clause("4.5.b", "3.2")
def test_what_the_gateway_did_is_written_down_once(transactional_db: None, world: World, settings: Any) -> None:
    settings.GATEWAY_TRIAL = True
    desk = CashDesk(world)
    desk.book()
    unpaid, paid = desk.begun(1), desk.begun(2)
    one_wins(online.end_online_payment, unpaid, by=System(), at=LATER)
    online.hear_payment(word(paid, AT), gateway=paid.gateway, by=ByGateway(), at=AT)
    file = Day(AT.date(), ())
    at_once(lambda _: gateway_asking.compare_day(file, gateway=paid.gateway, by=ByGateway(), at=LATER))
    assert Entry.objects.filter(act="compare_day").count() == 1
    missing = OnlinePayment.objects.get(missed_on=AT.date())
    one_wins(gateway_asking.explain_missing, missing, why="Cổng nộp bù", by=world["thao"], at=LATER)
    why = {"amount": 20_000, "reason": "Thu nhầm", "by": world["yen"], "at": AT}
    asked = money_out.propose_refund(Payment.objects.get(), **why)
    money_out.agree_to_money_out(asked, by=world["thao"], at=AT)
    once_told(giving_back.note_refund, GatewayRefund.objects.get(), outcome=Outcome.DONE, said="", by=System())
    assert GatewayRefund.objects.get().state == RefundState.DONE
    assert desk.is_sound()


def test_what_the_provider_of_receipts_answers_is_written_down_once(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    ReceiptBook.objects.update(electronic=True)
    collecting.collect(desk.bill(), method=Method.CARD, amount=50_000, document="1", by=world["yen"], at=AT)
    given = {"errand": ReceiptErrand.NUMBER, "given": Given(Outcome.DONE, "0000123"), "by": System()}
    once_told(electronic_receipts.note_electronic_receipt, ElectronicReceipt.objects.get(), **given)
    one = ElectronicReceipt.objects.get()
    assert (one.number, one.errand) == ("0000123", ReceiptErrand.ISSUE)
