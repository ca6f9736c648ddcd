"""The matching desk by its screens: a statement tried and taken in, money matched by one or decided by two."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.fees.models import Arrival, Receipt, Statement
from motcua.domain.fees.terms import ArrivalState
from tests.acts.fees.test_statements import as_csv
from tests.money import CashDesk
from tests.papers.corpus import png
from tests.people import PLANNING
from tests.world import World

pytestmark = [pytest.mark.django_db]
HERE, NOW = "/thu-ngan/doi-chieu/", "2024-05-27 10:00"


@pytest.fixture
def desk(world: World) -> CashDesk:
    """The cash desk, with a book of receipts in use."""
    made = CashDesk(world)
    made.book()
    return made


@pytest.mark.clause("4.5.b")
def test_a_statement_is_tried_read_and_taken_in(desk: CashDesk, sits) -> None:
    thao, yen, bill = sits("thao"), sits("yen"), desk.bill()
    assert yen.asks(f"{HERE}sao-ke/", NOW).status_code == 403
    assert thao.sends(f"{HERE}sao-ke/", NOW).status_code == 422
    rubbish = SimpleUploadedFile("x.csv", b"a;b")
    assert thao.sends(f"{HERE}sao-ke/", NOW, department=PLANNING, file=rubbish).status_code == 409
    wrong = SimpleUploadedFile("sk.csv", as_csv(bill, ["hôm qua", "F", "", "9.000", "a", ""]))
    page = thao.reads(thao.sends(f"{HERE}sao-ke/", NOW, department=PLANNING, file=wrong).headers["Location"], NOW)
    assert "Có 1 dòng sai" in page
    file = SimpleUploadedFile("sk.csv", as_csv(bill))
    address = thao.sends(f"{HERE}sao-ke/", NOW, department=PLANNING, file=file).headers["Location"]
    page = thao.reads(address, NOW)
    assert "1 dòng vào khoản thu; 1 dòng chờ ghép; 1 dòng tiền ra, bỏ qua. Chưa có gì thay đổi." in page
    assert yen.asks(address, NOW).status_code == 403
    assert thao.sends(address, NOW).headers["Location"] == HERE
    assert "70.000 ₫" in thao.reads(HERE, NOW)
    assert "Đã nhập lúc" in thao.reads(address, NOW)
    assert Statement.objects.count() == 1
    assert Receipt.objects.count() == 1


@pytest.mark.clause("4.5.a", "3.2")
def test_money_that_fits_is_matched_by_one_and_what_does_not_is_decided_by_two(desk: CashDesk, sits) -> None:
    yen, thao, lan = sits("yen"), sits("thao"), sits("lan")
    fits, unequal, strange = (
        desk.waiting(key="a"),
        desk.waiting(key="b", amount=70_000),
        desk.waiting(key="c", amount=9),
    )
    bill, other = desk.bill(1), desk.bill(2)
    assert lan.asks(f"{HERE}{fits.pk}/", NOW).status_code == 403
    assert yen.asks(f"{HERE}999999/", NOW).status_code == 404
    assert "Đúng số tiền" in yen.reads(f"{HERE}{fits.pk}/", NOW)
    assert ">Ghép<" in yen.sends(f"{HERE}{fits.pk}/", NOW, words=bill.reference).content.decode()
    assert yen.sends(f"{HERE}{fits.pk}/ghep/", NOW, bill=bill.reference).status_code == 302
    assert yen.sends(f"{HERE}{unequal.pk}/ghep/", NOW, bill=other.reference).status_code == 409
    assert "Chưa thấy khoản thu" in yen.reads(f"{HERE}{strange.pk}/", NOW)
    assert yen.sends(f"{HERE}{unequal.pk}/", NOW, words="không có").status_code == 404
    asking = yen.sends(f"{HERE}{unequal.pk}/", NOW, words=other.reference).headers["Location"]
    assert "20.000 ₫ trả lại người gửi" in yen.reads(asking, NOW)
    assert yen.sends(asking, NOW, reason="Ghi nhầm số").status_code == 302
    assert "phải có người thứ hai" in yen.reads(f"{HERE}{unequal.pk}/", NOW)
    assert "Chờ người thứ hai" in yen.reads(HERE, NOW)
    transfer = {"number": "UNC 7", "on": "27/05/2024"}
    assert yen.sends(f"{HERE}{unequal.pk}/dong-y/", NOW, **transfer).status_code == 403
    assert "20.000 ₫ trả lại" in thao.reads(f"{HERE}{unequal.pk}/dong-y/", NOW)
    assert thao.sends(f"{HERE}{unequal.pk}/dong-y/", NOW).status_code == 422
    paper = {**transfer, "file": SimpleUploadedFile("unc.png", png())}
    assert thao.sends(f"{HERE}{unequal.pk}/dong-y/", NOW, **paper).status_code == 302
    assert "Trả lại theo chứng từ UNC 7" in yen.reads(f"{HERE}{unequal.pk}/", NOW)
    assert yen.asks(f"{HERE}{unequal.pk}/chung-tu.pdf", NOW).content.startswith(b"%PDF")
    assert yen.asks(f"{HERE}{fits.pk}/chung-tu.pdf", NOW).status_code == 404
    assert thao.sends(f"{HERE}{unequal.pk}/dong-y/", NOW).status_code == 409
    yen.sends(f"{HERE}{strange.pk}/tra-lai/", NOW, reason="Chuyển nhầm")
    assert thao.sends(f"{HERE}{strange.pk}/khong-dong-y/", NOW, reason="Hỏi lại đã").status_code == 302
    assert "Hỏi lại đã" in thao.reads(f"{HERE}{strange.pk}/", NOW)
    assert "chờ ghép" in thao.reads(HERE, NOW).lower()
    assert "Không có khoản nào như vậy" in thao.reads(HERE, NOW, **{"tinh-trang": "returned"})
    assert [each.state for each in Arrival.objects.order_by("id")] == [ArrivalState.SETTLED] * 2 + [
        ArrivalState.WAITING
    ]
    assert desk.is_sound()
