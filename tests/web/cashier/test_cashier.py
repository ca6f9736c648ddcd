"""The cash desk by its screens: scan, bill, paid, receipt; a drawer; money out on two persons' word; a book."""

import pytest

from motcua.domain.fees.models import Charge, Payment, Receipt, ReceiptBook, Shift
from motcua.domain.papers.queries import papers_of
from tests.money import CashDesk
from tests.papers.reading import text_of
from tests.people import PLANNING
from tests.world import World

HERE = "/thu-ngan/"
NOW = "2024-05-27 09:00"


@pytest.fixture
def desk(world: World) -> CashDesk:
    """The cash desk, with a book of receipts in use."""
    made = CashDesk(world)
    made.book()
    return made


@pytest.mark.clause("4.5.a", "5.3.a")
def test_a_scanned_receipt_becomes_a_bill_that_is_paid_and_a_biên_lai_in_three_copies(desk: CashDesk, sits) -> None:
    dossier, yen = desk.world.received(), sits("yen")
    answer = yen.sends(f"{HERE}ca/", NOW, change="500000")
    assert answer.status_code == 302
    answer = yen.sends(HERE, NOW, words=f"http://x/tra-cuu/{dossier.secret}/")
    assert answer.headers["Location"] == f"{HERE}ho-so/{dossier.code}/"
    (line,) = desk.world.version.procedure.tariff.all()
    answer = yen.sends(f"{HERE}ho-so/{dossier.code}/", NOW, **{f"line_{line.pk}": "on"})
    bill = Charge.objects.get()
    address = f"{HERE}khoan/{bill.pk}/"
    assert answer.headers["Location"] == address
    page = yen.reads(address, NOW)
    assert "Thu 50.000 ₫" in page
    assert "Năm mươi nghìn đồng" in page
    assert yen.sends(f"{address}thong-bao/", NOW).headers["Location"] == address
    (notice,) = papers_of(bill.stream)
    assert dossier.code in text_of(yen.asks(f"{address}thong-bao/{notice.pk}.pdf", NOW).content)
    assert f"Số {notice.shown_number}" in yen.reads(address, NOW)
    assert yen.sends(f"{address}thu/", NOW, method="cash", amount="50000").headers["Location"] == address
    receipt = Receipt.objects.get()
    pdf = yen.asks(f"{HERE}bien-lai/{receipt.pk}.pdf", NOW).content
    text = text_of(pdf)
    for words in ("0000001", "Liên 1", "Liên 2", "Liên 3", "Năm mươi nghìn đồng", dossier.code, "Nguyễn Văn An"):
        assert words in text
    assert yen.sends(HERE, NOW, words=dossier.code).headers["Location"] == address
    assert "Đã thanh toán" in yen.reads(address, NOW)


@pytest.mark.clause("4.5.a")
def test_what_is_not_here_is_not_found_and_what_is_wrong_says_so(desk: CashDesk, sits) -> None:
    bill, yen, lan = desk.bill(), sits("yen"), sits("lan")
    assert lan.asks(f"{HERE}khoan/{bill.pk}/", NOW).status_code == 403
    assert yen.asks(f"{HERE}khoan/{bill.pk + 1}/", NOW).status_code == 404
    assert yen.asks(f"{HERE}ho-so/000.00.00.H49-240527-9999/", NOW).status_code == 404
    answer = yen.sends(HERE, NOW, words="không có mã này")
    assert answer.status_code == 404
    assert "Không tìm thấy" in answer.content.decode()
    answer = yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="cash", amount="50000")
    assert answer.status_code == 409
    assert "chưa mở ca" in answer.content.decode()
    answer = yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="transfer", amount="50000")
    assert "số chứng từ" in answer.content.decode()
    answer = yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="seashells")
    assert answer.status_code == 422
    assert Payment.objects.count() == 0


