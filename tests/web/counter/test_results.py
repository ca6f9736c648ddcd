"""The result desk: from the department to the shelf and into the right hands."""

import pytest
from django.test import Client

from motcua.domain.dossiers.delivery.handover import keep_uncollected
from motcua.domain.dossiers.models import Breach
from tests.web.counter.conftest import ANOTHER_KEY, KEY, at, signed_in
from tests.world import World, moment

pytestmark = pytest.mark.django_db
HERE = "/quay/tra-ket-qua/"
DAY = "2024-05-29 09:00"


@pytest.mark.parametrize("code", ["lan", "thu", "mai"])
def test_only_who_returns_may_open_it(world: World, code: str):
    assert signed_in(world, code).get(HERE, **at(DAY)).status_code == 403


@pytest.mark.parametrize(
    ("tab", "said"),
    [
        ("tai-quay", "Không có kết quả nào chờ trả"),
        ("luu-giu", "Không có kết quả nào lưu giữ trên giá"),
        ("tu-co-quan", "Không có kết quả nào chờ nhận từ cơ quan giải quyết"),
        ("x", "Không có kết quả nào chờ trả"),
    ],
)
def test_an_empty_list_says_what_will_stand_there(ngoc: Client, tab: str, said: str):
    assert said in ngoc.get(f"{HERE}?o={tab}", **at(DAY)).content.decode()


@pytest.mark.clause("4.1.e")
def test_results_on_the_shelf_show_their_place_and_how_long_they_wait(ngoc: Client, world: World):
    dossier = world.at_centre()
    keep_uncollected(dossier, shelf="A3-12", by=world["ngoc"], at=moment("2024-05-28 16:00"))
    page = ngoc.get(f"{HERE}?o=luu-giu", **at("2024-06-07 09:00")).content.decode()
    assert "A3-12" in page
    assert "10 ngày" in page
    assert "Lưu giữ trên giá (1)" in page


@pytest.mark.parametrize("typed", ["{code}", " {code} ", "nguyen van an", "0912345678", "022090001234"])
def test_a_scan_or_what_is_known_of_the_person_opens_the_dossier(ngoc: Client, world: World, typed: str):
    code = str(world.at_centre().code)
    answer = ngoc.post(HERE, {"words": typed.format(code=code)}, **at(DAY))
    assert answer.headers["Location"] == f"{HERE}{code}/"


def test_the_qr_of_the_receipt_opens_the_dossier(ngoc: Client, world: World):
    dossier = world.at_centre()
    answer = ngoc.post(HERE, {"words": f"https://motcua.example/tra-cuu/{dossier.secret}"}, **at(DAY))
    assert answer.headers["Location"] == f"{HERE}{dossier.code}/"


def test_several_that_fit_are_offered_and_none_says_so(ngoc: Client, world: World):
    codes = [world.at_centre().code, world.at_centre().code]
    page = ngoc.post(HERE, {"words": "an"}, **at(DAY)).content.decode()
    assert all(str(code) in page for code in codes)
    assert "Không có hồ sơ nào khớp" in ngoc.post(HERE, {"words": "không ai"}, **at(DAY)).content.decode()
    assert ngoc.post(HERE, {"words": " "}, **at(DAY)).headers["Location"] == HERE


def test_the_page_says_who_may_receive_what_and_what_was_to_pay(ngoc: Client, world: World):
    page = ngoc.get(f"{HERE}{world.at_centre().code}/", **at(DAY)).content.decode()
    assert "Chủ hồ sơ: Nguyễn Văn An" in page
    assert "022090001234" in page
    assert "22A8001234" in page
    assert "50.000 ₫" in page


@pytest.mark.clause("5.1.đ-1")
def test_a_result_is_taken_over_from_the_department(ngoc: Client, world: World):
    dossier = world.with_result()
    answer = ngoc.post(f"{HERE}{dossier.code}/nhan/", {"key": KEY}, **at(DAY))
    assert answer.headers["Location"] == f"{HERE}{dossier.code}/"
    assert world.again(dossier).stage == "at_centre"


