"""The pages of the cash desk as eyes and screen readers meet them: empty, in work, refused."""

import pytest

from motcua.domain.fees import collecting, matching, shifts
from motcua.domain.fees.models import ReceiptBook
from motcua.domain.fees.statements.importing import keep_statement
from motcua.domain.fees.terms import Method
from tests.acts.fees.test_statements import as_csv
from tests.money import AT as DAY
from tests.money import CashDesk

from .test_electronic import given_up

AT = "2024-05-27 10:00"


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible(transactional_db, world, looks):
    desk = CashDesk(world)
    looks("thao", "/thu-ngan/", "/thu-ngan/ca/", "/thu-ngan/de-nghi/", "/thu-ngan/quyen/", at=AT)
    desk.book()
    bill, dossier = desk.bill(), desk.world.received()
    pages = [f"/thu-ngan/khoan/{bill.pk}/", f"/thu-ngan/ho-so/{dossier.code}/", f"/thu-ngan/khoan/{bill.pk}/giam/"]
    looks("yen", "/thu-ngan/", *pages, at=AT)
    looks("yen", f"/thu-ngan/khoan/{bill.pk}/giam/", "/thu-ngan/ca/", at=AT, send=True)
    looks("thao", "/thu-ngan/quyen/moi/", at=AT, send=True)
    looks("thao", "/thu-ngan/bien-lai-dien-tu/", at=AT)
    ReceiptBook.objects.update(electronic=True)
    given_up(desk, 3)
    looks("thao", "/thu-ngan/bien-lai-dien-tu/", "/thu-ngan/", at=AT)
    yen, thao = world["yen"], world["thao"]
    shift = desk.shift()
    collecting.collect(bill, method=Method.CASH, amount=50_000, by=yen, at=DAY)
    shift = shifts.count_drawer(shift, counted=545_000, by=yen, at=DAY)
    looks("yen", f"/thu-ngan/khoan/{bill.pk}/", "/thu-ngan/ca/", at=AT)
    shifts.close_shift(shift, reason="Trả lại thừa một tờ 5.000 ₫", by=thao, at=DAY)
    looks("thao", f"/thu-ngan/ca/{shift.pk}/xu-ly-chenh-lech/", at=AT, send=True)
    came = desk.waiting(amount=70_000)
    matching.propose_return(came, reason="Chuyển nhầm", by=yen, at=DAY)
    wrong = as_csv(bill, ["hôm qua", "F", "", "9.000", "a", ""])
    where = {"name": "sao-ke.csv", "office": desk.department, "desk": desk.centre}
    statement = keep_statement(wrong, **where, by=thao, at=DAY)
    places = ("ca/", "doi-chieu/", f"doi-chieu/{came.pk}/", "doi-chieu/sao-ke/", f"doi-chieu/sao-ke/{statement.pk}/")
    looks("thao", *(f"/thu-ngan/{each}" for each in places), at=AT)
    looks("thao", f"/thu-ngan/doi-chieu/{came.pk}/dong-y/", at=AT, send=True)
