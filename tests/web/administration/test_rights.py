"""The desk is for administrators; everybody else is told why not."""

import pytest
from django.urls import reverse

from motcua.web.administration.urls import urlpatterns
from tests.web.at_desk import words_of

GIVEN = {"code": "minh", "pk": 1, "on": "2024-09-02"}
BODIES = {"office", "amend_office", "close_office"}


def addresses() -> list[str]:
    """Every page of the desk, of a body, an official or a day that exists."""
    found = []
    for each in urlpatterns:
        wanted = each.pattern.converters
        given = {name: GIVEN[name] for name in wanted} | ({"code": "so-tp"} if each.name in BODIES else {})
        if "on" in wanted:
            given["on"] = wanted["on"].to_python(GIVEN["on"])
        found.append(reverse(f"administration:{each.name}", kwargs={name: given[name] for name in wanted}))
    return found


@pytest.mark.clause("2")
@pytest.mark.parametrize("code", ["lan", "mai", "quang", "binh"])
def test_no_page_opens_to_who_does_not_administer(sits, code):
    other = sits(code)
    for address in addresses():
        answer = other.asks(address)
        if "/de-nghi/" in address and code == "quang":  # for the head of the Centre too, and for no other head
            assert answer.status_code == 404, address
            continue
        assert answer.status_code == 403, address
        assert "Trang này dành cho người có vai trò “Quản trị hệ thống”" in words_of(answer)
        assert other.sends(address).status_code in (403, 405), address


def test_who_is_not_signed_in_signs_in_first(client):
    for address in addresses():
        assert client.get(address).headers["Location"].startswith("/dang-nhap/")


def test_the_menu_leads_here(kien):
    page = kien.asks("/ban-lam-viec/")
    assert page.headers["Location"] == "/quan-tri/"


def test_reading_writes_nothing(kien, django_assert_max_num_queries):
    for address in addresses():
        answer = kien.asks(address)
        assert answer.status_code in (200, 404), address
