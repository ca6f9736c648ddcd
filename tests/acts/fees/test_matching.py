"""Money that came by itself: its bill is found by the reference; what does not fit, people match or give back."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Sum

from motcua.domain.fees import arrival_queries, arrivals, collecting, matching
from motcua.domain.fees.charging import NotOpen
from motcua.domain.fees.matching import NotMatched
from motcua.domain.fees.models import Arrival, Charge, Payment, Posting, Receipt
from motcua.domain.fees.money_out import Document, NoDocument
from motcua.domain.fees.terms import ArrivalState, Book, ChargeState, Method, Why
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.money import AT, SENT_BACK, CashDesk
from tests.people import JUSTICE

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.5.a")]


@pytest.mark.parametrize("written", ["{}", "nop phi {} cam on", "{0:.4}.{0:.8}", "H49 {1} {2}", "{3}"])
def test_a_reference_is_found_however_a_bank_wrote_it(written: str) -> None:
    reference = "H49ABCDEFG34"
    told = written if written != "{0:.4}.{0:.8}" else "{0}"
    content = told.format(reference, "ABCD", "EFG34", reference.lower())
    assert arrivals.references_in(content) == [reference]


@pytest.mark.parametrize("written", ["", "nop phi ho so 000.00.00.H49-240527-0001", "H49ABC", "H49ABCDEFG10"])
def test_what_only_looks_like_a_reference_is_none(written: str) -> None:
    assert arrivals.references_in(written) == []


@pytest.mark.clause("4.5.b")
def test_a_transfer_with_reference_and_sum_pays_its_bill_once(desk: CashDesk) -> None:
    desk.book()
    bill = desk.bill()
    for _ in range(3):
        desk.waiting(bill)
    arrival = Arrival.objects.get()
    assert (arrival.state, arrival.settled, arrival.payment.method) == (ArrivalState.SETTLED, 50_000, Method.TRANSFER)
    assert Receipt.objects.get().payment.document == arrival.key
    assert desk.is_sound()


@pytest.mark.clause("4.5.b")
def test_why_money_waits_is_said(desk: CashDesk) -> None:
    desk.book()
    bills = [desk.bill(number) for number in range(4)]
    desk.waiting(bills[0], key="đủ")
    Charge.objects.filter(pk=bills[2].pk).update(state=ChargeState.CANCELLED)
    other = arrivals.Came(
        **{**vars(desk.came(bills[3])), "key": "sở khác", "office_id": desk.world.offices[JUSTICE].pk}
    )
    said = {
        Why.UNKNOWN: desk.waiting(key="không rõ"),
        Why.UNEQUAL: desk.waiting(bills[1], key="khác", amount=49_000),
        Why.PAID_BEFORE: desk.waiting(bills[0], key="lần hai"),
        Why.CANCELLED: desk.waiting(bills[2], key="hủy"),
        Why.OTHER_ACCOUNT: arrivals.take_in_arrival(other, by=desk.world["thao"], at=AT),
    }
    assert {why: arrival.why for why, arrival in said.items()} == {why: why.value for why in said}
    two = f"{bills[1].reference} va {bills[3].reference}"
    assert desk.waiting(key="hai khoản", content=two).why == Why.UNKNOWN


def test_without_a_receipt_to_give_the_money_waits_and_is_matched_when_there_is_one(desk: CashDesk) -> None:
    bill = desk.bill()
    arrival = desk.waiting(bill)
    assert (arrival.why, arrival.said) == (Why.NO_RECEIPT, arrival.said)
    assert "quyển biên lai" in arrival.said
    assert Payment.objects.count() == 0
    assert desk.is_sound()
    desk.book()
    matching.match_arrival(arrival, charge=bill, by=desk.world["yen"], at=AT)
    assert Receipt.objects.get().amount == 50_000
    assert desk.is_sound()


@pytest.mark.clause("4.5.b")
def test_one_person_matches_what_fits_and_nothing_else(desk: CashDesk) -> None:
    desk.book()
    bill, unequal, yen = desk.bill(), desk.waiting(key="a", amount=70_000), desk.world["yen"]
    with pytest.raises(NotMatched, match="hai người"):
        matching.match_arrival(unequal, charge=bill, by=yen, at=AT)
    fits = desk.waiting(key="b")
    with pytest.raises(NotAllowed):
        matching.match_arrival(fits, charge=bill, by=desk.world["lan"], at=AT)
    matching.match_arrival(fits, charge=bill, by=yen, at=AT)
    with pytest.raises(NotMatched, match="đã được xử lý"):
        matching.match_arrival(fits, charge=bill, by=yen, at=AT)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
@pytest.mark.parametrize(
    ("amount", "open_after", "returned"), [(70_000, 0, 20_000), (30_000, 20_000, 0)], ids=["too much", "too little"]
)
def test_where_the_sum_differs_two_decide_and_the_rest_goes_back_or_is_asked_for(
    desk: CashDesk, amount: int, open_after: int, returned: int
) -> None:
    desk.book()
    bill, arrival = desk.bill(), desk.waiting(amount=amount)
    yen, thao = desk.world["yen"], desk.world["thao"]
    with pytest.raises(Refused, match="lý do"):
        matching.propose_match(arrival, charge=bill, reason=" ", by=yen, at=AT)
    asked = matching.propose_match(arrival, charge=bill, reason="Người nộp ghi sai số", by=yen, at=AT)
    with pytest.raises(NotOpen, match="đang chờ"):
        matching.propose_return(arrival, reason="Thôi", by=yen, at=AT)
    with pytest.raises(NotAllowed, match="người thứ hai"):
        matching.agree_to_arrival(asked, by=yen, at=AT)
    if returned:
        early, nameless = Document("UNC 7", AT.date() - timedelta(days=1)), Document(" ", AT.date())
        for wrong in (None, nameless, early):
            with pytest.raises(NoDocument):
                matching.agree_to_arrival(asked, document=wrong, by=thao, at=AT)
    matching.agree_to_arrival(asked, document=SENT_BACK, by=thao, at=AT)
    arrival.refresh_from_db()
    bill.refresh_from_db()
    assert (bill.open, arrival.returned, arrival.state) == (open_after, returned, ArrivalState.SETTLED)
    assert Receipt.objects.get().amount == min(amount, 50_000)
    with pytest.raises(NotOpen, match="đã được quyết định"):
        matching.agree_to_arrival(asked, by=thao, at=AT)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
def test_a_bill_paid_meanwhile_takes_no_second_money(desk: CashDesk) -> None:
    desk.book()
    desk.shift()
    bill, arrival, yen = desk.bill(), desk.waiting(amount=70_000), desk.world["yen"]
    asked = matching.propose_match(arrival, charge=bill, reason="Ghi sai số", by=yen, at=AT)
    collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=AT)
    with pytest.raises(NotOpen, match="không còn gì phải nộp"):
        matching.agree_to_arrival(asked, by=desk.world["thao"], at=AT)
    with pytest.raises(NotOpen):
        matching.propose_match(arrival, charge=bill, reason="Ghi sai số", by=yen, at=AT)
    assert desk.is_sound()


@pytest.mark.clause("4.5.a", "3.2")
def test_what_is_declined_waits_on_with_the_answer(desk: CashDesk) -> None:
    arrival, yen, thao = desk.waiting(), desk.world["yen"], desk.world["thao"]
    asked = matching.propose_return(arrival, reason="Không rõ của ai", by=yen, at=AT)
    given: dict[str, Any] = {"by": thao, "at": AT}
    with pytest.raises(Refused, match="lý do không đồng ý"):
        matching.decline_arrival(asked, reason="", **given)
    asked = matching.decline_arrival(asked, reason="Đã tìm ra người nộp", **given)
    assert (asked.agreed, Arrival.objects.get().state) == (False, ArrivalState.WAITING)
    again = matching.propose_return(arrival, reason="Người gửi xin lại", by=yen, at=AT)
    matching.agree_to_arrival(again, document=SENT_BACK, **given)
    assert Arrival.objects.get().state == ArrivalState.RETURNED
    assert desk.is_sound()


@pytest.mark.clause("4.5.b", "3.2")
def test_money_on_another_departments_account_pays_no_bill_on_nobodys_word(desk: CashDesk) -> None:
    desk.book()
    bill, yen, thao = desk.bill(), desk.world["yen"], desk.world["thao"]
    there = {"office_id": desk.world.offices[JUSTICE].pk}
    arrival = arrivals.take_in_arrival(arrivals.Came(**vars(desk.came(bill)) | there), by=thao, at=AT)
    with pytest.raises(matching.OutOfReach, match="tài khoản của Sở Tư pháp, khoản thu này của Sở Kế hoạch"):
        matching.propose_match(arrival, charge=bill, reason="Nhầm sở", by=yen, at=AT)
    with pytest.raises(matching.OutOfReach):
        matching.match_arrival(arrival, charge=bill, by=yen, at=AT)
    elsewhere = desk.bill(2)
    Charge.objects.filter(pk=elsewhere.pk).update(desk=desk.department, department=desk.world.offices[JUSTICE])
    elsewhere.refresh_from_db()
    with pytest.raises(matching.OutOfReach, match="nơi đó ghép tiền của mình"):
        matching.match_arrival(arrival, charge=elsewhere, by=yen, at=AT)
    assert arrival_queries.suggestions(arrival) == []
    asked = matching.propose_return(arrival, reason="Chuyển nhầm sở", by=yen, at=AT)
    matching.agree_to_arrival(asked, document=SENT_BACK, by=thao, at=AT)
    assert not Posting.objects.exclude(book__in=[Book.OWED, Book.EARNED]).aggregate(sum=Sum("amount"))["sum"]
    assert desk.is_sound()


@pytest.mark.clause("4.5.b", "3.2")
def test_money_on_the_centres_account_two_match_to_a_departments_bill_and_it_is_deposited_from_there(
    desk: CashDesk,
) -> None:
    desk.book()
    bill, yen, thao = desk.bill(), desk.world["yen"], desk.world["thao"]
    here = {"office_id": desk.centre.pk}
    arrival = arrivals.take_in_arrival(arrivals.Came(**vars(desk.came(bill)) | here), by=thao, at=AT)
    with pytest.raises(NotMatched, match="hai người"):
        matching.match_arrival(arrival, charge=bill, by=yen, at=AT)
    asked = matching.propose_match(arrival, charge=bill, reason="Nộp vào tài khoản Trung tâm", by=yen, at=AT)
    matching.agree_to_arrival(asked, by=thao, at=AT)
    held = Posting.objects.filter(book=Book.COLLECTED).order_by("department")
    sums = dict(held.values_list("department").annotate(sum=Sum("amount")))
    assert (sums[desk.department.pk], sums[desk.centre.pk]) == (50_000, 0)
    assert desk.is_sound()
