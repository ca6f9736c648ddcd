"""Paying at a gateway: only what it signed is believed, once, and money that does not fit waits for people."""

from datetime import timedelta
from typing import Any

import pytest

from motcua.domain.fees import collecting, gateway_asking, giving_back, matching, money_out, online
from motcua.domain.fees.gateways import Day, Word
from motcua.domain.fees.models import Arrival, Charge, GatewayRefund, OnlinePayment, Payment, Receipt
from motcua.domain.fees.online import LASTS, NotOnline, Payer
from motcua.domain.fees.signs import ByGateway, ByPayer
from motcua.domain.fees.terms import ArrivalState, ChargeState, Method, OnlineState, RefundState, Why
from motcua.domain.journal.acts import together
from motcua.domain.journal.recording import verify
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.acts.messages.conftest import Clock
from tests.gateway import CUTS, HANGS, UNSIGNED, Simulator, word
from tests.money import AT, CashDesk

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.5.a")]
PAID_AT, SOON = AT + timedelta(minutes=3), AT + timedelta(minutes=4)


@pytest.fixture(autouse=True)
def offered(settings: Any) -> None:
    settings.GATEWAY_TRIAL = True


def hear(said: Word, at: Any = SOON) -> OnlinePayment | None:
    return online.hear_payment(said, gateway="http", by=ByGateway(), at=at)


def states() -> tuple[str, str]:
    return OnlinePayment.objects.get().state, Arrival.objects.get().why


def test_a_payment_is_begun_for_what_is_open_and_begun_twice_it_is_the_same(desk: CashDesk, settings: Any) -> None:
    one = desk.begun()
    assert (one.amount, one.reference, one.expires_at) == (50_000, f"{one.charge.reference}-1", AT + LASTS)
    payer = Payer(ByPayer())
    assert online.begin_online_payment(one.charge, payer=payer, at=SOON) == one
    later = online.begin_online_payment(one.charge, payer=payer, at=AT + LASTS)
    assert later.reference == f"{one.charge.reference}-2"
    settings.GATEWAY_TRIAL = False
    with pytest.raises(NotOnline):
        online.begin_online_payment(one.charge, payer=payer, at=AT)


def test_what_the_gateway_says_ten_times_is_one_payment_one_receipt_and_one_message(desk: CashDesk) -> None:
    desk.book()
    one = desk.begun(account="account/7")
    for _ in range(10):
        hear(word(one, PAID_AT))
    receipt = Receipt.objects.get()
    assert (receipt.payment.method, receipt.payment.by, receipt.number) == (Method.ONLINE, None, 1)
    assert Charge.objects.get().state == ChargeState.PAID
    assert OnlinePayment.objects.get().state == OnlineState.PAID
    assert sorted(Message.objects.values_list("kind", "way")) == [("fee_paid", "app"), ("fee_paid", "sms")]
    assert desk.is_sound()
    assert list(verify()) == []


def test_another_sum_than_was_begun_pays_nothing_and_stands_on_the_list(desk: CashDesk) -> None:
    desk.book()
    one = desk.begun()
    hear(word(one, PAID_AT, amount=5_000))
    assert states() == (OnlineState.QUESTIONED, Why.UNEQUAL)
    assert Payment.objects.count() == 0
    assert Message.objects.get().kind == "fee_questioned"
    assert desk.is_sound()


def test_money_under_a_reference_that_nobody_began_stands_on_the_list_once(desk: CashDesk) -> None:
    said = Word("H49KHONGCO-1", "GD-1", True, 70_000, PAID_AT)
    for _ in range(3):
        assert hear(said) is None
    arrival = Arrival.objects.get()
    assert (arrival.why, arrival.office, arrival.charge) == (Why.UNKNOWN, desk.centre, None)
    assert desk.is_sound()


def test_in_whatever_order_it_is_said_paid_stays_paid(desk: CashDesk) -> None:
    desk.book()
    one = desk.begun()
    hear(word(one, PAID_AT, paid=False, said="Thẻ hết hạn"))
    assert OnlinePayment.objects.get().state == OnlineState.FAILED
    assert Message.objects.get().kind == "fee_refused"
    hear(word(one, PAID_AT))
    hear(word(one, PAID_AT, paid=False))
    assert OnlinePayment.objects.get().state == OnlineState.PAID
    assert Receipt.objects.count() == 1


