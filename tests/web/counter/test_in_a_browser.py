"""The counter in a real browser: without the mouse, without losing anything, and without breaking accessibility."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.counters.scanner import Watch
from motcua.domain.dossiers.delivery.handover import keep_uncollected
from motcua.domain.dossiers.guidance import Asking, guide
from motcua.domain.dossiers.handed_in import Fault
from motcua.domain.dossiers.intake import refuse_to_receive
from motcua.domain.dossiers.models import Correction, Dossier
from tests.papers import corpus
from tests.people import CENTRE
from tests.web import axe
from tests.web.counter.test_intake_scans import photo
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
CARD = "022090001234|100123456|Nguyễn Văn An|05031990|Nam|Hạ Long, Quảng Ninh|15042021"
AT = "2024-05-27 09:00"


class Keyboard:
    """Counts what an official presses; a scanner's own typing is not counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed = page, 0

    def scan(self, text: str) -> None:
        self.page.keyboard.insert_text(text)
        self.page.keyboard.press("Enter")

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1


def test_a_simple_dossier_is_received_without_the_mouse_in_few_keys(
    in_browser: Callable[..., Page], live_server: LiveServer
):
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/")
    keys = Keyboard(page)
    expect(page.get_by_label("Mã QR trên căn cước")).to_be_focused()
    keys.scan(CARD)
    expect(page.get_by_label("Điện thoại", exact=True)).to_be_focused()
    expect(page.get_by_label("Họ và tên", exact=True)).to_have_value("Nguyễn Văn An")
    keys.type("0912345678")
    keys.press("F2")
    keys.type("tu nhan")
    expect(page.locator(".pick")).to_have_count(1)
    keys.press("Enter")
    expect(page.get_by_role("button", name="Đánh dấu đủ tất cả")).to_be_focused()
    keys.press("F4")
    expect(page.locator("input[value=there]:checked")).to_have_count(2)
    keys.press("F9")
    expect(page.get_by_role("link", name="In giấy hẹn")).to_be_focused()
    assert Dossier.objects.get().applicant_name == "Nguyễn Văn An"
    assert keys.pressed <= 25


def test_with_the_scanner_beside_it_every_page_is_there_after_twenty_five_keys_and_in_ninety_seconds(
    in_browser: Callable[..., Page], live_server: LiveServer, settings: LazySettings, tmp_path: Path
):
    settings.SCANNER_FOLDER, began = str(tmp_path), time.monotonic()
    folder, watch = tmp_path / CENTRE / "Quầy 3", Watch()
    folder.mkdir(parents=True)
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/")
    page.get_by_role("button", name="Chọn quầy").click()  # once for each machine
    expect(page.get_by_role("heading", name="Từ máy quét (0)")).to_be_visible()
    expect(page.get_by_label("Mã QR trên căn cước")).to_be_focused()
    keys = Keyboard(page)
    keys.scan(CARD)
    expect(page.get_by_label("Điện thoại", exact=True)).to_be_focused()
    for name in ("1.pdf", "2.pdf"):
        (folder / name).write_bytes(corpus.pdf())
    assert len([*watch.look(moment(AT)), *watch.look(moment(AT))]) == 2
    keys.type("0912345678")
    keys.press("F2")
    keys.type("tu nhan")
    expect(page.locator(".pick")).to_have_count(1)
    keys.press("Enter")
    expect(page.get_by_role("button", name="Đánh dấu đủ tất cả")).to_be_focused()
    keys.press("F4")
    expect(page.locator("input[value=there]:checked")).to_have_count(2)
    expect(page.get_by_role("heading", name="Từ máy quét (2)")).to_be_visible()
    for left in (1, 0):
        keys.press("F6")
        expect(page.get_by_role("heading", name=f"Từ máy quét ({left})")).to_be_visible()
    assert axe.check(page) == []
    keys.press("F9")
    expect(page.get_by_role("link", name="In giấy hẹn")).to_be_focused()
    assert Dossier.objects.get().submitted.filter(scan__isnull=False).count() == 2
    assert keys.pressed <= 25
    assert time.monotonic() - began < 90


