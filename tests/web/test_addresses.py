"""Whatever somebody writes into an address gets a page that says what is wrong, never a fault of the server."""

import pytest
from django.test import Client

from tests.world import World

ADDRESSES = (
    "/thu-tuc/", "/tra-cuu/", "/quy-che/", "/quay/tim/", "/phong-ban/", "/trung-tam/", "/dang-nhap/", "/hoi-dap/",
    "/tong-dai/", "/tra-loi/kho/",
)  # fmt: skip
WORDS = ("%00", "a%00b", "%ff%fe", "%E2%80%AEabc", "'%22%3C", "1" * 4000, "%F0%9F%98%80")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("words", WORDS)
def test_no_address_is_a_fault_of_the_server(world: World, address: str, words: str) -> None:
    for code in ("lan", "thu", "mai"):
        client = Client()
        client.force_login(world[code].account)
        for name in ("tim", "tu-khoa", "sau", "truoc", "ma", "trang", "q", "so", "mau", "thu-tuc"):
            assert client.get(f"{address}?{name}={words}").status_code < 500
