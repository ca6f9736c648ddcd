"""A payer's own page of a bill: what is owed and why, the ways to pay, what the bank said, the receipt."""

from typing import Any

import pytest
from django.test import Client

from motcua.domain.dossiers import bills
from motcua.domain.fees import accounts, collecting
from motcua.domain.fees.accounts import Details
from motcua.domain.fees.models import OnlinePayment, Receipt
from motcua.domain.fees.terms import AccountUse, Method
from motcua.domain.regulation.answers import Refused
from motcua.web.components.entrance import MOMENT
from tests.citizens import BINH, Citizen, a_citizen
from tests.following import owned_by
from tests.money import AT, CashDesk
from tests.papers.reading import text_of
from tests.web.at_desk import words_of
from tests.web.portal.test_english import untranslated
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.5.a")]
NOW = "2024-05-27 09:00"


def owing(world: World, **other: Any) -> Any:
    """A dossier with a bill of 50.000 đồng, a book of receipts, and the department's account."""
    desk = CashDesk(world)
    desk.book()
    bank = Details("Vietcombank", "1014567890", "Sở Kế hoạch và Đầu tư", "970436")
    given = {"details": bank, "valid_from": AT.date(), "by": world["thao"], "at": AT}
    accounts.use_account(desk.department, AccountUse.COLLECTING, **given)
    dossier = world.received(**other)
    bills.ask_fees(dossier, counts={bills.lines_for(dossier)[0].pk: bills.Count()}, by=world["lan"], at=AT)
    return dossier


class Passer:
    """Somebody with nothing but the address, on a telephone that keeps no cookie."""

    def asks(self, address: str) -> Any:
        return Client().get(address, **{MOMENT: moment(NOW)})

    def sends(self, address: str, **fields: str) -> Any:
        return Client(enforce_csrf_checks=True).post(address, fields, **{MOMENT: moment(NOW)})


def test_with_the_secret_a_bill_is_read_paid_on_the_page_of_practice_and_its_receipt_opened(
    world: World, settings: Any
) -> None:
    settings.GATEWAY_TRIAL = True
    dossier, somebody = owing(world), Passer()
    here = f"/tra-cuu/{dossier.secret}/nop-phi/"
    page = words_of(somebody.asks(here))
    reference = bills.bills_of(dossier)[0].reference
    for words in ("Bạn cần nộp 50.000 ₫", "Lệ phí đăng ký doanh nghiệp", "1014567890", reference, "Tại quầy"):
        assert words in page
    assert "<svg" in somebody.asks(here).content.decode()
    assert untranslated(somebody.asks(f"/en/track/{dossier.secret}/fees/").content.decode()) == []
    for _ in range(2):
        assert somebody.sends(here, bill=reference).headers["Location"] == here
    one = OnlinePayment.objects.get()
    assert "Đang chờ ngân hàng báo" in words_of(somebody.asks(here))
    trial = one.address
    assert "Không có tiền thật" in words_of(somebody.asks(trial))
    assert somebody.sends(trial, paid="0").headers["Location"] == here
    assert "không thành công" in words_of(somebody.asks(here))
    somebody.sends(trial, paid="1")
    page = words_of(somebody.asks(here))
    assert "Đã nộp đủ" in page
    receipt = Receipt.objects.get()
    text = text_of(somebody.asks(f"/tra-cuu/{dossier.secret}/bien-lai/{receipt.pk}.pdf").content)
    assert "Liên 2" in text
    assert "Liên 1" not in text
    assert "Đã nộp đủ" in words_of(somebody.asks(f"/tra-cuu/{dossier.secret}"))
    refused = somebody.sends(here, bill=reference)
    assert refused.status_code == 409
    assert "đã nộp đủ" in words_of(refused)


def test_the_page_of_practice_does_not_exist_where_it_is_not_offered(world: World, settings: Any) -> None:
    dossier = owing(world)
    here = f"/tra-cuu/{dossier.secret}/nop-phi/"
    assert "trực tuyến" not in words_of(Passer().asks(here))
    assert Passer().sends(here, bill=bills.bills_of(dossier)[0].reference).status_code == 409
    assert Passer().sends("/thanh-toan/thu/H49AAA-1/", paid="1").status_code == 404
    settings.GATEWAY_TRIAL = True
    assert Passer().asks("/thanh-toan/thu/H49AAA-1/").status_code == 404


def test_an_own_bill_opens_for_its_owner_and_for_nobody_else(world: World, settings: Any) -> None:
    settings.GATEWAY_TRIAL = True
    person = a_citizen()
    dossier = owing(world, applicant=owned_by(person))
    an, binh = Citizen(person), Citizen(a_citizen(BINH))
    here = f"/ho-so-cua-toi/{dossier.code}/nop-phi/"
    assert "Bạn cần nộp 50.000 ₫" in an.reads(here, NOW)
    assert "Còn phải nộp 50.000 ₫" in an.reads(f"/ho-so-cua-toi/{dossier.code}/", NOW)
    an.sends(here, NOW, bill=bills.bills_of(dossier)[0].reference)
    one = OnlinePayment.objects.get()
    assert one.account == f"account/{person.account_id}"
    an.sends(one.address, NOW, paid="1")
    receipt = f"/ho-so-cua-toi/{dossier.code}/bien-lai/{Receipt.objects.get().pk}.pdf"
    assert an.asks(receipt, NOW).status_code == 200
    assert an.asks("/ho-so-cua-toi/tin-bao/", NOW).status_code == 200
    assert [binh.asks(each, NOW).status_code for each in (here, receipt)] == [404, 404]
    strange = [f"/tra-cuu/{'x' * 20}/nop-phi/", f"/tra-cuu/{dossier.secret}/bien-lai/999999.pdf"]
    assert [Passer().asks(each).status_code for each in strange] == [404, 404]


def test_a_card_needs_the_reference_of_its_terminal(world: World) -> None:
    bill = bills.bills_of(owing(world))[0]
    given = {"method": Method.CARD, "amount": 50_000, "by": world["yen"], "at": AT}
    with pytest.raises(Refused, match="số chứng từ"):
        collecting.collect(bill, document=" ", **given)
    assert collecting.collect(bill, document="POS 004711", **given).payment.document == "POS 004711"