@pytest.mark.clause("4.5.a", "3.2")
def test_a_void_is_asked_by_the_cashier_and_agreed_to_by_the_accountant(desk: CashDesk, sits) -> None:
    bill, yen = desk.bill(), sits("yen")
    desk.shift()
    yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="cash", amount="50000")
    first = Receipt.objects.get()
    yen.sends(f"{HERE}bien-lai/{first.pk}/xoa-bo/", NOW, reason="Sai tên người nộp")
    page = yen.reads(f"{HERE}de-nghi/", NOW)
    assert "phải có người thứ hai" in page
    thao, pk = sits("thao"), bill.proposals.get().pk
    assert thao.sends(f"{HERE}de-nghi/", NOW, proposal=str(pk)).status_code == 302
    assert [each.number for each in Receipt.objects.order_by("number")] == [1, 2]
    page = thao.reads(f"{HERE}khoan/{bill.pk}/", NOW)
    assert "Đã xóa bỏ" in page
    assert "Không có đề nghị nào" in thao.reads(f"{HERE}de-nghi/", NOW)


@pytest.mark.clause("4.5.a", "3.2")
def test_a_refund_declined_says_why_and_changes_nothing(desk: CashDesk, sits) -> None:
    bill, yen, thao = desk.bill(), sits("yen"), sits("thao")
    desk.shift()
    yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="cash", amount="50000")
    receipt = Receipt.objects.get()
    yen.sends(f"{HERE}bien-lai/{receipt.pk}/hoan-tra/", NOW, amount="50000", reason="Rút hồ sơ")
    pk = bill.proposals.get().pk
    assert yen.sends(f"{HERE}de-nghi/", NOW, proposal=str(pk)).status_code == 403
    assert thao.sends(f"{HERE}de-nghi/{pk}/khong-dong-y/", NOW, reason="Hồ sơ đã giải quyết xong").status_code == 302
    bill.refresh_from_db()
    assert bill.paid == 50_000


@pytest.mark.clause("4.5.a", "3.2")
def test_a_refund_by_transfer_is_agreed_to_with_its_document(desk: CashDesk, sits) -> None:
    bill, yen, thao = desk.bill(), sits("yen"), sits("thao")
    yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="transfer", amount="50000", document="FT1")
    receipt = Receipt.objects.get()
    yen.sends(f"{HERE}bien-lai/{receipt.pk}/hoan-tra/", NOW, amount="50000", reason="Rút hồ sơ")
    pk = bill.proposals.get().pk
    assert thao.sends(f"{HERE}de-nghi/", NOW, proposal=str(pk)).status_code == 409
    assert "Đồng ý, ghi chứng từ" in thao.reads(f"{HERE}de-nghi/", NOW)
    address = f"{HERE}de-nghi/{pk}/chuyen-tra/"
    assert yen.sends(address, NOW, number="UNC 7", on="27/05/2024").status_code == 403
    assert thao.sends(address, NOW, number="", on="27/05/2024").status_code == 422
    assert thao.sends(address, NOW, number="UNC 7", on="27/05/2024").status_code == 302
    assert "chứng từ số UNC 7 ngày 27/05/2024" in thao.reads(f"{HERE}khoan/{bill.pk}/", NOW)
    assert thao.asks(address, NOW).status_code == 404
    back = receipt.payment.refunds.get()
    assert thao.asks(f"{HERE}hoan-tra/{back.pk}/chung-tu.pdf", NOW).status_code == 404  # none was scanned


@pytest.mark.clause("4.5.a", "3.2")
def test_a_drawer_is_counted_blind_and_a_difference_is_closed_by_the_accountant(desk: CashDesk, sits) -> None:
    yen, thao = sits("yen"), sits("thao")
    yen.sends(f"{HERE}ca/", NOW, change="500000")
    assert "500.000 ₫" in yen.reads(f"{HERE}ca/", NOW)
    yen.sends(f"{HERE}ca/", NOW, counted="480000")
    shift = Shift.objects.get()
    assert "Lệch 20.000 ₫" in yen.reads(f"{HERE}ca/", NOW)
    assert "người khác phải xem" in yen.reads(f"{HERE}ca/{shift.pk}/dong/", NOW)
    assert "Thiếu 20.000 ₫" in thao.reads(f"{HERE}ca/{shift.pk}/dong/", NOW)
    assert thao.sends(f"{HERE}ca/{shift.pk}/dong/", NOW, reason="Thối nhầm").status_code == 302
    assert "Thối nhầm" in thao.reads(f"{HERE}ca/", NOW)


