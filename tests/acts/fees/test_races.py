"""Eight cashiers at once: no number missing, none twice, no bill paid twice."""

import pytest

from motcua.domain.fees import accounts, collecting, lost_copies, money_out
from motcua.domain.fees.models import LostCopy, Payment, Receipt
from motcua.domain.fees.terms import AccountUse, Method
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import NotAllowed
from tests.money import AT, CashDesk, hired
from tests.racing import THREADS, at_once, one_wins
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.clause("4.5.a")
def test_eight_cashiers_give_eight_receipts_without_a_gap(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    for number in range(THREADS):
        hired(world, f"thu-{number}", f"Thủ quỹ {number}", Role.CASHIER)
        desk.shift(f"thu-{number}")
    bills = [desk.bill(number) for number in range(THREADS)]
    cashiers = [world[f"thu-{number}"] for number in range(THREADS)]
    at_once(lambda n: collecting.collect(bills[n], method=Method.CASH, amount=50_000, by=cashiers[n], at=AT))
    assert sorted(Receipt.objects.values_list("number", flat=True)) == list(range(1, THREADS + 1))
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_of_eight_who_take_the_same_money_one_does(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    desk.shift()
    one_wins(collecting.collect, desk.bill(), method=Method.CASH, amount=50_000, by=world["yen"], at=AT)
    assert Payment.objects.count() == 1
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
def test_of_eight_who_agree_to_a_refund_one_gives_it(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    desk.shift()
    receipt = collecting.collect(desk.bill(), method=Method.CASH, amount=50_000, by=world["yen"], at=AT)
    asked = money_out.propose_refund(receipt.payment, amount=50_000, reason="Rút hồ sơ", by=world["yen"], at=AT)
    one_wins(money_out.agree_to_money_out, asked, by=world["thao"], at=AT)
    assert Payment.objects.filter(amount__lt=0).count() == 1
    assert desk.is_sound()


@pytest.mark.clause("4.5.b")
def test_of_eight_who_report_one_copy_lost_one_does(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    receipt = collecting.collect(desk.bill(), method=Method.CARD, amount=50_000, document="1", by=world["yen"], at=AT)
    one_wins(lost_copies.report_lost_copy, receipt, copy=3, reason="Thất lạc", by=world["yen"], at=AT)
    assert LostCopy.objects.count() == 1


@pytest.mark.clause("4.5.b")
def test_who_keeps_no_receipts_reports_none_lost(world: World) -> None:
    desk = CashDesk(world)
    desk.book()
    receipt = collecting.collect(desk.bill(), method=Method.CARD, amount=50_000, document="1", by=world["yen"], at=AT)
    with pytest.raises(NotAllowed, match="báo mất liên"):
        lost_copies.report_lost_copy(receipt, copy=3, reason="Thất lạc", by=world["thu"], at=AT)


def test_of_eight_who_enter_an_account_one_does(transactional_db: None, world: World) -> None:
    desk = CashDesk(world)
    bank = accounts.Details("Vietcombank", "1014567890", "Sở Kế hoạch và Đầu tư", "970436")
    given = {"use": AccountUse.COLLECTING, "details": bank, "valid_from": AT.date(), "by": world["thao"], "at": AT}
    one_wins(accounts.use_account, desk.department, **given)
