"""The whole way on a phone without scripts, from the page of the procedure to the confirmation."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.filing.models import Submission
from motcua.domain.filing.terms import State
from tests.filing import AtHome, with_own_form
from tests.papers import corpus
from tests.world import World

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("4.1.c", "5.1.d")]
PHONE = {"width": 360, "height": 740}


def files_everything(page: Page, home: AtHome, photo: Path, server: LiveServer) -> None:
    """From the page of the procedure to the confirmation, with what stands on the screen alone."""
    page.goto(f"{server.url}/thu-tuc/{home.version.procedure.code}/")
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
    page.set_input_files("#chon-tep", photo)
    if (button := page.get_by_role("button", name="Gửi tệp đã chọn")).is_visible():
        button.click()
    expect(page.get_by_text("Đã nhận 1 trang")).to_be_visible(timeout=120_000)
    page.get_by_role("link", name="Về danh sách giấy tờ").click()
    page.get_by_role("link", name="Điền thông tin").click()
    page.get_by_label("Điện thoại liên hệ").fill("0912345678")
    page.get_by_role("button", name="Lưu thông tin").click()
    page.get_by_role("link", name="Xem lại và nộp").click()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    expect(page.get_by_text("Cán bộ trả lời trước")).to_be_visible(timeout=60_000)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo that takes several pieces."""
    file = tmp_path / "can-cuoc.jpg"
    file.write_bytes(corpus.jpeg())
    return file


def test_the_whole_way_without_scripts(
    browser: Browser, at_home: Callable[..., Page], live_server: LiveServer, world: World, photo: Path
) -> None:
    home = with_own_form(world)
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    files_everything(at_home(page, home.person), home, photo, live_server)
    assert Submission.objects.get(person=home.person).state == State.SUBMITTED
    page.context.close()
