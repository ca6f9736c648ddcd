"""The notice to pay: everything that is needed to pay from home, given once as long as it says the same."""

import pytest

from motcua.domain.fees import accounts, charging, collecting, notices
from motcua.domain.fees.terms import AccountUse, Method
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.vietnamese.vietqr import Account, payload
from tests.money import AT, CashDesk
from tests.papers.reading import codes_of, flat

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.5.a")]
BANK = accounts.Details("Vietcombank", "1014567890", "Sở Kế hoạch và Đầu tư", "970436")


def test_a_notice_says_sum_account_and_content_to_people_and_to_a_bank(desk: CashDesk) -> None:
    yen, thao = desk.world["yen"], desk.world["thao"]
    given = {"use": AccountUse.COLLECTING, "details": BANK, "valid_from": AT.date(), "by": thao, "at": AT}
    accounts.use_account(desk.department, **given)
    bill = desk.bill()
    pdf = bytes_of(notices.issue_fee_notice(bill, by=yen, at=AT), at=AT)
    text = flat(pdf)
    for words in ("50.000 đồng", "Năm mươi nghìn đồng", "1014567890", bill.reference, "Nguyễn Văn An"):
        assert words in text
    assert codes_of(pdf) == {"QR Code": payload(Account("970436", "1014567890"), dong=50_000, note=bill.reference)}


def test_it_is_given_once_as_long_as_it_says_the_same_and_not_for_what_is_paid(desk: CashDesk) -> None:
    yen, van, bill = desk.world["yen"], desk.world["van"], desk.bill()
    first = notices.issue_fee_notice(bill, by=yen, at=AT)
    assert notices.issue_fee_notice(bill, by=van, at=AT).pk == first.pk
    with pytest.raises(NotAllowed):
        notices.issue_fee_notice(bill, by=desk.world["thao"], at=AT)
    desk.book()
    collecting.collect(bill, method=Method.CARD, amount=50_000, document="1", by=yen, at=AT)
    with pytest.raises(charging.NotOpen, match="không còn gì"):
        notices.issue_fee_notice(bill, by=yen, at=AT)