def test_what_was_typed_is_there_after_the_window_was_closed(in_browser: Callable[..., Page], live_server: LiveServer):
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/")
    page.get_by_label("Địa chỉ").fill("Tổ 5, khu 3, Hồng Hải")
    expect(page.get_by_text("Đã lưu nháp lúc")).to_be_visible()
    page.get_by_label("Họ và tên", exact=True).fill("Nguyễn Văn Bảy")
    page.close(run_before_unload=False)
    again = page.context.new_page()
    again.goto(f"{live_server.url}/quay/")
    again.get_by_role("region", name="Bản nháp của tôi").get_by_role("link").click()
    expect(again.get_by_label("Địa chỉ")).to_have_value("Tổ 5, khu 3, Hồng Hải")
    again.goto(f"{live_server.url}/quay/nhap/")
    assert axe.check(again) == []


def test_the_arrows_walk_through_the_procedures(in_browser: Callable[..., Page], live_server: LiveServer, world: World):
    world.a_procedure(name="Đăng ký thành lập công ty cổ phần")
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/")
    page.get_by_label("Tìm thủ tục").fill("dang ky")
    expect(page.locator(".pick")).to_have_count(2)
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator(".pick").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Tìm thủ tục")).to_be_focused()


def test_another_kind_of_applicant_changes_the_papers_and_loses_nothing(
    in_browser: Callable[..., Page], live_server: LiveServer
):
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/")
    page.get_by_label("Địa chỉ").fill("Hạ Long")
    page.get_by_label("Doanh nghiệp", exact=True).check()
    expect(page.get_by_label("Tên doanh nghiệp")).to_be_visible()
    expect(page.get_by_label("Loại giấy tờ")).to_have_value("tax_code")
    expect(page.get_by_label("Địa chỉ")).to_have_value("Hạ Long")


def test_a_chosen_file_is_stored_and_shown_while_the_form_goes_on(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World
):
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/?thu-tuc={world.version.pk}")
    page.get_by_label("Địa chỉ").fill("Hạ Long")
    kept = photo()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "đơn.png", "mimeType": "image/png", "buffer": kept.read()}
    )
    expect(page.get_by_text("Đã nhận 1 trang")).to_be_visible()
    page.locator("input[type=file]").nth(1).set_input_files(
        {"name": "thư.txt", "mimeType": "text/plain", "buffer": b"thu"}
    )
    expect(page.get_by_text("Tệp “thư.txt” không phải là PDF, JPEG, PNG, TIFF hay HEIC")).to_be_visible()
    expect(page.get_by_text("Đã nhận 1 trang")).to_be_visible()
    expect(page.get_by_label("Địa chỉ")).to_have_value("Hạ Long")
    assert axe.check(page) == []


def test_a_silent_server_is_said_and_nothing_is_lost(in_browser: Callable[..., Page], live_server: LiveServer):
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/")
    page.route("**/quay/", lambda route: route.fulfill(status=502, body="<p>lỗi</p>"))
    page.get_by_label("Địa chỉ").fill("Hạ Long")
    page.get_by_label("Tìm thủ tục").fill("doanh nghiep")
    expect(page.get_by_text("Máy chủ chưa trả lời.")).to_be_visible()
    expect(page.get_by_label("Địa chỉ")).to_have_value("Hạ Long")
    expect(page.get_by_label("Tìm thủ tục")).to_have_value("doanh nghiep")


def test_the_form_of_intake_breaks_no_rule_empty_full_or_refused(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World
):
    world.received("2024-05-24")
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/")
    assert axe.check(page) == []
    page.get_by_role("button", name="Tiếp nhận F9").click()
    expect(page.locator(".errors")).to_be_focused()
    assert axe.check(page) == []
    page.goto(f"{live_server.url}/quay/?thu-tuc={world.version.pk}")
    page.get_by_label("Mã QR trên căn cước").fill(CARD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Người này đang có hồ sơ cùng thủ tục")).to_be_visible()
    page.get_by_label("Điện thoại", exact=True).fill("0912345678")
    page.get_by_role("group", name="Giấy đề nghị đăng ký doanh nghiệp").get_by_label("Sai", exact=True).check()
    page.get_by_text("Vì sao hạn là").click()
    assert axe.check(page) == []


@pytest.mark.parametrize("there", [False, True])
def test_the_pages_of_who_receives_break_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World, there: bool
):
    page = in_browser("lan", "2024-05-31 09:00")
    addresses = ["cho-chuyen/", "cho-bo-sung/", "huong-dan/", "tim/?tim=an"]
    if there:
        waiting, asked = world.received(), world.awaiting_supplement()
        told = guided(world)
        refused = refuse_to_receive(world.filing(), reason="Không thuộc thẩm quyền.", by=world["lan"], at=moment(AT))
        addresses += [f"ho-so/{waiting.code}/", f"cho-bo-sung/{asked.code}/"]
        addresses += [f"huong-dan/{told}/", f"khong-tiep-nhan/{refused.pk}/"]
    assert wrong_at(page, live_server, addresses) == []


