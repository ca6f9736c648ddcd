"""The second lock on its pages: put on, asked for at every door, taken off by its owner or at the counter."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from motcua.domain.citizens import second_factor
from motcua.domain.citizens.models import Person, SignIn
from motcua.domain.citizens.terms import Proof
from motcua.domain.messages.models import Message
from tests.citizens import AN, AT, a_citizen
from tests.local_accounts import a_local_account
from tests.moments import moment
from tests.totp import shows
from tests.web import axe
from tests.web.at_desk import Official, words_of
from tests.web.citizen.test_local_accounts import Visitor
from tests.web.conftest import tell_the_time
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
DOOR = "/cong-dan/dang-nhap/hai-lop/"
NINE, HALF_PAST = "2024-05-27 09:00", "2024-05-27 09:30"
KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.fixture
def an(world: World) -> Visitor:
    return Visitor()


def locked(person: Person) -> Person:
    return second_factor.turn_on_second_factor(person, key=KEY, code=shows(KEY, AT), by=person, at=AT)


def test_it_is_put_on_with_an_app_and_asked_for_from_then_on(an: Visitor) -> None:
    person = a_local_account()
    an.comes_in()
    assert "Chưa bật" in words_of(an.opens("an-toan/"))
    assert an.sends("an-toan/hai-lop/")["Location"] == "/cong-dan/an-toan/hai-lop/bat/"
    page = an.opens("an-toan/hai-lop/bat/").content.decode()
    assert page.count("<svg") >= 1 and "otpauth://totp/" in page
    key = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1]  # type: ignore[index]
    wrong = an.sends("an-toan/hai-lop/bat/", code="12")
    assert (wrong.status_code, "Mã gồm sáu chữ số" in words_of(wrong)) == (422, True)
    on = an.sends("an-toan/hai-lop/bat/", code=shows(key, moment(NINE)))
    assert on["Location"] == "/cong-dan/an-toan/hai-lop/ma-du-phong/"
    assert an.opens("an-toan/hai-lop/bat/")["Location"] == "/cong-dan/an-toan/hai-lop/"  # the key is shown no more
    codes = re.findall(r"<code>(\d{4} \d{4})</code>", an.opens("an-toan/hai-lop/ma-du-phong/").content.decode())
    assert len(codes) == 10
    assert codes[0].replace(" ", "") in an.opens("an-toan/hai-lop/ma-du-phong.txt").content.decode()
    assert "Bạn chưa ghi lại mã dự phòng" in words_of(an.opens("an-toan/hai-lop/"))
    an.sends("an-toan/hai-lop/ma-du-phong/")
    assert codes[0] not in an.opens("an-toan/hai-lop/ma-du-phong/").content.decode()
    assert "Đang bật" in words_of(an.opens("an-toan/"))

    other = Visitor()
    assert other.comes_in()["Location"] == DOOR
    assert other.opens("an-toan/")["Location"].startswith("/cong-dan/dang-nhap/")  # not in yet
    assert other.client.get(DOOR)["Cache-Control"] == "no-store"
    at = "2024-05-27 09:10"
    assert other.sends("dang-nhap/hai-lop/", at, code=shows(key, moment(at)))["Location"] == "/cong-dan/"
    assert SignIn.objects.get(second="totp").person == person
    assert "mã từ ứng dụng" in words_of(other.opens("an-toan/", at))


def test_who_comes_from_the_provider_is_asked_too(signs_in: Callable[..., Any], an: Visitor) -> None:
    signs_in(Client(), "an")
    locked(Person.objects.get())
    assert signs_in(an.client, "an")["Location"] == DOOR
    assert an.opens("an-toan/").status_code == 302
    assert an.sends("dang-nhap/hai-lop/", code=shows(KEY, moment(NINE)))["Location"] == "/cong-dan/"
    assert SignIn.objects.latest("pk").how == "provider"


def test_five_wrong_codes_wait_and_a_right_one_with_them(an: Visitor) -> None:
    locked(a_local_account())
    an.comes_in()
    for _ in range(5):
        assert "không đúng hoặc đã dùng" in words_of(an.sends("dang-nhap/hai-lop/", code="000000"))
    again = Visitor()
    again.comes_in()
    for browser in (an, again):  # it is the account that waits, not the browser
        answer = browser.sends("dang-nhap/hai-lop/", code=shows(KEY, moment(NINE)))
        assert answer.status_code == 422
        assert "Hãy thử lại sau 15 phút" in words_of(answer)
    assert not SignIn.objects.exists()


def test_a_recovery_code_opens_once_and_the_owner_is_told(an: Visitor) -> None:
    person = locked(a_local_account())
    code = second_factor.codes_to_keep(person)[0]
    an.comes_in()
    assert an.sends("dang-nhap/hai-lop/", code=f"{code[:4]} {code[4:]}")["Location"] == "/cong-dan/"
    (told,) = Message.objects.filter(kind="account_security", event__startswith="sign-in/")
    assert told.facts["what"] == "Đăng nhập bằng mã dự phòng"
    again = Visitor()
    again.comes_in()
    assert again.sends("dang-nhap/hai-lop/", code=code).status_code == 422


def test_before_something_grave_the_app_is_asked_and_not_the_phone_number(an: Visitor) -> None:
    locked(a_local_account())
    an.comes_in()
    an.sends("dang-nhap/hai-lop/", code=shows(KEY, moment(NINE)))
    away = an.opens("an-toan/mat-khau/", HALF_PAST)["Location"]
    assert away == "/cong-dan/chinh-chu/ma/?next=%2Fcong-dan%2Fan-toan%2Fmat-khau%2F"
    back = an.sends(away.removeprefix("/cong-dan/"), HALF_PAST, code=shows(KEY, moment(HALF_PAST)))
    assert back["Location"] == "/cong-dan/an-toan/mat-khau/"
    assert an.opens("an-toan/mat-khau/", HALF_PAST).status_code == 200


def test_it_is_taken_off_with_a_code_alone(an: Visitor) -> None:
    person = locked(a_local_account())
    an.comes_in()
    an.sends("dang-nhap/hai-lop/", code=shows(KEY, moment(NINE)))
    assert an.sends("an-toan/hai-lop/tat/", code="111111").status_code == 422
    assert second_factor.is_on(person)
    answer = an.sends("an-toan/hai-lop/tat/", "2024-05-27 09:02", code=shows(KEY, moment("2024-05-27 09:02")))
    assert answer["Location"] == "/cong-dan/an-toan/"
    assert Visitor().comes_in()["Location"] == "/cong-dan/"


def test_nobody_stands_at_the_second_door_who_was_not_at_the_first(an: Visitor) -> None:
    assert an.opens("dang-nhap/hai-lop/")["Location"] == "/cong-dan/dang-nhap/"
    assert an.sends("dang-nhap/hai-lop/", code="000000")["Location"] == "/cong-dan/dang-nhap/"


def test_at_the_counter_it_is_taken_off_by_the_card(sits: Callable[[str], Official]) -> None:
    person, lan = locked(a_citizen(proof=Proof.OFFICIAL)), sits("lan")
    assert "Gỡ xác thực hai lớp" in lan.reads("/quay/tai-khoan/", tim=AN.identity_number)
    address = f"/quay/tai-khoan/{person.pk}/hai-lop/"
    card = {"identity_number": AN.identity_number, "name": AN.name, "born_on": "02/04/1985"}
    refused = lan.sends(address, **card | {"name": "Trần Thị Bình"})
    assert (refused.status_code, "không phải của chủ tài khoản" in words_of(refused)) == (409, True)
    assert lan.sends(address, **card).status_code == 302
    assert "Gỡ xác thực hai lớp" not in lan.reads("/quay/tai-khoan/", tim=AN.identity_number).replace("Đã gỡ", "")
    assert sits("thu").asks(address).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_every_page_of_it_breaks_no_rule_on_a_small_phone(
    browser: Browser, live_server: LiveServer, world: World
) -> None:
    a_local_account()
    an = Visitor()
    an.comes_in()
    tell_the_time(live_server, NINE)
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": an.client.cookies[name].value, "url": live_server.url}])

    def holds() -> None:
        assert axe.check(page, portal=True) == [], page.url

    page.goto(f"{live_server.url}/cong-dan/an-toan/hai-lop/")
    holds()
    page.get_by_role("button", name="Bắt đầu").click()
    expect(page.get_by_role("heading", name="Bật xác thực hai lớp")).to_be_visible()
    holds()
    page.get_by_role("button", name="Bật").click()
    expect(page.get_by_role("alert")).to_be_visible()
    holds()
    page.get_by_label("Mã sáu số").fill(shows(page.locator(".secret code").inner_text(), moment(NINE)))
    page.get_by_role("button", name="Bật").click()
    expect(page.locator(".codes li")).to_have_count(10)
    holds()
    page.get_by_role("button", name="Tôi đã ghi lại").click()
    expect(page.get_by_text("bạn giữ mã dự phòng")).to_be_visible()
    for address in ("an-toan/", "an-toan/hai-lop/", "an-toan/hai-lop/ma-du-phong/", "an-toan/hai-lop/tat/",
                    "an-toan/hai-lop/ma-du-phong/moi/", "chinh-chu/ma/"):  # fmt: skip
        page.goto(f"{live_server.url}/cong-dan/{address}")
        holds()
    context.close()
