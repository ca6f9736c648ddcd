"""The lock after a quarter of an hour: the page waits, a form waits too, the right password gives both back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from tests.web.components.conftest import at
from tests.web.components.urls import written
from tests.world import PASSWORD, World, moment

KEY = "5f0c7a4e-7df0-4c0e-9a58-2c3f2b1d9e11"
FORM = {"words": "Ông An hẹn 14:00 & mang bản gốc", "key": KEY}

pytestmark = [pytest.mark.urls("tests.web.components.urls"), pytest.mark.usefixtures("no_earlier_tries")]


@pytest.fixture
def idle(lan: Client) -> Client:
    """Lan was last active at 08:00."""
    assert lan.get("/thu/ghi/", **at("08:00")).status_code == 200
    return lan


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page, as a browser would send them."""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: value.replace("&amp;", "&") for name, value in found if name != "csrfmiddlewaretoken"}


def unlock(client: Client, page: str, password: str = PASSWORD) -> object:
    """Send the form of the lock page."""
    return client.post("/mo-khoa/", hidden(page) | {"password": password}, **at("08:21"))


def test_after_a_pause_the_page_waits_behind_the_lock(idle: Client):
    locked = idle.get("/thu/ghi/?a=1", **at("08:15"))
    assert locked.headers["Location"] == "/mo-khoa/?next=%2Fthu%2Fghi%2F%3Fa%3D1"
    page = idle.get(locked.headers["Location"], **at("08:20")).content.decode()
    assert "Sau 15 phút không thao tác, màn hình tự khóa" in page
    assert "Nguyễn Thị Lan" in page
    assert unlock(idle, page).headers["Location"] == "/thu/ghi/?a=1"
    assert idle.get("/thu/ghi/", **at("08:22")).status_code == 200


def test_who_keeps_working_is_not_locked_out(idle: Client):
    for time in ("08:14", "08:28", "08:42"):
        assert idle.get("/thu/ghi/", **at(time)).status_code == 200


def test_a_form_that_comes_late_is_kept_and_can_be_sent_after_the_password(idle: Client):
    locked = idle.post("/thu/ghi/?phieu=2", FORM, **at("08:20"))
    assert locked.status_code == 401
    assert "Biểu mẫu bạn vừa gửi còn nguyên" in locked.content.decode()
    assert written() == []

    back = unlock(idle, locked.content.decode())
    page = back.content.decode()
    assert "Biểu mẫu của bạn còn nguyên" in page
    assert 'action="/thu/ghi/?phieu=2"' in page
    assert hidden(page) == FORM

    sent = idle.post("/thu/ghi/?phieu=2", hidden(page), **at("08:22"))
    assert sent.headers["Location"] == "/thu/da-ghi/"
    assert written() == [FORM["words"]]


def test_a_wrong_password_keeps_the_form_and_the_lock(idle: Client):
    locked = idle.post("/thu/ghi/", FORM, **at("08:20")).content.decode()
    wrong = unlock(idle, locked, "sai")
    assert wrong.status_code == 401
    assert "Lỗi: Mật khẩu không đúng." in wrong.content.decode()
    assert hidden(wrong.content.decode()) == hidden(locked)
    assert idle.get("/thu/ghi/", **at("08:22")).status_code == 302


def test_five_wrong_passwords_at_the_lock_lock_the_account(idle: Client):
    locked = idle.post("/thu/ghi/", FORM, **at("08:20")).content.decode()
    for _ in range(5):
        unlock(idle, locked, "sai")
    refused = unlock(idle, locked).content.decode()
    assert "Hãy thử lại sau 15 phút." in refused
    assert hidden(refused) == hidden(locked)


def test_files_can_not_be_kept_and_the_page_names_them(idle: Client):
    scan = SimpleUploadedFile("đơn đề nghị.pdf", b"%PDF-1.7", "application/pdf")
    locked = idle.post("/thu/ghi/", FORM | {"scan": scan}, **at("08:20")).content.decode()
    assert "tệp đính kèm không giữ lại được" in locked
    assert "<b>đơn đề nghị.pdf</b>" in locked
    assert "<b>đơn đề nghị.pdf</b>" in unlock(idle, locked).content.decode()


def test_a_form_of_another_site_is_never_kept(world: World):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world["lan"].account)
    strict.get("/thu/ghi/", **at("08:00"))
    answer = strict.post("/thu/ghi/", FORM, **at("08:20"))
    assert answer.status_code == 403
    assert escape(FORM["words"]) not in answer.content.decode()


def test_the_lock_never_leads_to_another_site(idle: Client):
    form = {"kept_address": "https://example.com/", "next": "//example.com", "password": PASSWORD}
    assert idle.post("/mo-khoa/", form, **at("08:20")).headers["Location"] == "/ban-lam-viec/"


def test_a_day_of_ten_hours_ends_behind_the_lock_however_busy_it_was(idle: Client):
    for hour in range(8, 18):
        for minute in range(0, 60, 12):
            assert idle.get("/thu/ghi/", **at(f"{hour:02}:{minute:02}")).status_code == 200
    assert idle.get("/thu/ghi/", **at("18:00")).headers["Location"].startswith("/mo-khoa/")


def test_who_leaves_the_desk_locks_it_at_once(idle: Client):
    assert idle.post("/khoa/", **at("08:05")).headers["Location"] == "/mo-khoa/"
    assert idle.get("/thu/ghi/", **at("08:06")).status_code == 302


def test_an_open_desk_has_no_lock_page(idle: Client):
    assert idle.get("/mo-khoa/?next=/thu/ghi/", **at("08:05")).headers["Location"] == "/thu/ghi/"


@pytest.mark.parametrize("time", ["08:20", "08:21"])
def test_a_fragment_asked_for_behind_the_lock_asks_for_the_whole_form(idle: Client, time: str):
    if time == "08:21":
        idle.logout()
    answer = idle.post("/thu/ghi/", FORM, **at(time), headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert answer.headers["HX-Trigger"] == "locked"
    assert written() == []


def test_activity_is_written_once_a_minute(idle: Client, django_assert_num_queries: DjangoAssertNumQueries):
    with django_assert_num_queries(1):
        idle.get("/thu/ghi/", **at(moment("2024-05-27 08:00").replace(second=59)))
    with django_assert_num_queries(4):  # the session is saved in a transaction of its own
        idle.get("/thu/ghi/", **at("08:01"))


def test_a_form_of_somebody_whose_session_is_gone_is_kept_over_the_sign_in(client: Client, world: World):
    asked = client.post("/thu/ghi/", FORM, **at())
    assert asked.status_code == 401
    page = asked.content.decode()
    assert "Phiên làm việc đã kết thúc" in page
    back = client.post("/dang-nhap/", hidden(page) | {"login": "lan", "password": PASSWORD}, **at())
    assert hidden(back.content.decode()) == FORM
