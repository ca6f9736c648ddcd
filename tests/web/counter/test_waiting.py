"""Chờ chuyển: the dossiers that have to be passed on, and passing on one or several of them."""

import pytest
from django.test import Client

from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.dossiers.processing import transfer
from tests.web.counter.conftest import KEY, at, signed_in
from tests.world import World, moment

pytestmark = pytest.mark.django_db
HERE = "/quay/cho-chuyen/"


def stages() -> list[str]:
    return list(Dossier.objects.order_by("id").values_list("stage", flat=True))


@pytest.mark.parametrize("code", ["ngoc", "thu", "mai"])
def test_only_who_receives_may_pass_on(world: World, code: str):
    assert signed_in(world, code).get(HERE, **at()).status_code == 403


def test_nothing_waiting_says_so(lan: Client):
    assert "Không có hồ sơ nào chờ chuyển" in lan.get(HERE, **at()).content.decode()


@pytest.mark.clause("5.1.đ-2")
def test_each_line_says_until_when_it_must_go(lan: Client, world: World):
    world.received("2024-05-24 10:00")
    world.received("2024-05-24 15:30")
    world.received("2024-05-27 08:00")
    page = lan.get(HERE, **at()).content.decode()
    assert "quá hạn chuyển từ 17:00 24/05" in page
    assert "chuyển trước 11:30 hôm nay" in page
    assert "chuyển trước 17:00 hôm nay" in page
    assert "(3)" in page


def test_several_go_at_once(lan: Client, world: World):
    codes = [world.received().code, world.received().code, world.received().code]
    answer = lan.post(HERE, {"key": KEY, "code": codes[:2]}, **at())
    assert answer.status_code == 302
    assert stages() == ["transferred", "transferred", "received"]
    assert "Đã chuyển 2 hồ sơ cho cơ quan giải quyết." in lan.get(HERE, **at()).content.decode()


def test_the_same_form_sent_twice_passes_on_once(lan: Client, world: World):
    sent = {"key": KEY, "code": [world.received().code]}
    assert [lan.post(HERE, sent, **at()).status_code for _ in range(2)] == [302, 302]
    assert stages() == ["transferred"]


def test_a_late_one_asks_for_an_explanation_and_keeps_the_choice(lan: Client, world: World):
    late = world.received("2024-05-24 10:00")
    answer = lan.post(HERE, {"key": KEY, "code": [late.code]}, **at())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hãy nhập giải trình." in page
    assert f'value="{late.code}" id="chon-1" aria-label="Chọn hồ sơ {late.code}" checked' in page
    lan.post(HERE, {"key": KEY, "code": [late.code], "explanation": "Mất điện cả buổi chiều."}, **at())
    breach = Breach.objects.get()
    assert (breach.kind, breach.explanation) == ("late_transfer", "Mất điện cả buổi chiều.")


def test_one_that_can_not_go_does_not_hold_up_the_others(lan: Client, world: World):
    gone, here = world.received(), world.received()
    transfer(gone, by=world["lan"], at=moment("2024-05-27 09:30"))
    answer = lan.post(HERE, {"key": KEY, "code": [gone.code, here.code]}, **at("2024-05-27 09:40"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Có hồ sơ chưa chuyển được" in page
    assert "Hồ sơ đang ở trạng thái “Đã chuyển, chờ nhận xử lý”" in page
    assert f'Đã chuyển: <span class="code">{here.code}</span>' in page
    assert stages() == ["transferred", "transferred"]


def test_nothing_chosen_says_so(lan: Client, world: World):
    world.received()
    answer = lan.post(HERE, {"key": KEY}, **at())
    assert answer.status_code == 422
    assert "Hãy chọn ít nhất một hồ sơ để chuyển." in answer.content.decode()


def test_all_of_a_page_can_be_chosen_without_scripts(lan: Client, world: World):
    world.received(), world.received()
    assert lan.get(f"{HERE}?chon=tat-ca", **at()).content.decode().count(" checked>") == 2


def test_a_code_that_does_not_exist_is_not_found(lan: Client):
    assert lan.post(HERE, {"key": KEY, "code": ["x"]}, **at()).status_code == 404
