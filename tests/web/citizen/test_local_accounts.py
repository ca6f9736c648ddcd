"""Signing in without an identity provider: a code, a password, a first account; and keeping it safe."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.test import Client

from motcua.domain.citizens.models import Confirmation, Person, SignIn
from motcua.domain.messages.models import Message
from motcua.domain.organisations.models import Account
from motcua.web.components import tries
from motcua.web.components.entrance import MOMENT
from motcua.web.components.tries import Limit, Rate
from tests.citizens import AN, BINH, Citizen, a_citizen
from tests.local_accounts import EMAIL, OTHER_PHONE, PHONE, a_local_account, right, wrong
from tests.moments import moment
from tests.web.at_desk import title_of, words_of
from tests.world import World

pytestmark = [pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
AT = "2024-05-27 09:00"
SECRET = "bốn từ không liên quan"
WHO = {"name": AN.name, "identity_number": AN.identity_number, "born_on": "02/04/1985", "agreed": "on"}
ANDROID = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"


class Visitor:
    """Somebody with a browser, whom nobody knows yet."""

    def __init__(self) -> None:
        self.client = Client(headers={"User-Agent": ANDROID})

    def opens(self, address: str, at: str = AT) -> Any:
        return self.client.get(f"/cong-dan/{address}", **{MOMENT: moment(at)})

    def sends(self, page: str, /, at: str = AT, **fields: str) -> Any:
        return self.client.post(f"/cong-dan/{page}", {"key": str(uuid4()), **fields}, **{MOMENT: moment(at)})

    def asks(self, address: str = PHONE, at: str = AT, **more: str) -> Any:
        return self.sends("dang-nhap/ma/", at, address=address, **more)

    def types(self, digits: str = "", at: str = AT, page: str = "dang-nhap/nhap-ma/") -> Any:
        one = Confirmation.objects.order_by("asked_at", "pk").filter(used_at=None).last()
        return self.sends(page, at, code=digits or right(one))

    def comes_in(self, address: str = PHONE, at: str = AT) -> Any:
        self.asks(address, at)
        return self.types(at=at)


@pytest.fixture
def an(world: World) -> Visitor:
    return Visitor()


class TestFirstTime:
    def test_a_number_a_code_a_name_and_one_is_in(self, an: Visitor) -> None:
        assert an.asks("0912 345 678")["Location"] == "/cong-dan/dang-nhap/nhap-ma/"
        page = words_of(an.opens("dang-nhap/nhap-ma/"))
        assert "••• ••• 678" in page
        assert "10 phút" in page
        assert an.types()["Location"] == "/cong-dan/mo-tai-khoan/"
        assert an.sends("mo-tai-khoan/", **WHO)["Location"] == "/cong-dan/"
        person = Person.objects.get()
        assert (person.name, person.phone, person.is_proven) == (AN.name, PHONE, False)
        assert "Danh tính chưa được đối chiếu" in words_of(an.opens("thong-tin/"))

    def test_what_is_wrong_is_said_and_what_was_typed_stays(self, an: Visitor) -> None:
        an.comes_in()
        answer = an.sends("mo-tai-khoan/", **WHO | {"identity_number": "12", "password": "12345"})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "ít nhất 10 ký tự" in page
        assert AN.name in page
        answer = an.sends("mo-tai-khoan/", **WHO | {"identity_number": "12"})
        assert answer.status_code == 409
        assert "12 chữ số" in words_of(answer)
        assert "Phải đồng ý" in words_of(an.sends("mo-tai-khoan/", name=AN.name))

    def test_nobody_opens_one_without_a_code(self, an: Visitor) -> None:
        assert an.opens("mo-tai-khoan/")["Location"] == "/cong-dan/dang-nhap/"
        an.asks()
        answer = an.sends("mo-tai-khoan/", **WHO)
        assert answer.status_code == 409
        assert not Person.objects.exists()

    def test_one_goes_on_where_one_wanted_to(self, an: Visitor) -> None:
        an.asks(next="/cong-dan/to-chuc/")
        an.types()
        assert an.sends("mo-tai-khoan/", **WHO)["Location"] == "/cong-dan/to-chuc/"
        other = Visitor()
        other.asks(OTHER_PHONE, next="https://evil.example/")
        other.types()
        assert other.sends("mo-tai-khoan/", **WHO | {"identity_number": "", "born_on": ""})["Location"] == "/cong-dan/"


class TestByCode:
    def test_who_has_an_account_is_in_by_a_code_alone(self, an: Visitor) -> None:
        person = a_local_account()
        assert an.comes_in()["Location"] == "/cong-dan/"
        seen = SignIn.objects.get(person=person)
        assert (seen.how, seen.device, seen.at) == ("code", "Chrome trên điện thoại Android", moment(AT))

    def test_the_answers_do_not_tell_which_numbers_have_an_account(self, an: Visitor) -> None:
        a_local_account()
        known, unknown = an, Visitor()
        pages = []
        for visitor, number in ((known, PHONE), (unknown, "0912 777 678")):
            answer = visitor.asks(number)
            wrongly = visitor.types("000000")
            page = words_of(visitor.opens("dang-nhap/nhap-ma/"))
            pages.append((answer.status_code, answer["Location"], wrongly.status_code, words_of(wrongly), page))
        assert pages[0] == pages[1]

    def test_a_wrong_code_says_how_many_tries_are_left(self, an: Visitor) -> None:
        an.asks()
        answer = an.types(wrong(Confirmation.objects.get()))
        assert answer.status_code == 422
        assert "còn 4 lần nhập" in words_of(answer)
        assert title_of(answer).startswith("Lỗi:")
        assert "Mã gồm sáu chữ số" in words_of(an.types("12"))

    def test_a_code_belongs_to_the_browser_that_asked(self, an: Visitor) -> None:
        an.asks()
        stranger = Visitor()
        assert stranger.types()["Location"] == "/cong-dan/dang-nhap/"

    def test_digits_may_be_typed_in_groups(self, an: Visitor) -> None:
        a_local_account()
        an.asks()
        digits = right(Confirmation.objects.filter(used_at=None).get())
        assert an.types(f"{digits[:3]} {digits[3:]}").status_code == 302

    def test_who_belongs_to_a_provider_is_sent_there(self, an: Visitor) -> None:
        from dataclasses import replace

        a_citizen(replace(AN, phone=PHONE, phone_confirmed=True))
        answer = an.comes_in()
        assert answer.status_code == 422
        assert "Hãy đăng nhập bằng VNeID" in words_of(answer)

    def test_a_closed_account_is_not_entered(self, an: Visitor) -> None:
        Citizen(a_local_account()).sends("/cong-dan/dong-tai-khoan/", AT)
        assert an.comes_in()["Location"] == "/cong-dan/mo-tai-khoan/"

    def test_the_demo_alone_shows_the_code(self, an: Visitor, settings: Any) -> None:
        an.asks()
        digits = right(Confirmation.objects.get())
        assert digits not in words_of(an.opens("dang-nhap/nhap-ma/"))
        settings.DEMO = True
        page = words_of(an.opens("dang-nhap/nhap-ma/"))
        assert f"Mã của bạn là {digits}" in page
        assert "không gửi tin đi đâu" in page

    def test_where_local_accounts_are_off_there_is_no_such_page(self, an: Visitor, settings: Any) -> None:
        settings.LOCAL_ACCOUNTS = False
        assert "Gửi mã" not in words_of(an.opens("dang-nhap/"))
        assert an.asks().status_code == 404
        for address in ("dang-nhap/nhap-ma/", "dang-nhap/mat-khau/", "mo-tai-khoan/"):
            assert an.opens(address).status_code == 404


class TestByPassword:
    @pytest.fixture(autouse=True)
    def argon(self, settings: Any) -> None:
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

    def test_number_or_address_and_password_are_enough(self, an: Visitor) -> None:
        person = a_local_account(EMAIL, password=SECRET)
        assert identify_hasher(person.account.password).algorithm == "argon2"
        answer = an.sends("dang-nhap/mat-khau/", address=EMAIL.upper(), password=SECRET)
        assert answer["Location"] == "/cong-dan/"
        assert SignIn.objects.get().how == "password"

    @pytest.mark.parametrize("address", [PHONE, OTHER_PHONE], ids=["known", "unknown"])
    def test_five_wrong_passwords_lock_whether_there_is_an_account_or_not(self, an: Visitor, address: str) -> None:
        a_local_account(password=SECRET)
        for _ in range(5):
            answer = an.sends("dang-nhap/mat-khau/", address=address, password="sai rồi")
            assert "mật khẩu không đúng" in words_of(answer)
        answer = an.sends("dang-nhap/mat-khau/", address=address, password=SECRET)
        assert answer.status_code == 422
        assert "tạm khóa. Hãy thử lại sau 15 phút" in words_of(answer)

    def test_who_is_locked_out_still_comes_in_by_a_code(self, an: Visitor) -> None:
        a_local_account(password=SECRET)
        for _ in range(6):
            an.sends("dang-nhap/mat-khau/", address=PHONE, password="sai rồi")
        assert an.comes_in()["Location"] == "/cong-dan/"

    def test_an_account_without_a_password_has_none_to_guess(self, an: Visitor) -> None:
        a_local_account()
        for password in ("", "!", "x"):
            assert an.sends("dang-nhap/mat-khau/", address=PHONE, password=password).status_code == 422

    def test_an_official_does_not_come_in_here(self, an: Visitor, world: World) -> None:
        world["lan"].account.set_password(SECRET)
        world["lan"].account.save()
        assert (
            an.sends("dang-nhap/mat-khau/", address=world["lan"].account.username, password=SECRET).status_code == 422
        )


class TestKeepingItSafe:
    def test_a_forgotten_password_is_set_anew_by_who_came_in_with_a_code(self, an: Visitor) -> None:
        a_local_account(password=SECRET)
        elsewhere = Visitor()
        elsewhere.sends("dang-nhap/mat-khau/", address=PHONE, password=SECRET)
        an.comes_in()
        assert an.sends("an-toan/mat-khau/", password="một câu khác hẳn")["Location"] == "/cong-dan/an-toan/"
        assert Account.objects.get(person__phone=PHONE).check_password("một câu khác hẳn")
        assert an.opens("an-toan/").status_code == 200
        assert elsewhere.opens("an-toan/").status_code == 302

    def test_after_a_quarter_of_an_hour_the_owner_shows_oneself_first(self, an: Visitor) -> None:
        a_local_account()
        an.comes_in()
        later = "2024-05-27 09:20"
        away = an.opens("an-toan/mat-khau/", later)["Location"]
        assert away.startswith("/cong-dan/chinh-chu/?next=")
        assert an.sends("an-toan/mat-khau/", later, password=SECRET).status_code == 302
        assert not Account.objects.get(person__phone=PHONE).has_usable_password()
        assert an.sends("chinh-chu/?next=/cong-dan/an-toan/mat-khau/", later)["Location"] == "/cong-dan/nhap-ma/"
        assert an.types(at=later, page="nhap-ma/")["Location"] == "/cong-dan/an-toan/mat-khau/"
        assert an.opens("an-toan/mat-khau/", later).status_code == 200

    def test_another_number_counts_after_its_code(self, an: Visitor) -> None:
        a_local_account()
        an.comes_in()
        assert an.sends("thong-tin/lien-he/", address=OTHER_PHONE)["Location"] == "/cong-dan/nhap-ma/"
        assert Person.objects.get().phone == PHONE
        assert an.types(page="nhap-ma/")["Location"] == "/cong-dan/thong-tin/"
        assert Person.objects.get().phone == OTHER_PHONE
        assert "Đã xác nhận" in words_of(an.opens("thong-tin/"))

    def test_the_number_of_somebody_else_is_not_taken_over(self, an: Visitor) -> None:
        a_local_account(OTHER_PHONE)
        a_local_account(EMAIL)
        an.comes_in(EMAIL)
        an.sends("thong-tin/lien-he/", address=OTHER_PHONE)
        answer = an.types(page="nhap-ma/")
        assert answer.status_code == 409
        assert "tài khoản khác" in words_of(answer)

    def test_the_owner_sees_who_came_in_and_ends_other_visits(self, an: Visitor) -> None:
        a_local_account()
        lost = Visitor()
        lost.comes_in()
        an.comes_in(at="2024-05-27 09:05")
        page = words_of(an.opens("an-toan/"))
        assert "2 thiết bị" in page
        assert page.count("Chrome trên điện thoại Android") == 2
        an.sends("an-toan/dang-xuat-noi-khac/")
        assert lost.opens("an-toan/").status_code == 302
        assert an.opens("an-toan/").status_code == 200

    def test_a_new_device_is_told_and_a_known_one_is_not(self, an: Visitor) -> None:
        a_local_account()
        an.comes_in()
        assert not Message.objects.filter(kind="account_security").exists()
        other = Visitor()
        other.client = Client(headers={"User-Agent": "Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/121.0"})
        other.comes_in()
        (told,) = Message.objects.filter(kind="account_security")
        assert (told.way, told.facts["what"]) == ("app", "Đăng nhập trên thiết bị mới")

    def test_what_an_official_reads_of_a_code_is_that_one_was_sent(self, an: Visitor, sits: Any) -> None:
        an.asks()
        message, digits = Message.objects.get(kind="one_time_code"), right(Confirmation.objects.get())
        page = sits("mai").reads(f"/tin-nhan/{message.pk}/", "2024-05-27 09:01")
        assert digits not in page
        assert "chỉ người nhận đọc được" in page

    def test_the_owner_takes_along_everything_that_is_kept_and_nothing_of_others(self, an: Visitor) -> None:
        a_citizen(BINH)
        a_local_account()
        an.comes_in()
        answer = an.opens("thong-tin/tai-ve/")
        assert answer["Content-Disposition"].startswith("attachment")
        kept = answer.json()
        assert kept["Tài khoản"]["Điện thoại"] == PHONE
        assert kept["Tài khoản"]["Danh tính"] == "tự khai, chưa đối chiếu"
        assert kept["Đăng nhập gần đây"][0]["Thiết bị"] == "Chrome trên điện thoại Android"
        assert BINH.name not in answer.content.decode()
        assert an.opens("thong-tin/tai-ve/", "2024-05-27 09:20")["Location"].startswith("/cong-dan/chinh-chu/")

    def test_nobody_else_sees_these_pages(self, an: Visitor) -> None:
        for address in (
            "an-toan/",
            "thong-tin/tai-ve/",
            "an-toan/mat-khau/",
            "thong-tin/lien-he/",
            "nhap-ma/",
            "chinh-chu/",
        ):
            assert an.opens(address)["Location"].startswith("/cong-dan/dang-nhap/?next=")

    def test_who_is_signed_in_is_not_asked_again(self, an: Visitor) -> None:
        a_local_account()
        an.comes_in()
        assert an.opens("dang-nhap/")["Location"] == "/cong-dan/"


class TestHowOften:
    def test_one_address_is_sent_three_codes_and_then_a_sentence(self, an: Visitor) -> None:
        for _ in range(3):
            assert an.asks().status_code == 302
        answer = an.asks()
        assert answer.status_code == 409
        assert "Hãy đợi 15 phút" in words_of(answer)

    def test_one_line_asks_for_so_many_codes_and_no_more(self, an: Visitor, monkeypatch: Any) -> None:
        monkeypatch.setitem(tries.RATES, Limit.CODES, Rate(2, 3600))
        answers = [an.asks(f"091234567{n}") for n in range(3)]
        assert [each.status_code for each in answers] == [302, 302, 429]
        assert 3500 < int(answers[-1]["Retry-After"]) <= 3600
        assert "Hãy thử lại sau 60 phút" in words_of(answers[-1])

    def test_one_line_guesses_so_many_codes_and_no_more(self, an: Visitor, monkeypatch: Any) -> None:
        monkeypatch.setitem(tries.RATES, Limit.WRONG_CODES, Rate(3, 900))
        an.asks()
        one = Confirmation.objects.get()
        statuses = [an.types(wrong(one)).status_code for _ in range(4)]
        assert statuses == [422, 422, 422, 429]
        assert int(an.types(right(one))["Retry-After"]) <= 900

    def test_behind_our_own_proxy_each_line_is_counted_for_itself(
        self, an: Visitor, settings: Any, monkeypatch: Any
    ) -> None:
        monkeypatch.setitem(tries.RATES, Limit.CODES, Rate(1, 3600))
        settings.TRUSTED_PROXIES = ("127.0.0.1/32",)

        def ask(number: str, line: str) -> int:
            given = {"HTTP_X_FORWARDED_FOR": line, MOMENT: moment(AT)}
            return an.client.post("/cong-dan/dang-nhap/ma/", {"address": number}, **given).status_code

        assert [ask("0912345671", "113.160.1.1"), ask("0912345672", "113.160.1.2")] == [302, 302]
        assert ask("0912345673", "9.9.9.9, 113.160.1.1") == 429  # what somebody wrote in front counts for nothing


def test_the_page_of_signing_in_carries_no_secret_and_is_kept_nowhere(an: Visitor) -> None:
    an.asks()
    answer = an.opens("dang-nhap/nhap-ma/")
    assert answer["Cache-Control"] == "no-store"
    assert str(Confirmation.objects.get().key) not in answer.content.decode()
    assert not re.search(r"\b\d{6}\b", words_of(answer).replace("1900558826", ""))
    assert BINH.name not in answer.content.decode()
