"""The pages of payers and of the matching desk as eyes and screen readers meet them, in every state."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers import bills
from motcua.domain.fees import matching, online
from motcua.domain.fees.models import Arrival
from motcua.domain.fees.online import Payer
from motcua.domain.fees.signs import ByGateway, ByPayer
from tests.acts.fees.test_statements import as_csv
from tests.gateway import word
from tests.money import AT, CashDesk
from tests.people import PLANNING
from tests.web import axe
from tests.web.conftest import tell_the_time
from tests.web.paying.test_bills import owing
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.5.a")]
NOW = "2024-05-27 08:10"


def test_a_bill_from_owed_to_questioned(
    transactional_db: None, world: World, settings: Any, page: Page, live_server: LiveServer
) -> None:
    settings.GATEWAY_TRIAL = True
    dossier = owing(world)
    tell_the_time(live_server, NOW)
    here = f"{live_server.url}/tra-cuu/{dossier.secret}/nop-phi/"

    def looks(address: str = here) -> None:
        page.goto(address)
        assert axe.check(page, portal=True) == [], address

    looks()
    page.get_by_role("button", name="Trả 50.000 ₫ trực tuyến").click()
    page.get_by_text("Đang chờ ngân hàng báo").wait_for()
    looks()
    page.get_by_role("link", name="Sang trang thanh toán").click()
    looks(page.url)
    (bill,) = bills.bills_of(dossier)
    one = online.begin_online_payment(bill, payer=Payer(ByPayer()), at=AT)
    online.hear_payment(word(one, AT, amount=1), gateway="trial", by=ByGateway(), at=AT)
    looks()
    assert page.get_by_text("Xin đừng trả lần nữa").is_visible()


@pytest.mark.clause("4.5.b", "3.2")
def test_the_matching_desk(transactional_db: None, world: World, looks: Any, sits: Any) -> None:
    desk, here = CashDesk(world), "/thu-ngan/doi-chieu/"
    looks("thao", here, f"{here}sao-ke/", at=NOW)
    desk.book()
    bill, yen = desk.bill(), world["yen"]
    odd, fits = desk.waiting(key="a", amount=70_000, content="CHUYEN TIEN " * 30), desk.waiting(key="b")
    matching.propose_match(odd, charge=bill, reason="Ghi nhầm số tiền", by=yen, at=AT)
    file = SimpleUploadedFile("sk.csv", as_csv(bill, ["hôm qua", "F", "", "9.000", "a", ""]))
    report = sits("thao").sends(f"{here}sao-ke/", NOW, department=PLANNING, file=file).headers["Location"]
    asking = f"{here}{fits.pk}/de-nghi-ghep/?khoan={bill.reference}"
    looks("thao", here, f"{here}{odd.pk}/", f"{here}{fits.pk}/", asking, report, at=NOW)
    looks("yen", f"{here}{odd.pk}/", f"{here}{fits.pk}/", at=NOW)
    assert Arrival.objects.count() == 2
