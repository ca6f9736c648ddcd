"""Signing in: the right password, wrong ones, five wrong ones, a closed account, a new password."""

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.cache import cache
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from motcua.config import settings as of_the_program
from motcua.domain.organisations import acts
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.web.components import desks
from motcua.web.components.signing_in import minutes_left
from tests.web.components.conftest import MORNING, at, sign_in
from tests.world import PASSWORD, World

WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."
NEW = "Sim tím đồi xa 74"

pytestmark = [pytest.mark.urls("tests.web.components.urls"), pytest.mark.usefixtures("no_earlier_tries")]


def test_the_right_password_leads_to_the_desks(client: Client, world: World):
    assert sign_in(client, "lan").headers["Location"] == "/ban-lam-viec/"
    assert "Nguyễn Thị Lan" in client.get("/thu/ghi/", **at()).content.decode()


def test_the_first_desk_of_the_menu_is_the_one_that_opens(lan: Client, monkeypatch: pytest.MonkeyPatch):
    _enter(monkeypatch, "unlock", order=-3, roles={Role.APPROVE})
    _enter(monkeypatch, "gallery", order=-2, roles={Role.RECEIVE, Role.RETURN})
    _enter(monkeypatch, "account_logout", order=-1, roles={Role.RECEIVE})
    assert lan.get("/ban-lam-viec/", **at()).headers["Location"] == "/thu-vien-mau/"


def _enter(monkeypatch: pytest.MonkeyPatch, home: str, *, order: int, roles: set[Role]) -> None:
    desk = desks.Desk(home, "Bàn", order, frozenset(roles), (desks.Section("Trang", home),))
    monkeypatch.setitem(desks._DESKS, home, desk)


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client: Client, world: World):
    asked = client.get("/thu/ghi/?a=1", **at())
    assert asked.headers["Location"] == "/dang-nhap/?next=/thu/ghi/%3Fa%3D1"
    assert sign_in(client, "lan", next="/thu/ghi/?a=1").headers["Location"] == "/thu/ghi/?a=1"


def test_signing_in_never_leads_to_another_site(client: Client, world: World):
    assert sign_in(client, "lan", next="https://example.com/").headers["Location"] == "/ban-lam-viec/"


def test_a_wrong_password_is_said_without_saying_which_part_is_wrong(client: Client, world: World):
    known = sign_in(client, "lan", "sai").content.decode()
    unknown = sign_in(client, "khong-co", "sai").content.decode()
    assert WRONG in known
    assert WRONG in unknown
    assert "<title>Lỗi: Đăng nhập" in known
    assert 'value="sai"' not in known


def test_empty_fields_are_asked_for_one_by_one(client: Client, world: World):
    page = sign_in(client, "", "").content.decode()
    assert 'href="#id_login">Hãy nhập tên đăng nhập.' in page
    assert 'id="id_password-loi">Lỗi: Hãy nhập mật khẩu.' in page


def test_five_wrong_tries_lock_the_name_and_say_for_how_long(client: Client, world: World):
    for _ in range(5):
        assert WRONG in sign_in(client, "lan", "sai").content.decode()
    locked = sign_in(client, "lan").content.decode()
    assert "Đã nhập sai quá nhiều lần nên việc đăng nhập tạm khóa. Hãy thử lại sau 15 phút." in locked
    assert "_auth_user_id" not in client.session


def test_a_locked_name_does_not_lock_its_neighbour(client: Client, world: World):
    for _ in range(5):
        sign_in(client, "lan", "sai")
    assert sign_in(client, "thu").status_code == 302


def test_tries_that_were_right_do_not_count(client: Client, world: World):
    for _ in range(6):
        assert sign_in(client, "lan").status_code == 302
        client.post("/dang-xuat/", **at())


def test_the_tries_are_counted_in_the_database(client: Client, world: World, settings: Settings):
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    for _ in range(5):
        sign_in(client, "lan", "sai")
    assert "tạm khóa" in sign_in(Client(), "LAN").content.decode()


@pytest.mark.parametrize(
    ("tries", "now", "minutes"),
    [([300.0, 0.0], 300.0, 10), ([0.0], 899.0, 1), ([0.0], 60.0, 14), ([0.0], 61.0, 14), ([], 0.0, 0)],
)
def test_the_wait_is_counted_from_the_oldest_wrong_try(tries: list[float], now: float, minutes: int):
    assert minutes_left(tries, duration=900, now=now) == minutes


def test_passwords_are_kept_with_argon2():
    first = of_the_program.PASSWORD_HASHERS[0]
    assert first.endswith(Argon2PasswordHasher.__name__)


def test_a_closed_account_is_out_at_once(lan: Client, world: World):
    assert lan.get("/thu/ghi/", **at()).status_code == 200
    acts.close_account(world["lan"], by=Founder(), at=MORNING)
    assert lan.get("/thu/ghi/", **at()).headers["Location"].startswith("/dang-nhap/")
    assert sign_in(Client(), "lan").headers["Location"] == "/tai-khoan-bi-khoa/"


def test_nobody_signs_up(client: Client, world: World):
    for address in ("/signup/", "/dang-ky/", "/accounts/signup/"):
        assert client.get(address, **at()).status_code == 404


def test_a_new_password_is_taken_when_the_old_one_is_known(client: Client, world: World):
    sign_in(client, "lan")
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert client.post("/mat-khau/", form, **at()).headers["Location"] == "/ban-lam-viec/"
    assert "Đã đổi mật khẩu." in client.get("/thu/ghi/", **at()).content.decode()
    assert sign_in(Client(), "lan", NEW).status_code == 302


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"oldpassword": "sai", "password1": NEW, "password2": NEW}, "Mật khẩu hiện tại không đúng."),
        ({"oldpassword": PASSWORD, "password1": NEW, "password2": NEW + "x"}, "không giống nhau."),
        ({"oldpassword": PASSWORD, "password1": "ngan", "password2": "ngan"}, "ít nhất 10 ký tự"),
        ({"oldpassword": PASSWORD, "password1": "1234567890", "password2": "1234567890"}, "quá phổ biến"),
        ({}, "Hãy nhập mật khẩu hiện tại."),
    ],
)
def test_a_new_password_is_refused_with_a_reason(client: Client, world: World, form: dict[str, str], sentence: str):
    sign_in(client, "lan")
    page = client.post("/mat-khau/", form, **at())
    assert page.status_code == 200
    assert sentence in page.content.decode()


def test_signing_out_ends_the_session(lan: Client):
    assert "Bạn muốn đăng xuất?" in lan.get("/dang-xuat/", **at()).content.decode()
    lan.post("/dang-xuat/", **at())
    assert lan.get("/ban-lam-viec/", **at()).status_code == 302


def test_who_is_signed_in_costs_one_statement(lan: Client, django_assert_num_queries: DjangoAssertNumQueries):
    lan.get("/thu/ghi/", **at())
    with django_assert_num_queries(1):
        lan.get("/thu/ghi/", **at("08:00"))


def test_a_cleared_cache_does_not_sign_anybody_out(lan: Client):
    cache.clear()
    assert lan.get("/thu/ghi/", **at()).status_code == 200


def test_the_session_of_a_closed_account_signs_nobody_in(lan: Client, world: World):
    account = world["lan"].account
    account.is_active = False
    account.save()
    assert lan.get("/thu/ghi/", **at()).status_code == 302


def test_a_new_password_ends_the_sessions_of_before(lan: Client, world: World):
    account = world["lan"].account
    account.set_password("mật khẩu mới 2019")
    account.save()
    assert lan.get("/thu/ghi/", **at()).status_code == 302