@pytest.mark.clause("4.5.a", "4.5.b")
def test_the_accountant_puts_a_book_into_use(desk: CashDesk, sits) -> None:
    thao, yen = sits("thao"), sits("yen")
    given = {"department": PLANNING, "form": "01BLP2-001", "symbol": "AB/24", "first": "1", "last": "500"}
    assert yen.asks(f"{HERE}quyen/moi/", NOW).status_code == 403
    assert thao.sends(f"{HERE}quyen/moi/", NOW, **given).status_code == 302
    assert ReceiptBook.objects.filter(closed_at=None).get().symbol == "AB/24"
    page = thao.reads(f"{HERE}quyen/", NOW)
    assert "Thôi dùng từ 27/05/2024" in page
    assert "0000001 đến 0000500" in page
    assert thao.sends(f"{HERE}quyen/moi/", NOW, **given | {"last": "0"}).status_code == 422


@pytest.mark.clause("4.5.a", "5.3.a")
def test_pages_copies_and_a_relief_make_the_sum_and_more_is_asked_with_its_reason(desk: CashDesk, sits) -> None:
    poor = {"group": "hộ nghèo", "percent": 50, "basis": "Nghị quyết 25/2019/NQ-HĐND", "proof": "sổ hộ nghèo"}
    steps = {"amount": 2_000, "per": "trang", "later_from": 3, "later": 1_000, "ceiling": 200_000}
    desk.world.version.procedure.tariff.update(**steps, reliefs=[poor])
    dossier, yen = desk.world.received(), sits("yen")
    (line,) = desk.world.version.procedure.tariff.all()
    address = f"{HERE}ho-so/{dossier.code}/"
    assert "giảm 50% cho hộ nghèo (kèm sổ hộ nghèo" in yen.reads(address, NOW)
    applies = {f"line_{line.pk}": "on", f"units_{line.pk}": "10", f"copies_{line.pk}": "3"}
    yen.sends(address, NOW, **applies, **{f"relief_{line.pk}": "hộ nghèo"})
    bill = Charge.objects.get()
    assert bill.due == 18_000
    yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="card", amount="18000", document="POS 1")
    assert yen.sends(f"{address}thu-them/", NOW, **applies).status_code == 422
    yen.sends(f"{address}thu-them/", NOW, **applies, reason="Xin thêm ba bản")
    page = yen.reads(f"{HERE}khoan/{bill.pk}/", NOW)
    assert "Thu 36.000 ₫" in page
    assert "Xin thêm ba bản" in page


@pytest.mark.clause("4.5.a", "4.5.b")
def test_a_lost_copy_is_reported_once_and_shown_with_its_receipt(desk: CashDesk, sits) -> None:
    bill, yen = desk.bill(), sits("yen")
    yen.sends(f"{HERE}khoan/{bill.pk}/thu/", NOW, method="card", amount="50000", document="POS 1")
    address = f"{HERE}bien-lai/{Receipt.objects.get().pk}/mat-lien/"
    assert yen.sends(address, NOW, copy="4", reason="Rơi").status_code == 422
    assert yen.sends(address, NOW, copy="3", reason="Thất lạc khi chuyển").status_code == 302
    assert "đã được báo mất" in yen.sends(address, NOW, copy="3", reason="Lại mất").content.decode()
    assert "Mất liên 3: Thất lạc khi chuyển; Trịnh Hải Yến báo" in yen.reads(f"{HERE}khoan/{bill.pk}/", NOW)
