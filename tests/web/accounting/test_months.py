"""A month by its screens, for both sides: told, disputed, corrected, confirmed, the share transferred, exported."""

import io

import pytest
from python_calamine import CalamineWorkbook

from motcua.domain.fees import deposits
from motcua.domain.fees.models import DepositOrder, MonthStatement, RetainedShare
from motcua.domain.fees.months import drawing, reconciling, working
from motcua.domain.fees.settled import copy_lists
from motcua.domain.fees.terms import Method
from tests.acts.fees.test_month import DAY, THIRD, Month
from tests.money import CashDesk
from tests.papers.reading import text_of
from tests.people import PLANNING
from tests.world import World

HERE = "/doi-soat/"
MAY, JUNE = "2024-05-27 17:30", "2024-06-03 09:00"


@pytest.fixture
def month(world: World) -> Month:
    made = Month(CashDesk(world))
    made.fee()
    for method in (Method.TRANSFER, Method.CARD):
        made.pay(method)
    return made


@pytest.mark.clause("4.5.b", "4.5.c", "5.3.b", "5.3.c", "5.3.d")
def test_both_sides_walk_through_a_month(month: Month, sits) -> None:
    thao, quang = sits("thao"), sits("quang")
    assert quang.asks(f"{HERE}thang/1/", MAY).status_code == 404
    terms = {"fee": f"{PLANNING}:Phí thẩm định", "percent": "12,5", "valid_from": "01/05/2024", "ground": "Chi phí"}
    assert quang.sends(f"{HERE}ty-le-trich/de-xuat/", MAY, **terms | {"fee": "Không có"}).status_code == 422
    assert quang.sends(f"{HERE}ty-le-trich/de-xuat/", MAY, **terms).status_code == 302
    share = RetainedShare.objects.get()
    assert thao.sends(f"{HERE}ty-le-trich/{share.pk}/thong-nhat/", MAY).status_code == 302
    given = {"decision": "1999/QĐ-UBND", "on": "27/05/2024"}
    assert thao.sends(f"{HERE}ty-le-trich/{share.pk}/quyet-dinh/", MAY, **given).status_code == 302
    assert "12,5%" in thao.reads(f"{HERE}ty-le-trich/", MAY)

    assert "100.000 ₫" in thao.reads(f"{HERE}nop-tien/", MAY)
    until = {"department": PLANNING, "until_on": "27/05/2024"}
    assert thao.sends(f"{HERE}nop-tien/lap/", MAY, **until).status_code == 302
    order = DepositOrder.objects.get()
    advice = {"advice": "BC01", "advice_on": "27/05/2024", "credited": "100.000"}
    assert thao.sends(f"{HERE}nop-tien/{order.pk}/bao-co/", MAY, **advice | {"credited": "9"}).status_code == 409
    assert thao.sends(f"{HERE}nop-tien/{order.pk}/bao-co/", MAY, **advice).status_code == 302
    assert "BC01" in quang.reads(f"{HERE}nop-tien/", MAY)

    thao, quang = sits("thao"), sits("quang")  # another day
    assert thao.sends(f"{HERE}lap/", JUNE, department=PLANNING, of="2024-05-01").status_code == 302
    one = MonthStatement.objects.get()
    address = f"{HERE}thang/{one.pk}/"
    assert quang.asks(address, JUNE).status_code == 404  # not sent yet
    assert thao.sends(f"{address}gui/", JUNE).status_code == 302
    assert quang.sends(f"{address}gui/", JUNE).status_code in (403, 409)
    page = quang.reads(address, JUNE)
    assert "AA/24 0000001 đến AA/24 0000002" in page
    assert "chậm nhất 08/06/2024, ngày nghỉ nên nhắc từ 07/06/2024" in page
    line = one.lines.get()
    assert quang.sends(f"{HERE}dong/{line.pk}/khong-khop/", JUNE, text="Thiếu một biên lai").status_code == 302
    assert quang.sends(f"{address}xac-nhan/", JUNE).status_code == 409
    assert thao.sends(f"{HERE}dong/{line.pk}/dieu-chinh/", JUNE, amount="-1", reason="Sai").status_code == 302
    assert "Thiếu một biên lai" in thao.reads(f"{HERE}dong/{line.pk}/", JUNE)
    assert quang.sends(f"{address}xac-nhan/", JUNE).status_code == 302
    transfer = {"amount": "12499", "advice": "KB1", "advice_on": "03/06/2024"}
    assert quang.sends(f"{address}chuyen-khoan-trich/", JUNE, **transfer).status_code == 302
    page = thao.reads(address, JUNE)
    assert "Đã chuyển 12.499 ₫" in page
    assert "0,875 đồng" in page
    assert "cân" in thao.reads(f"{HERE}so-sach/", JUNE)
    for who in (thao, quang):
        answer = who.asks(f"{HERE}so-sach/quyet-toan/", JUNE, year="2024", quarter="2", kind="xlsx")
        book = CalamineWorkbook.from_filelike(io.BytesIO(answer.content))
        assert book.get_sheet_by_name("Bảng tổng hợp").to_python()[1][12:] == [99_999, "12,5%", 12_499, 87_500]
    answer = quang.asks(f"{HERE}so-sach/quyet-toan/", JUNE, year="2024", quarter="ca-nam", kind="csv")
    assert "Phí thẩm định" in b"".join(answer.streaming_content).decode()
    assert quang.asks(f"{HERE}so-sach/quyet-toan/", JUNE, year="x").status_code == 422
    copies = CalamineWorkbook.from_filelike(io.BytesIO(quang.asks(f"{address}bang-tong-hop.xlsx", JUNE).content))
    assert len(copies.get_sheet_by_name("Liên 3").to_python()) == 3
    (listed,) = copy_lists(one)
    assert f"số {listed.shown_number}" in quang.reads(address, JUNE)
    assert "AA/24 0000002" in text_of(quang.asks(f"{address}lien-3/{listed.pk}.pdf", JUNE).content)
    assert quang.asks(f"{address}lien-3/{one.paper_id}.pdf", JUNE).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible(transactional_db, world: World, looks, monkeypatch) -> None:
    month = Month(CashDesk(world))
    month.fee()
    pages = [f"{HERE}{each}" for each in ("", "nop-tien/", "ty-le-trich/", "so-sach/", "tai-khoan/")]
    looks("thao", *pages, at=MAY)
    month.share(1_000)
    month.pay(Method.CARD)
    given = {"until_on": DAY.date(), "by": month.thao, "at": DAY}
    order = deposits.draw_up_deposit(month.desk.department, month.desk.centre, **given)
    looks("thao", f"{HERE}nop-tien/{order.pk}/bao-co/", f"{HERE}ty-le-trich/de-xuat/", at=JUNE, send=True)
    monkeypatch.setattr(drawing, "AT_ONCE", 0)
    looks("thao", f"{HERE}thang/{month.drawn().pk}/", at=JUNE)  # a job is still drawing it up
    while working.carry_on(THIRD):
        pass
    one = drawing.send_statement(MonthStatement.objects.get(), by=month.thao, at=THIRD)
    looks("thao", *pages, f"{HERE}thang/{one.pk}/", f"{HERE}dong/{one.lines.get().pk}/", at=JUNE)
    looks("thao", f"{HERE}nop-tien/lap/", f"{HERE}lap/", f"{HERE}tai-khoan/moi/", at=JUNE, send=True)
    looks("thao", f"{HERE}dong/{one.lines.get().pk}/dieu-chinh/", at=JUNE, send=True)
    looks("quang", HERE, f"{HERE}thang/{one.pk}/", f"{HERE}nop-tien/", at=JUNE)
    looks("quang", f"{HERE}dong/{one.lines.get().pk}/khong-khop/", at=JUNE, send=True)
    reconciling.confirm_statement(one, by=month.quang, at=THIRD)
    looks("quang", f"{HERE}thang/{one.pk}/chuyen-khoan-trich/", at=JUNE, send=True)
    looks("quang", f"{HERE}thang/{one.pk}/", at=JUNE)
