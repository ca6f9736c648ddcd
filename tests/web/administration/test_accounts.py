"""The means to sign in: given, renewed, taken away."""

import pytest

from motcua.domain.organisations.models import Account
from tests.web.at_desk import words_of

from .conftest import HERE

BINH = f"{HERE}can-bo/binh/"
GIVEN = {"username": "binh.dt", "password": "cỏ lau triền đê", "again": "cỏ lau triền đê"}


@pytest.mark.clause("2")
def test_an_account_gets_a_new_password_and_the_old_sessions_end(sits, kien):
    before = sits("binh")
    assert before.asks("/phong-ban/").status_code == 200
    assert kien.sends(f"{BINH}tai-khoan/", **GIVEN).headers["Location"] == BINH
    account = Account.objects.get(officer__code="binh")
    assert (account.username, account.check_password(GIVEN["password"])) == ("binh.dt", True)
    assert before.asks("/phong-ban/").status_code == 302


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"again": "cỏ lau"}, "Hai lần nhập mật khẩu không giống nhau."),
        ({"password": "ngắn", "again": "ngắn"}, "Mật khẩu phải có ít nhất 10 ký tự."),
        ({"username": "binhbinhbinh", "password": "binhbinhbinh", "again": "binhbinhbinh"}, "giống tên đăng nhập"),
        ({"username": "Bình"}, "Tên đăng nhập có ít nhất 3 ký tự"),
    ],
)
def test_a_weak_or_mistyped_password_is_not_taken_and_never_shown_again(kien, wrong, sentence):
    answer = kien.sends(f"{BINH}tai-khoan/", **GIVEN | wrong)
    assert answer.status_code == 422
    assert sentence in words_of(answer)
    assert "cỏ lau" not in answer.content.decode()


def test_a_name_that_somebody_has_is_refused(kien):
    answer = kien.sends(f"{BINH}tai-khoan/", **GIVEN | {"username": "minh"})
    assert (answer.status_code, "Tên đăng nhập minh đã có người dùng." in words_of(answer)) == (409, True)


@pytest.mark.clause("2")
def test_a_closed_account_opens_nothing_from_the_next_request_on(sits, kien):
    before = sits("binh")
    assert kien.sends(f"{BINH}khoa-tai-khoan/").headers["Location"] == BINH
    assert before.asks("/phong-ban/").status_code == 302
    assert "Mở lại với mật khẩu mới" in kien.reads(BINH)
    assert "Cán bộ này không có tài khoản đang dùng." in kien.reads(f"{BINH}khoa-tai-khoan/")
    answer = kien.sends(f"{BINH}khoa-tai-khoan/")
    assert answer.status_code == 409
