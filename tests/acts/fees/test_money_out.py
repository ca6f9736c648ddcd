"""Money goes out on two persons' word; a void receipt keeps its number; what is given back is asked for no more."""

from datetime import timedelta

import pytest

from motcua.domain.fees import charging, collecting, money_out, shifts
from motcua.domain.fees.models import Payment, Receipt
from motcua.domain.fees.money_out import Document
from motcua.domain.fees.terms import ChargeState, Method
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.money import AT, CashDesk
from tests.papers import corpus


@pytest.mark.clause("4.5.a", "3.2")
def test_a_refund_is_asked_by_one_and_decided_by_another(desk: CashDesk) -> None:
    desk.book()
    shift, bill, yen = desk.shift(), desk.bill(), desk.world["yen"]
    receipt = collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=AT)
    asked = money_out.propose_refund(receipt.payment, amount=20_000, reason="Thu nhầm mức", by=yen, at=AT)
    with pytest.raises(NotAllowed, match="người thứ hai"):
        money_out.agree_to_money_out(asked, by=yen, at=AT)
    money_out.agree_to_money_out(asked, by=desk.world["thao"], at=AT)
    bill.refresh_from_db()
    assert (bill.due, bill.paid, bill.state) == (30_000, 30_000, ChargeState.PAID)
    assert shifts.in_drawer(shift) == 530_000
    back = Payment.objects.get(amount=-20_000)
    assert (back.by.code, back.second.code, back.gives_back) == ("yen", "thao", receipt.payment)
    with pytest.raises(money_out.NothingToGive):
        money_out.propose_refund(receipt.payment, amount=30_001, reason="Nữa", by=yen, at=AT)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