def test_paid_a_second_time_or_after_the_cashier_took_cash_it_waits_to_be_given_back(desk: CashDesk) -> None:
    desk.book()
    desk.shift()
    one = desk.begun()
    collecting.collect(one.charge, method=Method.CASH, amount=50_000, by=desk.world["yen"], at=SOON)
    hear(word(one, PAID_AT))
    hear(word(one, PAID_AT, transaction="GD-lần-hai"))
    assert [each.why for each in Arrival.objects.all()] == [Why.PAID_BEFORE] * 2
    assert Receipt.objects.count() == 1
    assert desk.is_sound()


def test_what_was_paid_after_the_end_waits_and_goes_back_on_two_persons_word(
    desk: CashDesk, gateway: Simulator
) -> None:
    desk.book()
    one, yen, thao = desk.begun(), desk.world["yen"], desk.world["thao"]
    hear(word(one, AT + LASTS + timedelta(seconds=1)))
    assert states() == (OnlineState.QUESTIONED, Why.TOO_LATE)
    asked = matching.propose_return(Arrival.objects.get(), reason="Trả sau khi hết hạn", by=yen, at=SOON)
    with pytest.raises(NotAllowed, match="người thứ hai"):
        matching.agree_to_arrival(asked, by=yen, at=SOON)
    matching.agree_to_arrival(asked, by=thao, at=SOON)
    assert Arrival.objects.get().state == ArrivalState.RETURNED
    assert giving_back.send_refunds(Clock(SOON)) == 1
    assert list(gateway.refunded.values()) == [50_000]
    assert desk.is_sound()


def test_a_refund_goes_through_the_gateway_under_one_key_until_it_is_done(desk: CashDesk, gateway: Simulator) -> None:
    desk.book()
    hear(word(desk.begun(), PAID_AT))
    payment = Payment.objects.get()
    asked = money_out.propose_refund(payment, amount=20_000, reason="Thu nhầm mức", by=desk.world["yen"], at=SOON)
    assert GatewayRefund.objects.count() == 0
    money_out.agree_to_money_out(asked, by=desk.world["thao"], at=SOON)
    gateway.answers = [HANGS, CUTS, 500]
    clock = Clock(SOON)
    for minutes in (0, 1, 5, 15):
        giving_back.send_refunds(clock.after(minutes=minutes))
    refund = GatewayRefund.objects.get()
    assert (refund.state, refund.tries, refund.amount) == (RefundState.DONE, 4, 20_000)
    assert gateway.refunded == {str(refund.key): 20_000}
    assert gateway.badly_signed == 0
    assert giving_back.send_refunds(clock.after(hours=9)) == 0
    assert desk.is_sound()


def test_a_refund_that_the_gateway_refuses_is_left_to_people(desk: CashDesk, gateway: Simulator) -> None:
    desk.book()
    hear(word(desk.begun(), PAID_AT))
    asked = money_out.propose_refund(
        Payment.objects.get(), amount=50_000, reason="Rút hồ sơ", by=desk.world["yen"], at=SOON
    )
    money_out.agree_to_money_out(asked, by=desk.world["thao"], at=SOON)
    gateway.answers = [422]
    assert giving_back.send_refunds(Clock(SOON)) == 0
    refund = GatewayRefund.objects.get()
    assert (refund.state, refund.next_at) == (RefundState.REFUSED, None)
    again = giving_back.note_refund(refund, outcome="done", said="", by=ByGateway(), at=SOON)
    assert again.state == RefundState.REFUSED


