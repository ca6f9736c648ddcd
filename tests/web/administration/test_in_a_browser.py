"""Every page of the desk in a real browser: empty, full and with errors, in light and dark, narrow and wide."""

import pytest
from playwright.sync_api import Page

from motcua.domain.organisations import acts
from tests.web import axe
from tests.world import World, build, moment

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = (
    "",
    "?muc=ket-thuc",
    "co-quan/so-khdt/",
    "co-quan/moi/",
    "co-quan/so-khdt/sua/",
    "co-quan/so-khdt/ket-thuc/",
    "can-bo/",
    "can-bo/?tim=khong+ai",
    "can-bo/minh/",
    "can-bo/moi/",
    "can-bo/minh/sua/",
    "can-bo/thu/phan-cong/",
    "can-bo/thu/tai-khoan/",
    "can-bo/thu/khoa-tai-khoan/",
    "can-bo/thu/phan-cong/{posting}/ket-thuc/",
    "lich/",
    "lich/?nam=2011",
    "lich/2024-09-02/bo/",
    "lich/ngay-moi/",
    "lich/gio/",
    "lich/gio/dat/?co-quan=so-tp",
    "lich/han/",
    "tinh-trang/",
)


@pytest.fixture
def kien(in_browser, live_server) -> Page:
    page = in_browser("kien", "2024-05-28 09:00")
    page.here = f"{live_server.url}/quan-tri/"
    return page


@pytest.fixture
def full(world: World) -> World:
    acts.open_office(
        "ha-long", name="Ủy ban nhân dân thành phố Hạ Long", kind="district", parent=world.offices["tinh"],
        valid_from=moment("2019-05-01").date(), identifier="000.00.31.H49", identifier_is_invented=True,
        by=world["kien"], at=moment("2024-05-01"),
    )  # fmt: skip
    world.in_appraisal()
    return world


def test_no_page_breaks_a_rule_of_accessibility_at_any_width(kien, full):
    for path in PAGES:
        address = path.format(posting=full["thu"].postings.get().pk)
        assert kien.goto(kien.here + address).status == 200, path
        assert "\n".join(axe.check(kien)) == "", path


def test_errors_and_the_look_ahead_break_none_either(kien, full):
    kien.goto(f"{kien.here}lich/ngay-moi/")
    kien.get_by_role("button", name="Xem trước ảnh hưởng").click()
    assert "\n".join(axe.check(kien)) == ""
    kien.get_by_label("Ngày", exact=True).fill("29/5/2024")
    kien.get_by_label("Tên ngày").fill("Nghỉ tránh bão số 3")
    kien.get_by_label("Căn cứ").fill("Công điện 15/CĐ-UBND")
    kien.get_by_role("button", name="Xem trước ảnh hưởng").click()
    assert "\n".join(axe.check(kien)) == ""
    kien.get_by_role("button", name="Đề nghị khai báo ngày này").click()
    assert "\n".join(axe.check(kien)) == ""
    kien.goto(f"{kien.here}lich/han/")
    assert "\n".join(axe.check(kien)) == ""
    kien.goto(f"{kien.here}can-bo/thu/phan-cong/")
    kien.get_by_role("button", name="Phân công").click()
    assert "\n".join(axe.check(kien)) == ""


def test_a_day_is_declared_without_scripts(browser, live_server, full, in_browser):
    cookies = in_browser("kien", "2024-05-28 09:00").context.cookies()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(f"{live_server.url}/quan-tri/lich/ngay-moi/")
    page.get_by_label("Ngày", exact=True).fill("29/5/2024")
    page.get_by_label("Tên ngày").fill("Nghỉ tránh bão số 3")
    page.get_by_label("Căn cứ").fill("Công điện 15/CĐ-UBND")
    page.get_by_role("button", name="Xem trước ảnh hưởng").click()
    page.get_by_role("button", name="Đề nghị khai báo ngày này").click()
    assert "Lịch thay đổi khi người thứ hai xác nhận." in page.inner_text("main")
    context.close()


def test_the_world_stands_again_for_the_next_test():
    assert build().offices["tinh"].name == "Ủy ban nhân dân tỉnh Quảng Ninh"
