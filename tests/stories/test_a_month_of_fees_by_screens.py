"""One month of fees as people meet it on their screens, from a changed tariff to the transfer, to the đồng."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers.models import Dossier
from motcua.domain.fees import checks
from motcua.domain.fees.models import Charge
from tests.acts.fees.test_month import Month
from tests.acts.fees.test_statements import HEAD
from tests.money import CashDesk
from tests.papers.reading import text_of
from tests.people import PLANNING
from tests.web import axe
from tests.web.conftest import in_browser  # noqa: F401
from tests.web.procedures.conftest import PAGE
from tests.world import World

TARIFF, MORNING, EVENING = "2024-05-13 09:00", "2024-05-27 08:30", "2024-05-27 17:00"
SENT, COMPARED, MOVED = "2024-06-03 09:00", "2024-06-06 09:00", "2024-06-07 15:00"
FEE = "Phí công bố nội dung đăng ký doanh nghiệp"
# 50.000 under the old tariff, four times 160.000 under the new one, a fifth given back; 1.000 less by correction.
SUMS = ["", "210.000 ₫", "160.000 ₫", "320.000 ₫", "689.000 ₫", "49.875 ₫", "639.125 ₫", ""]


class Screens:
    """A browser at which one after the other sits down."""

    def __init__(self, page: Page, server: LiveServer, sits: Callable[[str, str], Page]) -> None:
        self.page, self.server, self.sits = page, server, sits

    def opens(self, address: str) -> None:
        self.page.goto(f"{self.server.url}{address}")

    def follows(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=name).first.click()

    def presses(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=name).last.click()

    def sends(self, button: str, **fields: str) -> None:
        """Fill in the form of the page and send it."""
        for name, value in fields.items():
            field = self.page.locator(f"main [name={name}]")
            if field.first.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        self.presses(button)

    def bills(self, dossier: Dossier, due: str) -> Charge:
        """Scan a dossier and make its bill."""
        self.opens("/thu-ngan/")
        self.page.locator("[name=words]").fill(dossier.code or "")
        self.presses("Mở")
        self.presses("Lập khoản thu")
        expect(self.page.get_by_role("heading", name=f"Thu {due}")).to_be_visible()
        return Charge.objects.get(code=dossier.code)

    def collects(self, dossier: Dossier, due: str, method: str = "", document: str = "") -> Charge:
        """Scan, make the bill, take the money."""
        bill = self.bills(dossier, due)
        if method:
            self.page.get_by_label(method, exact=True).check()
        self.sends("Đã nhận đủ", document=document)
        expect(self.page.get_by_role("heading", name="Đã thu")).to_be_visible()
        return bill


@pytest.fixture
def screens(page: Page, live_server: LiveServer, in_browser: Callable[[str, str], Page]) -> Screens:  # noqa: F811
    return Screens(page, live_server, in_browser)


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("4.5.a", "4.5.b", "4.5.c", "5.3.a", "5.3.b", "5.3.c")
def test_a_month_by_screens_comes_out_to_the_đồng_on_both_sides(
    transactional_db: None, world: World, screens: Screens, settings: Any, tmp_path: Path
) -> None:
    settings.GATEWAY_TRIAL = True
    month = Month(CashDesk(world))
    old = world.received("2024-05-17")
    the_tariff_changes(screens)
    month.name = FEE
    month.share(1_250)
    everybody_pays(screens, [old, *(world.received() for _ in range(5))], tmp_path)
    the_statement_is_sent(screens)
    both_sides_agree(screens)
    assert list(checks.faults()) == []


def the_tariff_changes(screens: Screens) -> None:
    screens.sits("tam", TARIFF)
    screens.opens(f"{PAGE}muc-thu/moi/")
    screens.presses("Thêm khoản thu")
    lines = {"fees-0-amount": "60.000", "fees-1-name": FEE, "fees-1-kind": "fee", "fees-1-amount": "100.000"}
    head = {"document": "82/TB-SKHĐT ngày 10/5/2024", "valid_from": "20/5/2024"}
    for name, value in lines.items():
        field = screens.page.locator(f"[name={name}]")
        field.select_option(value) if name.endswith("kind") else field.fill(value)
    for name, value in head.items():
        screens.page.locator(f"[name={name}]").fill(value)
    with screens.page.expect_navigation():
        screens.page.locator("main .actions button").last.click()
    expect(screens.page.get_by_text("82/TB-SKHĐT ngày 10/5/2024").first).to_be_visible()


def everybody_pays(screens: Screens, dossiers: list[Dossier], folder: Path) -> None:
    old, wrong, card, transferred, online, back = dossiers
    screens.sits("yen", MORNING)
    screens.opens("/thu-ngan/ca/")
    screens.sends("Mở ca", change="500.000")
    screens.collects(old, "50.000 ₫")
    screens.collects(wrong, "160.000 ₫")
    screens.follows("Xóa bỏ")
    screens.sends("Gửi đề nghị", reason="Ghi sai tên")
    screens.collects(card, "160.000 ₫", "Thẻ", "POS1")
    screens.collects(back, "160.000 ₫")
    screens.follows("Hoàn trả")
    screens.sends("Gửi đề nghị", amount="160.000", reason="Rút hồ sơ ngay sau khi nộp")
    screens.bills(online, "160.000 ₫")
    waiting = screens.bills(transferred, "160.000 ₫")
    screens.page.get_by_text("Mã QR để người nộp chuyển khoản").click()
    assert axe.check(screens.page) == []

    screens.opens(f"/tra-cuu/{online.secret}/nop-phi/")
    screens.presses("Trả 160.000 ₫ trực tuyến")
    screens.follows("Sang trang thanh toán")
    screens.presses("Trả 160.000 ₫")

    screens.sits("thao", MORNING)
    file = folder / "sao-ke.csv"
    row = ["27/05/2024 08:15", "FT1", "", "160.000", f"NGUYEN VAN AN {waiting.reference}", "NGUYEN VAN AN"]
    file.write_text("\n".join(";".join(each) for each in (HEAD, row)), encoding="utf-8-sig")
    screens.opens("/thu-ngan/doi-chieu/sao-ke/")
    screens.page.locator("[name=file]").set_input_files(file)
    screens.sends("Xem thử", department=PLANNING)
    screens.presses("Nhập sao kê này")
    for _ in range(2):
        screens.opens("/thu-ngan/de-nghi/")
        screens.presses("Đồng ý")

    screens.sits("yen", EVENING)
    screens.opens("/thu-ngan/ca/")
    screens.sends("Ghi số tiền đếm được", counted="710.000")
    screens.follows("Đóng ca")
    screens.presses("Đóng ca")


def the_statement_is_sent(screens: Screens) -> None:
    screens.sits("thao", SENT)
    screens.opens("/doi-soat/lap/")
    screens.sends("Lập bảng tổng hợp", department=PLANNING, of="2024-05-01")
    screens.follows("Gửi sở, ngành")
    screens.presses("Gửi bảng tổng hợp")
    paper = screens.page.get_by_role("link", name="Bảng tổng hợp số").get_attribute("href")
    said = text_of(screens.page.request.get(f"{screens.server.url}{paper}").body())
    assert all(sum_ in said for sum_ in ("290.000", "400.000", "690.000", "50.000", "640.000"))


def both_sides_agree(screens: Screens) -> None:
    screens.sits("quang", COMPARED)
    screens.opens("/doi-soat/")
    screens.follows("05/2024")
    month = screens.page.url.removeprefix(screens.server.url)
    screens.follows(FEE)
    line = screens.page.url.removeprefix(screens.server.url)
    screens.follows("Không khớp")
    screens.sends("Không khớp", text="Thừa 1.000 ₫ so với liên 3")
    screens.sits("thao", COMPARED)
    screens.opens(line)
    screens.follows("Trao đổi")
    screens.sends("Trao đổi", text="Đúng, Trung tâm điều chỉnh")
    screens.opens(line)
    screens.follows("Ghi bút toán điều chỉnh")
    screens.sends("Ghi bút toán điều chỉnh", amount="-1.000", reason="Ghi nhầm")
    screens.sits("quang", COMPARED)
    screens.opens(line)
    expect(screens.page.get_by_text("Đúng, Trung tâm điều chỉnh")).to_be_visible()
    screens.follows("Khớp")
    screens.presses("Khớp")
    screens.opens(month)
    screens.follows("Xác nhận tất cả")
    screens.presses("Xác nhận")
    screens.sits("quang", MOVED)
    screens.opens(month)
    screens.follows("Ghi việc chuyển 49.875 ₫")
    screens.sends("Ghi", advice="KB07", advice_on="7/6/2024")
    for who in ("quang", "thao"):
        screens.sits(who, MOVED)
        screens.opens(month)
        expect(screens.page.get_by_text("Đã chuyển 49.875 ₫")).to_be_visible()
        assert screens.page.locator("main table tbody tr").last.locator("td").all_inner_texts()[1:] == SUMS[1:]
