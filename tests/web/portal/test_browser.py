"""The portal in a real browser: readable for everybody, small enough for a slow line, whole without scripts."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.months import counting
from motcua.domain.procedures import posting_sets
from motcua.web.asking.addresses import address_of
from tests.acts.procedures.test_changes import revised
from tests.questions import a_public_question
from tests.web import axe
from tests.web.conftest import tell_the_time
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)

EMPTY = {
    "the first page": "/",
    "the catalogue": "/thu-tuc/",
    "nothing found": "/thu-tuc/?tim=tau+vu+tru&cap=commune",
    "a procedure": "/thu-tuc/2.001610/",
    "tracking": "/tra-cuu/",
    "a wrong code": "/tra-cuu/?ma=x",
    "a wrong address": "/tra-cuu/khong-co",
    "no figures yet": "/so-lieu/",
}
LIVES = ("in_appraisal", "awaiting_supplement", "at_centre", "rejected")


@pytest.mark.parametrize("address", EMPTY.values(), ids=EMPTY.keys())
def test_no_page_breaks_a_rule_of_accessibility_at_any_width(at_home: Any, address: str) -> None:
    assert "\n".join(axe.check(at_home(address), portal=True)) == ""


@pytest.mark.parametrize("life", LIVES)
def test_no_dossier_breaks_a_rule_of_accessibility_at_any_width(at_home: Any, world: World, life: str) -> None:
    dossier: Dossier = getattr(world, life)()
    for address in (f"/tra-cuu/{dossier.secret}", f"/tra-cuu/?ma={dossier.code}"):
        assert "\n".join(axe.check(at_home(address, "2024-06-10 09:00"), portal=True)) == ""


def test_full_figures_break_no_rule_of_accessibility(at_home: Any, world: World) -> None:
    world.at_centre()
    assert "\n".join(axe.check(at_home("/so-lieu/", "2024-06-10 09:00"), portal=True)) == ""


@pytest.mark.clause("4.1.b", "5.5.b")
def test_what_is_posted_what_changed_and_what_may_be_taken_away_break_none(at_home: Any, world: World) -> None:
    at, asked = "2024-06-10 09:00", a_public_question(world)
    revised(world, world.version, date(2024, 5, 20), days=5)
    for _ in range(5):
        world.at_centre("2024-05-28")
    for address in ("/thay-doi/", "/du-lieu-mo/"):
        assert "\n".join(axe.check(at_home(address), portal=True)) == "", f"{address} with little"
    counting.count_due(moment(at))
    posting_sets.make_due(moment(at))
    for address in (
        "/thay-doi/?thang=2024-05", "/thay-doi/?thang=2024-04", "/thay-doi/?thang=x", "/thay-doi/?co-quan=so-khdt",
        "/du-lieu-mo/", "/co-quan/so-khdt/", "/co-quan/khong-co/", "/kiem-tra/khong-co", "/thu-tuc/2.001610/",
        address_of(asked), "/hoi-dap/cong-khai-99999/",
    ):  # fmt: skip
        assert "\n".join(axe.check(at_home(address, at), portal=True)) == "", address


@pytest.mark.parametrize("address", ["/", "/thu-tuc/", "/thu-tuc/2.001610/", "/tra-cuu/{secret}", "/so-lieu/"])
def test_a_first_load_is_light_and_asks_nobody_else(at_home: Any, page: Page, world: World, address: str) -> None:
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))
    at_home(address.format(secret=world.at_centre().secret), "2024-06-10 09:00")
    page.wait_for_load_state("networkidle")
    assert {urlsplit(response.url).hostname for response in loaded} == {"localhost"}
    assert len(loaded) <= 10
    assert sum(_transferred(response) for response in loaded) <= axe.FIRST_LOAD


def _transferred(response: Response) -> int:
    sizes = response.request.sizes()
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    yield context.new_page()
    context.close()


def test_without_scripts_a_procedure_is_found_and_a_dossier_followed(
    live_server: Any, without_scripts: Page, world: World
) -> None:
    dossier, page = world.in_appraisal(), without_scripts
    tell_the_time(live_server, "2024-05-28 09:00")
    page.goto(live_server.url)
    page.get_by_label("Tìm thủ tục").fill("mo cong ty")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="Đăng ký thành lập doanh nghiệp tư nhân").click()
    assert page.get_by_role("heading", name="Bạn cần chuẩn bị").is_visible()
    page.goto(live_server.url)
    page.get_by_label("Mã hồ sơ").fill(dossier.code or "")
    page.get_by_role("button", name="Xem hồ sơ").click()
    page.get_by_label("4 số cuối điện thoại").fill("5678")
    page.get_by_role("button", name="Xem đầy đủ").click()
    assert page.get_by_text("Thứ Năm, 30/05/2024").first.is_visible()
