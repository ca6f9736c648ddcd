"""Signing in by an identity provider: a real one, on this machine."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from django.test import Client

from motcua.config import identity_provider
from motcua.domain.citizens.models import Person
from motcua.domain.journal.models import Entry
from motcua.domain.organisations.models import Account
from motcua.web.components.entrance import MOMENT
from tests.citizens import Citizen, a_citizen
from tests.moments import moment
from tests.web.at_desk import words_of
from tests.web.citizen.conftest import AT

pytestmark = pytest.mark.clause("4.1.c")
SignsIn = Callable[..., Any]


def test_who_comes_from_the_provider_finds_the_own_page_and_types_nothing(signs_in: SignsIn) -> None:
    client = Client()
    assert signs_in(client, "an")["Location"] == "/cong-dan/"
    person = Person.objects.get()
    assert (person.name, person.identity_number, person.phone) == ("Nguyễn Hoài An", "022085001234", "0912345678")
    assert person.issuer == "VNeID"
    page = words_of(client.get("/cong-dan/thong-tin/"))
    assert "022085001234" in page
    assert "Chưa có hồ sơ nào" in words_of(client.get("/ho-so-cua-toi/"))


def test_the_way_to_the_provider_carries_a_state_and_a_challenge(connected: str, db: None) -> None:
    away = Client().post("/cong-dan/dang-nhap/dinh-danh/")
    asked = parse_qs(urlparse(away["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["state"][0]) >= 10
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email", "phone"}


def test_who_comes_back_has_the_same_account(signs_in: SignsIn) -> None:
    signs_in(Client(), "an")
    signs_in(Client(), "an")
    person = Person.objects.get()
    assert Account.objects.filter(username__startswith="cd-").count() == 1
    assert Entry.objects.filter(stream=person.stream).count() == 1


def test_the_account_of_the_same_number_is_found_again(signs_in: SignsIn) -> None:
    before = a_citizen()
    signs_in(Client(), "an")
    assert Person.objects.get().pk == before.pk


def test_an_answer_that_was_not_asked_for_signs_nobody_in(signs_in: SignsIn) -> None:
    client = Client()
    answer = client.get("/cong-dan/dang-nhap/dinh-danh/xong/?code=abc&state=xyz", **{MOMENT: moment(AT)})
    assert answer.status_code == 403
    assert "Chưa đăng nhập được" in words_of(answer)
    assert not Person.objects.exists()


def test_who_refuses_at_the_provider_reads_that_nothing_changed(signs_in: SignsIn) -> None:
    answer = signs_in(Client(), "an", action="deny")
    assert answer.status_code in (302, 403)
    assert not Person.objects.exists()


def test_somebody_without_a_name_reads_what_to_do(signs_in: SignsIn) -> None:
    answer = signs_in(Client(), "khong-ten")
    assert answer.status_code == 403
    assert "không cho biết họ tên" in words_of(answer)
    assert not Account.objects.filter(username__startswith="cd-").exists()


def test_a_provider_that_does_not_answer_is_a_sentence(settings: Any, db: None) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = identity_provider.providers({"OIDC_ISSUER": "http://127.0.0.1:9"})
    answer = Client().post("/cong-dan/dang-nhap/dinh-danh/")
    assert answer.status_code == 403
    assert "Chưa kết nối được" in words_of(answer)


def test_without_a_provider_the_page_says_what_is_open(settings: Any, db: None) -> None:
    settings.LOCAL_ACCOUNTS = False
    page = words_of(Client().get("/cong-dan/dang-nhap/"))
    assert "Chưa mở đăng nhập trực tuyến" in page
    assert Client().post("/cong-dan/dang-nhap/dinh-danh/").status_code == 404


def test_a_closed_account_is_not_signed_in(signs_in: SignsIn) -> None:
    client = Client()
    signs_in(client, "an")
    person = Person.objects.get()
    Citizen(person).sends("/cong-dan/dong-tai-khoan/", AT)
    answer = signs_in(Client(), "an")
    assert answer.status_code == 403
    assert "đã đóng" in words_of(answer)


def test_a_form_sent_after_the_session_comes_back_after_signing_in(signs_in: SignsIn) -> None:
    client = Client()
    sent = client.post("/cong-dan/thong-tin/", {"phone": "0987 654 321", "key": "x"}, **{MOMENT: moment(AT)})
    assert sent["Location"].startswith("/cong-dan/dang-nhap/?next=")
    signs_in(client, "an")
    page = client.get("/cong-dan/tiep-tuc/", **{MOMENT: moment(AT)})
    assert 'value="0987 654 321"' in page.content.decode()
    assert client.get("/cong-dan/tiep-tuc/", **{MOMENT: moment(AT)})["Location"] == "/cong-dan/"


def test_a_citizen_who_was_away_signs_in_again_and_loses_nothing(signs_in: SignsIn) -> None:
    client = Client()
    signs_in(client, "an")
    client.get("/cong-dan/", **{MOMENT: moment(AT)})
    later = {MOMENT: moment("2024-05-27 08:31")}
    sent = client.post("/cong-dan/thong-tin/", {"address": "Thôn 3"}, **later)
    assert sent["Location"].startswith("/cong-dan/dang-nhap/?next=")
    assert client.get("/cong-dan/", **later).status_code == 302
    signs_in(client, "an")
    assert 'value="Thôn 3"' in client.get("/cong-dan/tiep-tuc/", **{MOMENT: moment(AT)}).content.decode()


@pytest.mark.parametrize(
    "address", ["/ho-so-cua-toi/", "/cong-dan/thong-tin/", "/cong-dan/to-chuc/", "/cong-dan/nop-thay/"]
)
def test_nobody_else_opens_these_pages(db: None, address: str) -> None:
    answer = Client().get(address)
    assert answer["Location"].startswith("/cong-dan/dang-nhap/?next=")
    assert answer["Cache-Control"] == "no-store"