def test_a_void_receipt_keeps_its_number_and_the_payment_gets_the_next(desk: CashDesk) -> None:
    desk.book()
    desk.shift()
    yen = desk.world["yen"]
    first = collecting.collect(desk.bill(), method=Method.CASH, amount=50_000, by=yen, at=AT)
    asked = money_out.propose_void(first, reason="Ghi sai tên người nộp", by=yen, at=AT)
    money_out.agree_to_money_out(asked, by=desk.world["thao"], at=AT)
    numbers = Receipt.objects.order_by("number").values_list("number", "voided_at", "payment")
    assert list(numbers) == [(1, AT, first.payment_id), (2, None, first.payment_id)]
    first.refresh_from_db()
    with pytest.raises(money_out.NothingToGive, match="đã được xóa bỏ"):
        money_out.propose_void(first, reason="Nữa", by=yen, at=AT)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_less_is_asked_down_to_nothing_and_never_below(desk: CashDesk) -> None:
    bill, lan, thao = desk.bill(), desk.world["lan"], desk.world["thao"]
    with pytest.raises(money_out.NothingToGive):
        money_out.propose_reduction(bill, amount=50_001, reason="Giảm", by=lan, at=AT)
    asked = money_out.propose_reduction(bill, amount=20_000, reason="Người cao tuổi", by=lan, at=AT)
    with pytest.raises(charging.NotOpen, match="đang chờ"):
        money_out.propose_reduction(bill, amount=1_000, reason="Giảm nữa", by=lan, at=AT)
    money_out.agree_to_money_out(asked, by=thao, at=AT)
    bill.refresh_from_db()
    assert (bill.due, bill.state) == (30_000, ChargeState.WAITING)
    rest = money_out.propose_reduction(bill, amount=30_000, reason="Miễn", by=lan, at=AT)
    money_out.agree_to_money_out(rest, by=thao, at=AT)
    bill.refresh_from_db()
    assert (bill.due, bill.state) == (0, ChargeState.NOTHING_DUE)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_a_bill_nobody_paid_on_is_cancelled_one_that_was_is_not(desk: CashDesk) -> None:
    desk.book()
    bill, lan, thao = desk.bill(), desk.world["lan"], desk.world["thao"]
    asked = money_out.propose_cancelling(bill, reason="Người dân không nộp hồ sơ", by=lan, at=AT)
    money_out.agree_to_money_out(asked, by=thao, at=AT)
    bill.refresh_from_db()
    assert (bill.due, bill.state) == (0, ChargeState.CANCELLED)
    paid = desk.bill(2)
    given = {"method": Method.ONLINE, "amount": 50_000, "document": "PP 9", "by": desk.world["yen"], "at": AT}
    collecting.collect(paid, **given)
    with pytest.raises(money_out.NothingToGive, match="chỉ hoàn trả"):
        money_out.propose_cancelling(paid, reason="Thôi", by=lan, at=AT)
    with pytest.raises(charging.NotOpen, match="đã hủy"):
        collecting.collect(bill, **given | {"document": "PP 10"})
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
def test_what_is_declined_changes_nothing_and_says_why(desk: CashDesk) -> None:
    bill, lan, thao = desk.bill(), desk.world["lan"], desk.world["thao"]
    asked = money_out.propose_reduction(bill, amount=50_000, reason="Quen biết", by=lan, at=AT)
    with pytest.raises(Refused, match="lý do không đồng ý"):
        money_out.decline_money_out(asked, reason="", by=thao, at=AT)
    asked = money_out.decline_money_out(asked, reason="Không thuộc đối tượng", by=thao, at=AT)
    assert (asked.agreed, asked.answer) == (False, "Không thuộc đối tượng")
    with pytest.raises(charging.NotOpen, match="đã được quyết định"):
        money_out.agree_to_money_out(asked, by=thao, at=AT)
    bill.refresh_from_db()
    assert bill.due == 50_000
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
def test_a_refund_by_transfer_asks_for_the_number_and_the_day_of_the_transfer(desk: CashDesk) -> None:
    desk.book()
    yen, thao, today = desk.world["yen"], desk.world["thao"], AT.date()
    paid = {"method": Method.TRANSFER, "amount": 50_000, "by": yen, "at": AT}
    receipts = [collecting.collect(desk.bill(each), document=f"FT{each}", **paid) for each in (1, 2)]
    back = {"amount": 20_000, "reason": "Thu nhầm mức", "by": yen, "at": AT}
    first, second = (money_out.propose_refund(each.payment, **back) for each in receipts)
    wrong = (
        None,
        Document(" ", today),
        Document("UNC 7", today + timedelta(1)),
        Document("UNC 7", today - timedelta(1)),
    )
    for each in wrong:
        with pytest.raises(money_out.NoDocument):
            money_out.agree_to_money_out(first, document=each, by=thao, at=AT)
    money_out.agree_to_money_out(
        first, document=Document("UNC 7", today, Upload("bao-no.pdf", corpus.pdf())), by=thao, at=AT
    )
    went = Payment.objects.get(gives_back=receipts[0].payment)
    assert (went.document, went.document_on, went.document_file.name) == ("UNC 7", today, "bao-no.pdf")
    with pytest.raises(money_out.NoDocument, match="đã được ghi"):
        money_out.agree_to_money_out(second, document=Document("UNC 7", today), by=thao, at=AT)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a")
def test_a_bill_paid_since_less_was_asked_is_not_lessened(desk: CashDesk) -> None:
    desk.book()
    bill, yen, thao = desk.bill(), desk.world["yen"], desk.world["thao"]
    asked = money_out.propose_reduction(bill, amount=20_000, reason="Người cao tuổi", by=desk.world["lan"], at=AT)
    collecting.collect(bill, method=Method.CARD, amount=50_000, document="POS 1", by=yen, at=AT)
    with pytest.raises(money_out.NothingToGive, match="từ khi đề nghị"):
        money_out.agree_to_money_out(asked, by=thao, at=AT)
    assert money_out.decline_money_out(asked, reason="Đã nộp đủ: hoàn trả", by=thao, at=AT).agreed is False
    assert desk.is_sound()
