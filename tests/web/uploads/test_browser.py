"""The page in a real browser: files go in pieces, and without scripts all the same."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.uploads.models import IncomingFile
from tests.papers import corpus
from tests.web import axe

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("5.1.d", "5.1.đ-2")]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two photos, and something that is none."""
    given = {"trang-1.jpg": corpus.jpeg(), "trang-2.png": corpus.png(), "virus.pdf": b"MZ" + bytes(2000)}
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in given]


def here(server: LiveServer) -> str:
    return f"{server.url}/gui-tep/giay-to/can-cuoc/"


def test_files_that_are_chosen_are_sent_at_once_and_the_list_says_what_was_received(
    page: Page, live_server: LiveServer, files: list[Path]
):
    wrong: list[str] = []
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.goto(here(live_server))
    page.set_input_files("#chon-tep", files)
    expect(page.get_by_text("Đã nhận 1 trang")).to_have_count(2)
    expect(page.get_by_text("Không nhận:")).to_have_count(1)
    assert axe.check(page, portal=True) == []
    assert wrong == []
    page.set_viewport_size({"width": 360, "height": 800})
    page.get_by_role("button", name="Xoay phải trang-1.jpg").click()
    page.get_by_role("button", name="Xuống sau trang-1.jpg").click()
    expect(page.locator(".sent h2").first).to_have_text("trang-2.png")
    assert IncomingFile.objects.get(name="trang-1.jpg").turn == 90


def test_without_scripts_the_form_sends_them_whole(browser: Browser, live_server: LiveServer, files: list[Path]):
    page = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page.goto(here(live_server))
    page.set_input_files("#chon-tep", files[:2])
    page.get_by_role("button", name="Gửi tệp đã chọn").click()
    assert page.get_by_text("Đã nhận 1 trang").count() == 2
    page.get_by_role("button", name="Bỏ trang-1.jpg").click()
    assert page.locator(".sent h2").all_inner_texts() == ["trang-2.png"]
    page.close()
