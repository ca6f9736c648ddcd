"""Giving work away by list, standing in, entering leave: the pages."""

import re

import pytest

from tests.web.at_desk import words_of

HAND_OUT, STAND_IN, LEAVE = "/phong-ban/giao-lai/", "/phong-ban/lam-thay/", "/phong-ban/vang-mat/"
pytestmark = pytest.mark.clause("5.2.b")


def announced(sits, who: str = "thu", **other: str):
    given = {"whose": "thu@so-khdt", "from_on": "28/05/2024", "to_on": "31/05/2024", "substitute": "tam"}
    return sits(who).sends(f"{LEAVE}moi/", **given | {"reason": "Nghỉ phép năm"} | other)


def test_the_head_gives_all_work_of_one_to_another(world, sits):
    dossiers, quang = [world.in_appraisal() for _ in range(2)], sits("quang")
    assert "Chọn một người" in quang.reads(HAND_OUT)
    assert dossiers[0].code in quang.reads(HAND_OUT, cua="thu")
    wrong = quang.sends(f"{HAND_OUT}?cua=thu", cho="tam", reason="")
    assert "Hãy chọn việc, người nhận và ghi lý do." in words_of(wrong)
    answer = quang.sends(f"{HAND_OUT}?cua=thu", **{"tat-ca": "on", "cho": "tam", "reason": "Chuyển công tác"})
    assert "2 hồ sơ đã xong" in words_of(answer)
    assert {world.task(each).officer.code for each in dossiers} == {"tam"}


def test_the_same_form_sent_twice_shows_the_same_and_gives_once(world, sits):
    world.in_appraisal()
    quang, key = sits("quang"), "5c9ff2a6-7d4e-4a5a-9a53-3a1b2c3d4e5f"
    form = {"tat-ca": "on", "cho": "tam", "reason": "Chuyển công tác"}
    answers = [words_of(quang.sends(f"{HAND_OUT}?cua=thu", key=key, **form)) for _ in range(2)]
    assert all("1 hồ sơ đã xong" in each for each in answers)


@pytest.mark.parametrize(("code", "status"), [("quang", 200), ("tam", 200), ("thu", 403), ("lan", 403)])
def test_handing_out_is_for_heads_and_who_assigns(sits, code, status):
    assert sits(code).asks(HAND_OUT).status_code == status


def test_leave_is_announced_and_the_substitute_finds_and_takes_the_work(world, sits):
    dossier = world.in_appraisal()
    assert announced(sits).status_code == 302
    assert "Nghỉ phép năm" in sits("thu").reads(LEAVE)
    tam, day = sits("tam"), "2024-05-28 09:00"
    page = tam.asks(STAND_IN, day).content.decode()
    assert "thay Trần Anh Thư" in page
    (number,) = re.findall(r'name="viec" value="(\d+)"', page)
    assert "nhận thay Trần Anh Thư" in words_of(tam.sends(STAND_IN, day, viec=number))
    assert world.task(dossier).officer.code == "tam"
    assert "Không có việc nào để làm thay" in tam.reads(STAND_IN, day)


def test_what_is_wrong_with_an_announcement_is_said(sits):
    assert "không giữ vai trò nào" in words_of(announced(sits, substitute="hoa"))
    assert "Hãy chọn lại người vắng mặt." in words_of(announced(sits, "hoa"))


def test_who_is_back_ends_it_and_a_stranger_does_not_see_it(sits):
    announced(sits)
    address = re.search(r'href="([^"]+/ket-thuc/)"', sits("thu").asks(LEAVE).content.decode())[1]
    assert sits("binh").asks(address).status_code == 404
    assert sits("thu").sends(address, "2024-05-30 09:00", last_on="29/05/2024").status_code == 302


@pytest.mark.parametrize("many", [1, 6])
def test_the_lists_cost_the_same_however_long(world, sits, many, django_assert_max_num_queries):
    for _ in range(many):
        world.in_appraisal()
    announced(sits)
    for code, address in (("quang", f"{HAND_OUT}?cua=thu"), ("tam", STAND_IN), ("thu", LEAVE)):
        desk = sits(code)
        desk.asks(address, "2024-05-28 09:00")
        with django_assert_max_num_queries(6):
            assert desk.asks(address, "2024-05-28 09:00").status_code == 200
