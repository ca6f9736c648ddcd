"""The whole way on a phone, from the procedure to the confirmation: without scripts, and over a line that breaks."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.filing.models import Submission
from motcua.domain.filing.terms import State
from tests.breaking_line import breaking_line
from tests.filing import AtHome, with_own_form
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c", "5.1.d")]
PHONE = {"width": 360, "height": 740}
BYTES = 400_000 // 8  # a second
SLOW = {"offline": False, "latency": 400, "downloadThroughput": BYTES, "uploadThroughput": BYTES}


def files_everything(page: Page, home: AtHome, paper: Path, server: str, scripts: bool = True) -> None:
    """From the page of the procedure to the confirmation, with what stands on the screen alone."""
    page.goto(f"{server}/thu-tuc/{home.version.procedure.code}/")
    page.get_by_role("link", name="Nộp trực tuyến").click()
    page.get_by_role("button", name="Bắt đầu").click()
    page.get_by_role("link", name="Điền tờ khai").click()
    page.get_by_role("button", name="Điền thông tin của tôi").click()
    page.get_by_label("Xã, phường").fill("Xã Hạ Long")
    page.get_by_label("Tỉnh, thành phố").fill("Quảng Ninh")
    page.get_by_label("Tên hộ kinh doanh").fill("Quán cơm An Bình")
    page.get_by_label("Vốn kinh doanh").fill("150.000.000")
    page.get_by_label("Ngày bắt đầu").fill("01/06/2024")
    page.get_by_label("Số lao động").fill("2")
    page.get_by_label("Một người").check()
    page.get_by_label("Bán lẻ").check()
    page.get_by_role("button", name="Lưu tờ khai").click()
    page.get_by_role("link", name="Chụp ảnh hoặc chọn tệp").first.click()
    page.set_input_files("#chon-tep", paper)
    if not scripts:
        page.get_by_role("button", name="Gửi tệp đã chọn").click()
    expect(page.get_by_text("Đã nhận 1 trang")).to_be_visible(timeout=120_000)
    page.get_by_role("link", name="Về danh sách giấy tờ").click()
    page.get_by_role("link", name="Điền thông tin").click()
    page.get_by_label("Điện thoại liên hệ").fill("0912345678")
    page.get_by_role("button", name="Lưu thông tin").click()
    page.get_by_role("link", name="Xem lại và nộp").click()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    expect(page.get_by_text("Cán bộ trả lời trước")).to_be_visible(timeout=60_000)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A page as a telephone photographs it, too much for one breath of a slow line."""
    file = tmp_path / "can-cuoc.pdf"
    Image.effect_noise((700, 700), 90).save(file, "PDF")
    return file


def test_the_whole_way_without_scripts(
    browser: Browser, at_home: Callable[..., Page], live_server: LiveServer, world: World, paper: Path
) -> None:
    home = with_own_form(world)
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    files_everything(at_home(page, home.person), home, paper, live_server.url, scripts=False)
    assert Submission.objects.get(person=home.person).state == State.SUBMITTED
    page.context.close()


def test_the_whole_way_on_a_slow_line_that_breaks_five_times_while_a_file_is_sent(
    page: Page, at_home: Callable[..., Page], live_server: LiveServer, world: World, paper: Path
) -> None:
    home = with_own_form(world)
    at_home(page, home.person).set_viewport_size(PHONE)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    with breaking_line(live_server.url, breaks=5, after=50_000) as line:
        files_everything(page, home, paper, line.url)
        assert line.broken == 5
    handed_in = Submission.objects.get(person=home.person)
    sent = handed_in.papers.get(component__name="Căn cước công dân của chủ hộ").scan.file
    assert sent.sha256 == hashlib.sha256(paper.read_bytes()).hexdigest()