@pytest.mark.parametrize("there", [False, True])
def test_the_pages_of_who_returns_break_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World, there: bool
):
    page = in_browser("ngoc", "2024-05-31 09:00")
    addresses = ["tra-ket-qua/", "tra-ket-qua/?o=luu-giu", "tra-ket-qua/?o=tu-co-quan"]
    if there:
        kept = keep_uncollected(world.at_centre(), shelf="A3-12", by=world["ngoc"], at=moment("2024-05-29"))
        late, here = world.with_result(), world.at_centre()
        addresses += [f"tra-ket-qua/{each.code}/" for each in (kept, late, here)]
    assert wrong_at(page, live_server, addresses) == []
    if there:
        page.get_by_label("Người được chủ hồ sơ ủy quyền, giới thiệu").check()
        page.keyboard.press("F9")
        expect(page.locator(".errors")).to_be_focused()
        assert axe.check(page) == []


def wrong_at(page: Page, server: LiveServer, addresses: list[str]) -> list[str]:
    """What is wrong with these pages of the counter."""
    wrong = []
    for address in addresses:
        answer = page.goto(f"{server.url}/quay/{address}")
        wrong += [] if answer and answer.ok else [f"{address}: {answer and answer.status}"]
        wrong += [f"{address}: {each}" for each in axe.check(page)]
    return wrong


def guided(world: World) -> int:
    """Somebody was told what is missing."""
    missing = (Fault(world.version.components.get(position=1).pk, missing=True, reason="Chưa có trong hồ sơ."),)
    asking = Asking(world.version, world.offices[CENTRE], "Trần Thị Bưởi")
    return guide(asking, faults=missing, by=world["lan"], at=moment(AT)).pk


def test_what_is_settled_at_once_needs_no_mouse_and_breaks_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World
):
    world.an_immediate_procedure()
    world.an_immediate_procedure("Chứng thực chữ ký trong các giấy tờ, văn bản mà công dân tự lập")
    page = in_browser("lan", AT)
    page.goto(f"{live_server.url}/quay/giai-quyet-ngay/")
    assert axe.check(page) == []
    page.get_by_label("Mã QR trên căn cước").fill(CARD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Họ và tên", exact=True)).to_have_value("Nguyễn Văn An")
    page.get_by_label("Điện thoại", exact=True).fill("0912345678")
    page.get_by_role("textbox", name="Giấy tờ, văn bản").fill("Bằng tốt nghiệp đại học")
    page.get_by_label("Đã đối chiếu bản chính").check()
    page.keyboard.press("F9")
    expect(page.get_by_text("Đã giải quyết, ghi sổ và trả kết quả.")).to_be_visible()
    assert axe.check(page) == []
    page.goto(f"{live_server.url}/quay/so-chung-thuc/")
    expect(page.get_by_role("link", name="01/2024-SCT/BS")).to_be_visible()
    assert axe.check(page) == []


def test_the_pages_of_corrections_break_no_rule(in_browser: Callable[..., Page], live_server: LiveServer, world: World):
    dossier = world.received()
    page = in_browser("lan", AT)
    for address in ("dinh-chinh/", "dinh-chinh/dieu-da-hen/"):
        page.goto(f"{live_server.url}/quay/ho-so/{dossier.code}/{address}")
        assert axe.check(page) == []
    page.get_by_label("Thời hạn đúng").fill("5")
    page.get_by_label("Lý do đính chính").fill("Chọn nhầm thời hạn")
    page.get_by_role("button", name="Gửi đề nghị").click()
    expect(page.get_by_text("Đang chờ xác nhận đính chính")).to_be_visible()
    assert axe.check(page) == []
    page = in_browser("mai", AT)
    for address in ("", f"{Correction.objects.get().pk}/"):
        page.goto(f"{live_server.url}/trung-tam/dinh-chinh/{address}")
        assert axe.check(page) == []
