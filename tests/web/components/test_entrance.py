"""The door of every page: who may come in, an act sent twice, a refusal that keeps what was typed."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Posting
from motcua.domain.organisations.policies import Founder
from motcua.web.components.entrance import MOMENT
from tests.web.components.conftest import MORNING, at
from tests.web.components.urls import written
from tests.world import World

pytestmark = pytest.mark.urls("tests.web.components.urls")


def note(words: str) -> dict[str, str]:
    """A form with a fresh key."""
    return {"words": words, "key": str(uuid4())}


def test_who_is_not_signed_in_is_asked_to(client: Client, world: World):
    assert client.get("/thu/ghi/", **at()).headers["Location"] == "/dang-nhap/?next=/thu/ghi/"


@pytest.mark.clause("2")
def test_nobody_acts_without_a_posting_of_today(lan: Client, world: World):
    posting = Posting.objects.get(officer__code="lan")
    acts.end_posting(posting, to_on=date(2024, 5, 26), by=Founder(), at=MORNING)
    answer = lan.post("/thu/ghi/", note("ghi chú"), **at())
    assert answer.status_code == 403
    assert "Hôm nay bạn không được phân công ở cơ quan nào" in answer.content.decode()
    assert written() == []


@pytest.mark.clause("2")
def test_a_page_for_one_role_says_so_to_the_others(lan: Client, world: World):
    answer = lan.get("/thu/duyet/", **at())
    assert answer.status_code == 403
    assert "Trang này dành cho người có vai trò “Phê duyệt hồ sơ”." in answer.content.decode()
    lan.force_login(world["minh"].account)
    assert lan.get("/thu/duyet/", **at()).content.decode() == "duyệt"


def test_an_act_leads_on_and_says_what_was_done(lan: Client):
    answer = lan.post("/thu/ghi/", note("ghi chú"), **at())
    assert answer.headers["Location"] == "/thu/da-ghi/"
    assert "Đã ghi." in lan.get("/thu/ghi/", **at()).content.decode()
    assert written() == ["ghi chú"]


def test_the_same_form_sent_twice_has_its_effect_once(lan: Client):
    form = note("ghi chú")
    first, second = (lan.post("/thu/ghi/", form, **at()) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"] == "/thu/da-ghi/"
    assert written() == ["ghi chú"]


def test_every_form_gets_a_key_of_its_own(lan: Client):
    keys = {re.search(r'name="key" value="([^"]+)"', lan.get("/thu/ghi/", **at()).content.decode())[1] for _ in "12"}
    assert len(keys) == 2


def test_a_form_without_a_key_is_a_bad_request(lan: Client):
    answer = lan.post("/thu/ghi/", {"words": "ghi chú", "key": "x"}, **at())
    assert answer.status_code == 400
    assert "Yêu cầu không hợp lệ" in answer.content.decode()


def test_a_refusal_shows_the_sentence_the_clause_and_what_was_typed(lan: Client):
    answer = lan.post("/thu/ghi/", note("sai"), **at())
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "<title>Lỗi: " in page
    assert "Không được ghi từ này." in page
    assert 'href="/quy-che/5.1.d">Điều 5, khoản 1, điểm d' in page
    assert 'value="sai"' in page


@pytest.mark.urls("motcua.config.urls")
def test_who_opens_a_page_for_others_is_led_to_the_own_desk_and_not_back_to_it(lan: Client):
    answer = lan.get("/quan-tri/", **at())
    assert answer.status_code == 403
    assert '<a class="back" href="/ban-lam-viec/">Về bàn làm việc</a>' in answer.content.decode()


def test_a_refusal_without_a_page_of_its_own_gets_one(lan: Client):
    answer = lan.post("/thu/ghi-thang/", note("sai"), **at())
    assert answer.status_code == 409
    assert "Không được ghi từ này." in answer.content.decode()


@pytest.mark.parametrize("address", ["/thu/ghi/", "/thu/ghi-thang/"])
def test_a_missing_right_is_forbidden_not_a_conflict(lan: Client, address: str):
    assert lan.post(address, note("cấm"), **at()).status_code == 403


def test_nobody_outside_sets_the_moment_of_a_request(world: World):
    page = Client().get("/thu/ghi/", headers={MOMENT: "2001-01-01", "HTTP_MOTCUA.AT": "2001-01-01"})
    assert page.wsgi_request.at.year > 2023
