"""What browsers are told, on every page."""

import pytest
from django.test import Client

from tests.web.components.conftest import at
from tests.world import World

pytestmark = pytest.mark.urls("tests.web.components.urls")


def test_pages_run_our_own_scripts_and_styles_only(client: Client, world: World):
    policy = client.get("/dang-nhap/", **at()).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "unsafe" not in policy


def test_pages_can_not_be_framed_guessed_or_followed_from_outside(client: Client, world: World):
    headers = client.get("/dang-nhap/", **at()).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_what_an_official_saw_is_not_stored(lan: Client):
    assert lan.get("/thu/ghi/", **at()).headers["Cache-Control"] == "no-store"


def test_a_page_for_everybody_may_be_stored(client: Client, world: World):
    assert "Cache-Control" not in client.get("/thu-vien-mau/", **at()).headers


@pytest.mark.parametrize("address", ["/thu-vien-mau/", "/thu-vien-mau/?loi=1", "/dang-nhap/", "/khong-co/"])
def test_no_page_needs_what_the_policy_refuses(client: Client, world: World, address: str):
    page = client.get(address, **at()).content.decode()
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick" not in page
    assert page.count("<script") == page.count("<script src=")
