"""Chờ bổ sung: who still has to bring something, and taking it in, all together."""

import pytest
from django.test import Client

from motcua.domain.dossiers.models import Dossier
from tests.web.counter.conftest import KEY, at, signed_in
from tests.web.counter.test_intake_scans import photo
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/cho-bo-sung/"
LATER = "2024-06-03 09:00"


def sent(dossier: Dossier, mark: str = "there", **other: object) -> dict[str, object]:
    component = dossier.supplement_requests.get().items[0]["component_id"]
    line = {f"c{component}-mark": mark, f"c{component}-originals": "1", f"c{component}-copies": "0"}
    return {"key": KEY, "decide": "accept"} | line | other


@pytest.mark.parametrize("code", ["ngoc", "thu"])
def test_only_who_receives_may_take_in(world: World, code: str):
    assert signed_in(world, code).get(HERE, **at()).status_code == 403


def test_nobody_waited_for_says_so(lan: Client):
    assert "Không có hồ sơ nào chờ bổ sung" in lan.get(HERE, **at()).content.decode()


def test_the_list_says_who_how_many_papers_and_for_how_long(lan: Client, world: World):
    dossier = world.awaiting_supplement(asked="2024-05-28")
    page = lan.get(HERE, **at(LATER)).content.decode()
    assert str(dossier.code) in page
    assert "0912 345 678" in page
    assert "1 giấy tờ" in page
    assert "6 ngày" in page


def test_the_screen_lists_what_was_asked_and_why(lan: Client, world: World):
    dossier = world.awaiting_supplement()
    page = lan.get(f"{HERE}{dossier.code}/", **at(LATER)).content.decode()
    assert "Giấy đề nghị đăng ký doanh nghiệp" in page
    assert "Thiếu chữ ký" in page
    assert "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ số" in page
    assert "Bản sao giấy tờ pháp lý" not in page


@pytest.mark.clause("5.1.e-2")
def test_complete_again_its_time_starts_from_zero(lan: Client, world: World):
    dossier = world.awaiting_supplement()
    answer = lan.post(f"{HERE}{dossier.code}/", sent(dossier), **at(LATER))
    assert answer.headers["Location"] == f"/quay/ho-so/{dossier.code}/"
    again = world.again(dossier)
    assert again.stage == "processing"
    page = lan.get(answer.headers["Location"], **at(LATER)).content.decode()
    assert "Thứ Năm, 06/06/2024, 17:00" in page


def test_what_is_still_missing_is_refused(lan: Client, world: World):
    dossier = world.awaiting_supplement()
    answer = lan.post(f"{HERE}{dossier.code}/", sent(dossier, "missing"), **at(LATER))
    assert answer.status_code == 409
    assert "Còn thiếu giấy tờ đã yêu cầu: Giấy đề nghị đăng ký doanh nghiệp." in answer.content.decode()
    assert world.again(dossier).stage == "awaiting_supplement"


def test_a_paper_without_a_mark_must_be_marked(lan: Client, world: World):
    dossier = world.awaiting_supplement()
    answer = lan.post(f"{HERE}{dossier.code}/", {"key": KEY, "decide": "accept"}, **at(LATER))
    assert answer.status_code == 422
    assert "đủ, thiếu hay sai" in answer.content.decode()


def test_scans_are_kept_with_the_dossier(lan: Client, world: World):
    dossier = world.awaiting_supplement()
    component = dossier.supplement_requests.get().items[0]["component_id"]
    lan.post(f"{HERE}{dossier.code}/", sent(dossier) | {f"c{component}-files": photo()}, **at(LATER))
    scan = dossier.submitted.get(occasion=1).scan
    assert scan is not None
    assert scan.about == dossier.stream


def test_the_same_form_sent_twice_is_taken_in_once(lan: Client, world: World):
    dossier = world.awaiting_supplement()
    for _ in range(2):
        assert lan.post(f"{HERE}{dossier.code}/", sent(dossier), **at(LATER)).status_code == 302
    assert dossier.submitted.filter(occasion=1).count() == 1


def test_a_dossier_that_waits_for_nothing_says_so(lan: Client, world: World):
    page = lan.get(f"{HERE}{world.received().code}/", **at()).content.decode()
    assert "Hồ sơ này không chờ bổ sung giấy tờ nào." in page
