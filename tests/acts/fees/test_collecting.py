"""One place takes the money, in the way the payer chose: a payment, a receipt with the next number, an entry."""

from dataclasses import asdict

import pytest

from motcua.domain.fees import books, charging, collecting, shifts
from motcua.domain.fees.models import Payment, Receipt
from motcua.domain.fees.terms import ChargeState, Method
from motcua.domain.journal.recording import verify
from motcua.domain.procedures.models import TariffLine
from motcua.domain.procedures.reckoning import Relief
from motcua.domain.procedures.tariff import tariff_on
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.money import AT, CashDesk


@pytest.mark.clause("4.5.a")
def test_cash_becomes_a_payment_a_receipt_and_an_entry(desk: CashDesk) -> None:
    desk.book()
    shift, bill = desk.shift(), desk.bill()
    receipt = collecting.collect(bill, method=Method.CASH, amount=50_000, by=desk.world["yen"], at=AT)
    bill.refresh_from_db()
    assert (receipt.number, receipt.amount, bill.state, bill.open) == (1, 50_000, ChargeState.PAID, 0)
    assert shifts.in_drawer(shift) == 550_000
    assert desk.is_sound()
    assert list(verify()) == []


@pytest.mark.clause("4.5.a")
def test_only_the_cashier_of_the_desk_takes_money_and_only_in_an_open_shift(desk: CashDesk) -> None:
    desk.book()
    bill = desk.bill()
    with pytest.raises(NotAllowed):
        collecting.collect(bill, method=Method.CASH, amount=50_000, by=desk.world["lan"], at=AT)
    with pytest.raises(shifts.NoShift, match="chưa mở ca"):
        collecting.collect(bill, method=Method.CASH, amount=50_000, by=desk.world["yen"], at=AT)
    assert Payment.objects.count() == 0


@pytest.mark.clause("4.5.a")
def test_another_sum_than_the_bill_is_refused_and_so_is_paying_twice(desk: CashDesk) -> None:
    desk.book()
    desk.shift()
    bill, yen = desk.bill(), desk.world["yen"]
    for wrong in (49_999, 50_001, 0, -50_000):
        with pytest.raises(collecting.NotTheSum):
            collecting.collect(bill, method=Method.CASH, amount=wrong, by=yen, at=AT)
    collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=AT)
    with pytest.raises(charging.NotOpen, match="nộp đủ"):
        collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=AT)


@pytest.mark.clause("4.5.a")
def test_a_document_of_a_bank_pays_one_bill_only(desk: CashDesk) -> None:
    desk.book()
    yen = desk.world["yen"]
    with pytest.raises(Refused, match="số chứng từ"):
        collecting.collect(desk.bill(), method=Method.TRANSFER, amount=50_000, by=yen, at=AT)
    given = {"method": Method.TRANSFER, "amount": 50_000, "document": "FT24148001", "by": yen, "at": AT}
    collecting.collect(desk.bill(2), **given)
    with pytest.raises(collecting.PaidTwice, match="FT24148001"):
        collecting.collect(desk.bill(3), **given)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_without_a_receipt_to_give_no_money_is_taken(desk: CashDesk) -> None:
    desk.shift()
    bill, yen = desk.bill(), desk.world["yen"]
    with pytest.raises(books.NoBook):
        collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=AT)
    desk.book(last=1)
    collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=AT)
    with pytest.raises(books.NoBook, match="hết số"):
        collecting.collect(desk.bill(2), method=Method.CASH, amount=50_000, by=yen, at=AT)
    assert (Payment.objects.count(), Receipt.objects.count()) == (1, 1)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_who_need_not_pay_has_a_bill_that_says_so(desk: CashDesk) -> None:
    poor = Relief("Hộ nghèo", 100, "Nghị quyết của HĐND tỉnh", "Giấy chứng nhận hộ nghèo")
    with pytest.raises(charging.NotAnnounced, match="không có mức miễn, giảm"):
        desk.bill(relief=poor.group)
    TariffLine.objects.update(reliefs=[asdict(poor)])
    bill = desk.bill(relief=poor.group)
    line = bill.lines.get()
    assert (bill.due, bill.state, line.relief, line.proof) == (0, ChargeState.NOTHING_DUE, poor.group, poor.proof)


@pytest.mark.clause("4.5.a", "5.3.a")
def test_more_is_asked_with_a_reason_while_the_bill_is_open(desk: CashDesk) -> None:
    desk.book()
    bill, lan = desk.bill(), desk.world["lan"]
    (line,) = tariff_on(desk.world.version.procedure_id, AT.date())
    with pytest.raises(Refused, match="lý do"):
        charging.add_to_charge(bill, items=[charging.Item(line)], reason=" ", by=lan, at=AT)
    bill = charging.add_to_charge(bill, items=[charging.Item(line)], reason="Thêm một giấy phép", by=lan, at=AT)
    assert (bill.due, bill.state) == (100_000, ChargeState.WAITING)
    given = {"method": Method.CARD, "amount": 100_000, "document": "POS 0042", "by": desk.world["yen"], "at": AT}
    collecting.collect(bill, **given)
    bill = charging.add_to_charge(bill, items=[charging.Item(line)], reason="Thêm nữa", by=lan, at=AT)
    assert (bill.due, bill.paid, bill.open, bill.state) == (150_000, 100_000, 50_000, ChargeState.WAITING)
    later = collecting.collect(bill, **given | {"amount": 50_000, "document": "POS 0043"})
    assert later.amount == 50_000
    assert desk.is_sound()
