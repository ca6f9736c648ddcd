"""The desk with keyboard and scanner, its pages by the rules of WCAG, empty and full."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.seals import closing, keeping
from tests.sealing import Sealing
from tests.web import axe
from tests.world import World, moment

DAY = "2024-05-28 10:00"


@pytest.mark.clause("4.1.đ", "5.4")
def test_a_scan_and_one_key_stamp_a_result(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World
) -> None:
    seals = Sealing(world)
    seals.in_use()
    codes = [world.at_centre().code for _ in range(2)]
    page = in_browser("hanh", DAY)
    page.goto(f"{live_server.url}/con-dau/")
    for number, code in enumerate(codes, start=1):
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type(code)
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=f"Đóng dấu, ghi sổ số {number}/2024")).to_be_focused()
        page.keyboard.press("F9")
        expect(page.get_by_text(f"Đã ghi sổ và đóng dấu kết quả của hồ sơ {code}")).to_be_visible()
    expect(page.get_by_text("Không có kết quả nào chờ đóng dấu")).to_be_visible()


@pytest.mark.parametrize("there", [False, True])
def test_the_pages_break_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World, there: bool
) -> None:
    seals = Sealing(world)
    addresses = ["", "so/", "khoa-so/", "con-dau/", "quy-che/"]
    if there:
        addresses += _lived(seals)
    page = in_browser("hanh", "2024-05-29 09:00")
    assert _wrong(page, live_server, addresses) == []


@pytest.mark.parametrize("address", ["quy-che/moi/", "quy-che/{agreement}/dang-ky-con-dau/"])
def test_the_forms_of_the_department_break_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World, address: str
) -> None:
    made = Sealing(world).agreement()
    page = in_browser("hoa", "2024-05-29 09:00")
    assert _wrong(page, live_server, [address.format(agreement=made.pk)]) == []
    page.locator("form[data-guard] button.button").last.click()
    expect(page.locator(".errors")).to_be_focused()
    assert axe.check(page) == []


def test_what_both_heads_and_the_keeper_confirm_breaks_no_rule(world: World, looks: Callable[..., None]) -> None:
    seals = Sealing(world)
    entered = f"/con-dau/quy-che/{seals.agreement(agreed=False).pk}/"
    looks("quang", f"{entered}so-nganh-thong-nhat/", at="2024-05-29 09:00")
    looks("son", f"{entered}trung-tam-thong-nhat/", at="2024-05-29 09:00")
    seal = seals.in_use(seals.agreement(number="06/QCPH"))
    stamped = world.at_centre()
    seals.stamped(stamped)
    looks("hanh", "/con-dau/khoa-so/", f"/con-dau/ho-so/{stamped.code}/", at="2024-05-28 17:00")
    keeping.give_seal(seal, to=world["duc"], note="Biên bản 03/BB", by=world["hanh"], at=moment("2024-05-28 17:00"))
    looks("duc", f"/con-dau/con-dau/{seal.pk}/", f"/con-dau/con-dau/{seal.pk}/nhan/", at="2024-05-29 09:00")


def _lived(seals: Sealing) -> list[str]:
    """One of everything: waiting, stamped, stamped again, closed, damaged, given; gives the pages of it."""
    world, made = seals.world, seals.agreement()
    seal = seals.in_use(made)
    stamped, waiting = world.at_centre(), world.at_centre()
    seals.stamped(stamped)
    seals.stamped(stamped, reason="Bản in bị nhòe mực")
    closing.close_seal_day(seal, day=moment(DAY).date(), by=world["hanh"], at=moment("2024-05-28 16:45"))
    keeping.give_seal(seal, to=world["duc"], note="Biên bản 03/BB", by=world["hanh"], at=moment("2024-05-28 17:00"))
    agreement = f"quy-che/{made.pk}/"
    one = f"con-dau/{seal.pk}/"
    return [
        f"ho-so/{stamped.code}/",
        f"ho-so/{waiting.code}/",
        "so/?tim=khong-co",
        agreement,
        f"{agreement}cham-dut/",
        one,
        f"{one}giao/",
        f"{one}lay-lai/",
        f"{one}hong/",
        f"{one}mat/",
    ]


def _wrong(page: Page, server: LiveServer, addresses: list[str]) -> list[str]:
    wrong = []
    for address in addresses:
        answer = page.goto(f"{server.url}/con-dau/{address}")
        wrong += [] if answer and answer.ok else [f"{address}: {answer and answer.status}"]
        wrong += [f"{address}: {each}" for each in axe.check(page)]
    return wrong