@pytest.mark.parametrize("explanation", ["", "Cơ quan in chậm."])
def test_a_late_result_is_taken_over_with_the_explanation_the_department_sent_or_still_owes(
    ngoc: Client, world: World, explanation: str
):
    dossier, late = world.with_result(), "2024-06-03 09:00"
    assert "muộn hơn ngày hẹn" in ngoc.get(f"{HERE}{dossier.code}/", **at(late)).content.decode()
    ngoc.post(f"{HERE}{dossier.code}/nhan/", {"key": KEY, "explanation": explanation}, **at(late))
    assert world.again(dossier).stage == "at_centre"
    assert Breach.objects.get().explanation == explanation


def test_a_result_nobody_fetched_gets_a_place(ngoc: Client, world: World):
    dossier = world.at_centre()
    without = ngoc.post(f"{HERE}{dossier.code}/luu-giu/", {"key": KEY, "shelf": " "}, **at(DAY))
    assert without.status_code == 422
    assert "Hãy nhập vị trí trên giá." in without.content.decode()
    ngoc.post(f"{HERE}{dossier.code}/luu-giu/", {"key": KEY, "shelf": "A3-12"}, **at(DAY))
    assert world.again(dossier).shelf == "A3-12"


@pytest.mark.clause("4.1.e")
def test_the_owner_takes_the_result(ngoc: Client, world: World):
    dossier = world.at_centre()
    answer = ngoc.post(f"{HERE}{dossier.code}/tra/", {"key": KEY, "who": "owner"}, **at(DAY))
    again = world.again(dossier)
    assert (again.stage, again.delivered_to) == ("delivered", "Nguyễn Văn An")
    assert (
        "Nguyễn Văn An nhận lúc 09:00 ngày 29/05/2024."
        in ngoc.get(answer.headers["Location"], **at(DAY)).content.decode()
    )


def test_somebody_sent_says_who_and_by_which_paper(ngoc: Client, world: World):
    dossier = world.at_centre()
    sent = {"key": KEY, "who": "sent", "name": "Lê Thị Cúc"}
    without = ngoc.post(f"{HERE}{dossier.code}/tra/", sent, **at(DAY))
    page = without.content.decode()
    assert without.status_code == 422
    assert "Hãy nhập số giấy tờ người nhận thay." in page
    assert "Hãy nhập giấy ủy quyền, giới thiệu." in page
    assert 'value="Lê Thị Cúc"' in page
    whole = sent | {"identity_number": "022095000001", "authority": "Giấy ủy quyền ngày 20/05/2024"}
    ngoc.post(f"{HERE}{dossier.code}/tra/", whole, **at(DAY))
    assert world.again(dossier).delivered_to == "Lê Thị Cúc"


def test_the_same_form_sent_twice_gives_the_result_once(ngoc: Client, world: World):
    dossier = world.at_centre()
    sent = {"key": KEY, "who": "owner"}
    assert [ngoc.post(f"{HERE}{dossier.code}/tra/", sent, **at(DAY)).status_code for _ in range(2)] == [302, 302]


def test_a_result_already_given_is_refused_with_who_has_it(ngoc: Client, world: World):
    dossier = world.at_centre()
    ngoc.post(f"{HERE}{dossier.code}/tra/", {"key": KEY, "who": "owner"}, **at(DAY))
    other = {"key": ANOTHER_KEY, "who": "owner"}
    answer = ngoc.post(f"{HERE}{dossier.code}/tra/", other, **at(DAY))
    assert answer.status_code == 409
    assert "Nguyễn Văn An nhận lúc 09:00 ngày 29/05/2024." in answer.content.decode()


@pytest.mark.parametrize("act", ["nhan", "luu-giu", "tra"])
def test_acts_are_not_addresses_to_open(ngoc: Client, world: World, act: str):
    assert ngoc.get(f"{HERE}{world.at_centre().code}/{act}/", **at(DAY)).status_code == 405