@pytest.mark.parametrize("fault", [HANGS, CUTS, 500, UNSIGNED, {"UrlThanhToan": "javascript:alert(1)"}, {}])
def test_a_gateway_that_does_not_begin_is_asked_again_for_the_same(
    desk: CashDesk, gateway: Simulator, fault: Any
) -> None:
    one = desk.begun()
    gateway.answers = [fault]
    assert online.send_to_gateway(one, "/ve/", AT).address == ""
    begun = online.send_to_gateway(one, "/ve/", AT)
    assert begun.address.endswith(one.reference)
    assert {each["MaThamChieu"] for each in gateway.asked} == {one.reference}
    asked = gateway.asked[-1]
    assert (asked["SoTien"], asked["ThongTinBienLai"]["TenDonVi"]) == (50_000, "Sở Kế hoạch và Đầu tư")
    assert online.send_to_gateway(one, "/ve/", AT) == begun
    assert len(gateway.asked) == 2


def test_what_it_forgot_to_tell_is_heard_when_it_is_asked_and_what_nobody_paid_ends(
    desk: CashDesk, gateway: Simulator
) -> None:
    desk.book()
    one, other = desk.begun(1), desk.begun(2)
    told = {"MaThamChieu": one.reference, "MaGiaoDich": "GD-1", "SoTien": 50_000, "ThoiGianGD": "20240527080300"}
    gateway.payments[one.reference] = told | {"MaTrangThai": "00"}
    gateway.answers = [HANGS, UNSIGNED]
    assert gateway_asking.ask_unanswered(AT + timedelta(minutes=6)) == 0
    assert gateway_asking.ask_unanswered(AT + timedelta(minutes=8)) == 0
    assert gateway_asking.ask_unanswered(AT + timedelta(minutes=12)) == 1
    assert Receipt.objects.count() == 1
    assert gateway_asking.ask_unanswered(AT + timedelta(minutes=40)) == 1
    other.refresh_from_db()
    assert other.state == OnlineState.EXPIRED
    with pytest.raises(NotOnline):
        online.end_online_payment(other, by=ByGateway(), at=AT + timedelta(hours=1))


@pytest.mark.clause("4.5.b")
def test_the_file_of_a_day_brings_what_was_not_told_and_shows_what_it_lacks(desk: CashDesk, gateway: Simulator) -> None:
    desk.book()
    told, forgotten = desk.begun(1), desk.begun(2)
    hear(word(told, PAID_AT))
    line = {"MaThamChieu": forgotten.reference, "MaGiaoDich": "GD-2", "SoTien": 50_000, "ThoiGianGD": "20240527080500"}
    strange = line | {"MaThamChieu": "H49LAHOAC-1", "MaGiaoDich": "GD-3", "SoTien": 9_000}
    tomorrow = AT + timedelta(days=1)
    assert gateway_asking.read_files(tomorrow) == 0
    gateway.days["2024-05-27"] = [line, strange]
    assert gateway_asking.read_files(tomorrow) == 1
    assert gateway_asking.read_files(tomorrow) == 0
    assert Receipt.objects.count() == 2
    assert Arrival.objects.get(key="http/GD-3").why == Why.UNKNOWN
    told.refresh_from_db()
    assert (told.settled_on, told.missed_on) == (None, AT.date())
    with pytest.raises(NotAllowed):
        gateway_asking.explain_missing(told, why="x", by=desk.world["lan"], at=tomorrow)
    with pytest.raises(Refused, match="vì sao"):
        gateway_asking.explain_missing(told, why=" ", by=desk.world["thao"], at=tomorrow)
    gateway_asking.explain_missing(told, why="Cổng nộp bù ngày 29/05", by=desk.world["thao"], at=tomorrow)
    with pytest.raises(Refused, match="đã được giải thích"):
        gateway_asking.explain_missing(told, why="Nữa", by=desk.world["thao"], at=tomorrow)
    again = gateway_asking.compare_day(Day(AT.date(), ()), gateway="http", by=ByGateway(), at=tomorrow)
    assert again.lines == 2
    assert desk.is_sound()


def test_no_gateway_is_asked_inside_an_act() -> None:
    for asking in (gateway_asking.ask_unanswered, gateway_asking.read_files):
        with together(), pytest.raises(RuntimeError):
            asking(AT)
    with together(), pytest.raises(RuntimeError):
        giving_back.send_refunds(Clock(AT))
