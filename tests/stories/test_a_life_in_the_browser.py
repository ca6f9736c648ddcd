"""One whole life through the screens alone: from log-in to delivery, and the receipt read back from its PDF."""

from collections.abc import Callable

import pypdfium2
import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.queries import entries
from tests.web.conftest import in_browser  # noqa: F401 - the browser that is told the time
from tests.world import PASSWORD, World

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-27 09:00"
CARD = "022090001234|100123456|Nguyễn Văn An|05031990|Nam|Hạ Long, Quảng Ninh|15042021"


class Story:
    """Officials take turns at one browser, each signing in with name and password."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def sits(self, username: str) -> None:
        self.page.context.clear_cookies()
        self.page.goto(f"{self.site}/dang-nhap/")
        self.page.locator("#id_login").fill(username)
        self.page.locator("#id_password").fill(PASSWORD)
        self.presses("Đăng nhập")
        expect(self.page).not_to_have_url(f"{self.site}/dang-nhap/")

    def opens(self, address: str) -> None:
        self.page.goto(f"{self.site}{address}")

    def presses(self, name: str) -> None:
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=name).click()

    def does(self, code: str, act: str, *, button: str = "", **typed: str) -> None:
        """From the page of the dossier: choose the act, fill its form, send it."""
        self.opens(f"/ho-so/{code}/")
        if act != "Nhận việc":  # that one needs no form
            self.page.locator("main .actions").get_by_role("link", name=act, exact=True).first.click()
        for name, text in typed.items():
            self.page.locator(f"main [name={name}]").fill(text)
        self.presses(button or act)
        expect(self.page.get_by_text(f"hồ sơ {code}.")).to_be_visible()

    def text_of(self, address: str) -> str:
        pdf = pypdfium2.PdfDocument(self.page.request.get(f"{self.site}{address}").body())
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


@pytest.mark.clause("3.3-1", "5.1.đ-2", "4.1.e")
def test_from_log_in_to_delivery_by_the_screens_alone(
    in_browser: Callable[..., Page],  # noqa: F811
    live_server: LiveServer,
    world: World,
) -> None:
    story = Story(in_browser("lan", AT), live_server.url)
    page = story.page

    story.sits("lan")
    story.opens("/quay/")
    page.keyboard.insert_text(CARD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Điện thoại", exact=True)).to_be_focused()
    page.keyboard.type("0912345678")
    page.keyboard.press("F2")
    page.keyboard.type("mo cong ty tu nhan")
    expect(page.locator(".pick")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Đánh dấu đủ tất cả")).to_be_focused()
    page.keyboard.press("F4")
    expect(page.locator("input[value=there]:checked")).to_have_count(2)
    page.keyboard.press("F9")
    receipt = page.get_by_role("link", name="In giấy hẹn")
    expect(receipt).to_be_focused()
    code = Dossier.objects.get().code
    text = story.text_of(receipt.get_attribute("href") or "")
    assert code in text
    assert "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ" in text
    assert "Nguyễn Văn An" in text
    assert "30 tháng 5 năm 2024" in text
    story.presses("Chuyển cho cơ quan giải quyết")

    story.sits("thu")
    story.does(code, "Nhận việc")
    story.does(code, "Hoàn thành bước", button="Hoàn thành và chuyển bước", note="Đủ điều kiện")
    story.sits("minh")
    story.does(code, "Phê duyệt", note="Đồng ý")
    story.sits("hoa")
    story.does(code, "Nhận việc")
    story.does(code, "Hoàn thành bước", button="Hoàn thành và chuyển bước", note="Đã đóng dấu")
    story.does(code, "Ghi nhận kết quả", number="22A8001234", on="27/05/2024")
    story.does(code, "Bàn giao cho Trung tâm")

    story.sits("ngoc")
    story.opens(f"/quay/tra-ket-qua/{code}/")
    story.presses("Trả kết quả")
    expect(page.get_by_text("Đã trả kết quả").first).to_be_visible()

    page.context.clear_cookies()
    story.opens(f"/tra-cuu/{Dossier.objects.get().secret}")
    expect(page.get_by_text("Đã trả kết quả").first).to_be_visible()
    assert [entry.act for entry in entries(Dossier.objects.get())] == [
        "receive", "transfer", "take", "complete_step", "approve", "take", "complete_step",
        "record_result", "hand_over", "deliver",
    ]  # fmt: skip
