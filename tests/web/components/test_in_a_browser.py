"""Signing in and what goes wrong in a real browser: empty, refused, not found, no longer posted."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.organisations import acts
from tests.web import axe
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-05-28 09:00"


def test_signing_in_breaks_no_rule_with_a_wrong_password_too(page: Page, live_server: LiveServer, world: World) -> None:
    page.goto(f"{live_server.url}/dang-nhap/")
    assert "\n".join(axe.check(page)) == ""
    page.get_by_label("Tên đăng nhập").fill("lan")
    page.get_by_label("Mật khẩu").fill("không phải mật khẩu")
    page.get_by_role("button", name="Đăng nhập").click()
    page.locator(".errors").wait_for()
    assert "\n".join(axe.check(page)) == ""
    page.goto(f"{live_server.url}/tai-khoan-bi-khoa/")
    assert "\n".join(axe.check(page)) == ""


def test_the_pages_of_an_account_break_no_rule(world: World, looks: Callable[..., None]) -> None:
    looks("lan", "/mat-khau/", at=AT, send=True)
    looks("lan", "/dang-xuat/", at=AT)


def test_what_is_not_there_and_what_is_for_others_break_no_rule(
    in_browser: Callable[..., Page], live_server: LiveServer, world: World
) -> None:
    given = {"by": world["kien"], "at": moment("2024-05-20")}
    acts.end_posting(world["binh"].postings.get(), to_on=moment("2024-05-27").date(), **given)
    for code, address, status in (
        ("lan", "/ho-so/khong-co/", 404),
        ("lan", "/quan-tri/", 403),
        ("binh", "/phong-ban/", 403),
    ):
        page = in_browser(code, AT)
        answer = page.goto(f"{live_server.url}{address}")
        assert answer and answer.status == status, address
        assert "\n".join(axe.check(page)) == "", address


def test_who_holds_only_a_role_without_a_desk_is_told_so(looks: Callable[..., None], world: World) -> None:
    world["binh"].postings.update(roles=["archivist"])  # of a time before, or of a part that is not built yet
    looks("binh", "/ban-lam-viec/", at=AT)
