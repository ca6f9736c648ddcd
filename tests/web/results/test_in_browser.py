"""The register, its print, the certificates, the results on a dossier and the checking page in a real browser."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.results.models import Result
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.signing.acts import register_certificate, withdraw_certificate
from motcua.domain.papers.uploads import Upload
from tests.papers import samples
from tests.signing import OFFICE, PERSON, Keys
from tests.web import axe
from tests.web.dossier.test_steps import page_of
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = "2024-06-20 09:00"
Opens = Callable[..., Page]


@pytest.fixture
def opens(in_browser: Opens, live_server: LiveServer) -> Opens:
    """Opens a page as one of the cast."""

    def open_page(code: str, address: str) -> Page:
        page = in_browser(code, AT)
        page.goto(f"{live_server.url}{address}")
        return page

    return open_page


@pytest.fixture
def electronic(world: World, keys: Keys) -> Result:
    """A signed result, one in its place, one revoked."""
    at, dossier = moment("2024-05-28 10:00"), world.with_result()
    first = Result.objects.get(dossier=dossier)
    signed = keys.sign(keys.sign(printed("control_slip", samples.CONTROL_SLIP)), OFFICE)
    first = result_signing.attach_result(first, upload=Upload("kq.pdf", signed), by=world["hoa"], at=at)
    long = results.Particulars(title="Giấy chứng nhận " * 8, valid_to=date(2024, 6, 1))
    results.add_result(dossier, number="15/GP-SKHĐT", on=at.date(), particulars=long, by=world["hoa"], at=at)
    given = {"number": "22A8001234-SĐ", "on": at.date(), "reason": "Sai địa chỉ trụ sở"}
    new = results.amend_result(first, **given, by=world["minh"], at=at)
    results.revoke_result(new, reason="Doanh nghiệp khai không trung thực", by=world["minh"], at=at)
    return first


def test_the_register_breaks_no_rule_full_and_empty(electronic: Result, opens: Opens):
    for address in ("/so-ket-qua/", "/so-ket-qua/?tim=khong", "/so-ket-qua/?tinh-trang=thu-hoi", "/so-ket-qua/in/"):
        assert "\n".join(axe.check(opens("thu", address))) == "", address


def test_the_certificates_break_no_rule_with_errors_too(world: World, keys: Keys, opens: Opens):
    at = moment("2024-05-28 10:00")
    one = register_certificate(world["minh"], data=keys.person.pem, key=PERSON, by=world["kien"], at=at)
    other = register_certificate(world.offices["so-khdt"], data=keys.office.pem, key=OFFICE, by=world["kien"], at=at)
    withdraw_certificate(one, reason="Chuyển công tác", by=world["kien"], at=at)
    for rest in (f"{other.pk}/ngung/", "", "dang-ky/"):
        address = f"/so-ket-qua/chung-thu/{rest}"
        page = opens("kien", address)
        assert "\n".join(axe.check(page)) == ""
    page.get_by_role("button", name="Đăng ký").click()
    page.get_by_text("Có chỗ cần sửa").wait_for()
    assert "\n".join(axe.check(page)) == ""


def test_the_results_of_a_dossier_and_the_forms_of_their_acts_break_no_rule(electronic: Result, opens: Opens):
    here = page_of(electronic.dossier)
    assert "\n".join(axe.check(opens("minh", here))) == ""
    other = Result.objects.get(number="15/GP-SKHĐT")
    for what in ("tep", "soan", "thay", "thu-hoi", "ky-so"):
        assert "\n".join(axe.check(opens("minh", f"{here}ket-qua/{other.pk}/{what}/"))) == ""


def test_the_pages_of_checking_break_no_rule_in_any_state(electronic: Result, opens: Opens, tmp_path: Path):
    for each in Result.objects.order_by("id"):
        assert "\n".join(axe.check(opens("thu", f"/kiem-tra/{each.secret}"), portal=True)) == ""
    file = tmp_path / "kết quả.pdf"
    file.write_bytes(printed("control_slip", samples.CONTROL_SLIP))
    page = opens("thu", "/kiem-tra/")
    assert "\n".join(axe.check(page, portal=True)) == ""
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Kiểm tra chữ ký", exact=True).click()
    page.get_by_text("Tệp không có chữ ký số.").wait_for()
    assert "\n".join(axe.check(page, portal=True)) == ""
