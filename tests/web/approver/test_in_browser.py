"""The approver's desk on a telephone: decided in few taps, and no rule of accessibility broken."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.acts.dossiers.approving.test_together import agree
from tests.web import axe
from tests.world import PASSWORD, World

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-29 09:00"


@pytest.fixture
def minh(in_browser, live_server: LiveServer) -> Page:
    """Minh with his telephone at the inbox."""
    page = in_browser("minh", AT)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{live_server.url}/phe-duyet/")
    return page


def test_the_inbox_and_the_sheet_break_no_rule(world: World, minh: Page):
    assert "\n".join(axe.check(minh)) == ""
    world.at_approval("2024-05-27")
    minh.reload()
    assert "\n".join(axe.check(minh)) == ""
    minh.get_by_role("link", name="Nguyễn Văn An").click()
    for folded in minh.locator("main details").all():
        folded.evaluate("one => { one.open = true; }")
    assert "\n".join(axe.check(minh)) == ""


def test_approving_several_at_once_breaks_no_rule_from_list_to_outcome(world: World, minh: Page):
    agree(world)
    for _ in range(2):
        world.at_approval("2024-05-27")
    minh.get_by_role("link", name="Phê duyệt nhiều hồ sơ").click()
    minh.get_by_role("button", name="Phê duyệt các hồ sơ đã chọn").click()
    expect(minh.locator(".errors")).to_be_focused()
    assert "\n".join(axe.check(minh)) == ""
    for box in minh.get_by_role("checkbox").all():
        box.check()
    minh.get_by_label("Mật khẩu của bạn").fill("không phải")
    minh.get_by_role("button", name="Phê duyệt các hồ sơ đã chọn").click()
    expect(minh.get_by_text("Mật khẩu không đúng.")).to_be_visible()
    assert "\n".join(axe.check(minh)) == ""
    minh.get_by_label("Mật khẩu của bạn").fill(PASSWORD)
    minh.get_by_role("button", name="Phê duyệt các hồ sơ đã chọn").click()
    expect(minh.get_by_text("2 hồ sơ đã xong")).to_be_visible()
    assert "\n".join(axe.check(minh)) == ""


@pytest.mark.clause("5.1.c-2")
def test_approving_takes_two_taps(world: World, minh: Page):
    dossier = world.at_approval("2024-05-27")
    minh.reload()
    minh.get_by_role("link", name="Nguyễn Văn An").click()
    minh.get_by_role("button", name="Phê duyệt", exact=True).click()
    expect(minh.get_by_role("status")).to_contain_text(f"Đã phê duyệt hồ sơ: hồ sơ {dossier.code}.")
    assert world.again(dossier).outcome == "approved"


def test_sending_back_takes_four_taps_and_a_reason(world: World, minh: Page):
    dossier = world.at_approval("2024-05-27")
    minh.reload()
    minh.get_by_role("link", name="Nguyễn Văn An").click()
    minh.locator("summary", has_text="Trả lại bước trước").click()
    minh.get_by_label("Lý do").first.fill("Chưa nêu căn cứ")
    minh.get_by_role("button", name="Trả lại bước trước").click()
    expect(minh.get_by_role("status")).to_contain_text("Đã trả lại bước trước")
    assert world.task(dossier).officer.code == "thu"
