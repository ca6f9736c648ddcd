"""Eight at once ask, decide, count and give the same at the cash desk: it happens once."""

import pytest

from motcua.domain.fees import electronic_receipts, matching, money_out, notices, shifts
from motcua.domain.fees.models import ElectronicReceipt, ReceiptBook
from motcua.domain.papers.queries import papers_of
from tests.money import AT, CashDesk
from tests.racing import at_once, one_wins
from tests.web.cashier.test_electronic import given_up
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.clause("4.5.a", "3.2")
def test_of_eight_who_ask_or_decide_the_same_about_money_one_does(transactional_db: None, world: World) -> None:
    desk, why = CashDesk(world), {"reason": "Ghi nhầm", "at": AT}
    by, second = {"by": world["yen"], **why}, {"by": world["thao"], **why}
    came, bill = desk.waiting(amount=70_000), desk.bill()
    one_wins(matching.decline_arrival, one_wins(matching.propose_match, came, charge=bill, **by), **second)
    one_wins(money_out.decline_money_out, one_wins(money_out.propose_reduction, bill, amount=1_000, **by), **second)
    one_wins(money_out.propose_cancelling, bill, **by)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_of_eight_who_open_count_and_close_one_drawer_one_does(transactional_db: None, world: World) -> None:
    desk, by = CashDesk(world), {"by": world["yen"], "at": AT}
    shift = one_wins(shifts.open_shift, desk.centre, change=500_000, **by)
    one_wins(shifts.count_drawer, shift, counted=500_000, **by)
    one_wins(shifts.close_shift, shift, **by)
    short = shifts.count_drawer(desk.shift("van"), counted=499_000, by=world["van"], at=AT)
    second = {"by": world["thao"], "at": AT}
    shifts.close_shift(short, reason="Thối nhầm", **second)
    one_wins(shifts.settle_difference, short, document="PT 1", **second)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "4.5.b")
def test_eight_notices_are_one_paper_and_a_receipt_is_sent_again_once(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    ReceiptBook.objects.update(electronic=True)
    one_wins(electronic_receipts.send_receipt_again, given_up(desk), by=world["thao"], at=AT)
    bill, yen = desk.bill(2), world["yen"]
    given = at_once(lambda _: notices.issue_fee_notice(bill, by=yen, at=AT))
    assert [each.pk for each in papers_of(bill.stream)] == [given[0].pk]
    assert ElectronicReceipt.objects.count() == 1
