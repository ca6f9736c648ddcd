"""What the pages of money cost in statements is little and does not grow with what stands on them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.fees import charging, lost_copies, money_out, notices
from motcua.domain.fees.models import Receipt
from motcua.domain.fees.terms import Method
from motcua.domain.procedures.tariff import tariff_on
from tests.acts.fees.test_month import DAY, Month
from tests.counting import statements
from tests.money import CashDesk
from tests.web.at_desk import Official
from tests.world import World

pytestmark = [pytest.mark.django_db]
JUNE = "2024-06-03 09:00"
TILL, BOOKS = "/thu-ngan/", "/doi-soat/"
LISTS = [f"{TILL}{each}" for each in ("", "ca/", "de-nghi/", "quyen/", "doi-chieu/")]
LISTS += [f"{BOOKS}{each}" for each in ("", "nop-tien/", "ty-le-trich/", "so-sach/", "tai-khoan/")]


def test_the_pages_of_money_cost_few_statements_however_much_stands_on_them(world: World, sits) -> None:
    month = Month(CashDesk(world))
    month.fee()
    receipt = month.pay(Method.CARD)
    thao, bill = sits("thao"), receipt.payment.charge
    one = month.drawn()
    pages = [*LISTS, f"{BOOKS}thang/{one.pk}/", f"{BOOKS}dong/{one.lines.get().pk}/"]
    _more(month, receipt, "AB/24")
    month.drawn()
    pages[-1] = f"{BOOKS}dong/{one.lines.get().pk}/"
    assert "khoản thu H49" in thao.reads(f"{BOOKS}so-sach/", JUNE)
    before = {address: _cost(thao, address) for address in pages}
    bill_before = _cost(thao, f"{TILL}khoan/{bill.pk}/")
    for symbol in ("AC/24", "AD/24"):
        _more(month, Receipt.objects.get(payment__charge=bill, voided_at=None), symbol)
    month.drawn()
    pages[-1] = f"{BOOKS}dong/{one.lines.get().pk}/"
    after = {address: _cost(thao, address) for address in pages}
    assert list(after.values()) == list(before.values())
    assert max(after[each] for each in LISTS) <= 6, after
    assert max(after.values()) <= 8, after
    assert _cost(thao, f"{TILL}khoan/{bill.pk}/") == bill_before <= 10


def _more(month: Month, receipt: Receipt, symbol: str) -> None:
    """More of everything: on one bill another receipt, another fee, a notice; beside it bills, money, a book."""
    bill, yen = receipt.payment.charge, month.yen
    lost_copies.report_lost_copy(receipt, copy=1, reason="Thất lạc", by=yen, at=DAY)
    asked = money_out.propose_void(receipt, reason="Sai tên", by=yen, at=DAY)
    money_out.agree_to_money_out(asked, by=month.thao, at=DAY)
    (line,) = tariff_on(month.world.version.procedure_id, DAY.date())
    charging.add_to_charge(bill, items=[charging.Item(line)], reason="Thêm bản", by=month.world["lan"], at=DAY)
    notices.issue_fee_notice(bill, by=yen, at=DAY)
    number = 100 + Receipt.objects.count()
    money_out.propose_reduction(month.desk.bill(number), amount=1_000, reason="Nghèo", by=month.world["lan"], at=DAY)
    month.pay(Method.CARD)
    month.desk.waiting(key=symbol, amount=70_000)
    month.desk.book(symbol=symbol)


def _cost(by: Official, address: str) -> int:
    by.reads(address, JUNE)  # what is read once is kept
    with CaptureQueriesContext(connection) as captured:
        by.reads(address, JUNE)
    return len(statements(captured))
