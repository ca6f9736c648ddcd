"""Approving several dossiers at once: what is offered, the password again, each told."""

import re

import pytest

from tests.acts.dossiers.approving.test_together import agree
from tests.web.at_desk import words_of
from tests.world import PASSWORD

PAGE, DAY = "/phe-duyet/nhieu/", "2024-05-28 09:00"
pytestmark = pytest.mark.clause("5.1.c-2")


def boxes(answer) -> list[str]:
    return re.findall(r'type="checkbox" id="viec-\d+" name="viec" value="(\d+)"', answer.content.decode())


def test_without_agreement_the_page_is_empty(world, sits):
    world.at_approval()
    assert "Không có hồ sơ nào được phê duyệt cùng lúc" in sits("minh").reads(PAGE, DAY)


def test_each_summary_is_shown_none_is_ticked_and_the_password_is_asked_for(world, sits):
    agree(world)
    first, second = world.at_approval(), world.at_approval()
    minh = sits("minh")
    page = minh.asks(PAGE, DAY)
    assert len(boxes(page)) == 2
    assert " checked" not in page.content.decode()
    wrong = minh.sends(PAGE, DAY, viec=boxes(page), password="sai rồi")
    assert "Mật khẩu không đúng." in words_of(wrong)
    assert wrong.content.decode().count(" checked") == 2
    answer = minh.sends(PAGE, DAY, viec=boxes(page), password=PASSWORD)
    assert "2 hồ sơ đã xong" in words_of(answer)
    assert {world.again(each).outcome for each in (first, second)} == {"approved"}


def test_for_five_minutes_the_password_need_not_be_said_twice(world, sits):
    agree(world)
    for _ in range(3):
        world.at_approval()
    minh = sits("minh")
    numbers = boxes(minh.asks(PAGE, DAY))
    minh.sends(PAGE, DAY, viec=numbers[0], password=PASSWORD)
    assert "1 hồ sơ đã xong" in words_of(minh.sends(PAGE, "2024-05-28 09:04", viec=numbers[1]))
    assert "Hãy nhập mật khẩu của bạn." in words_of(minh.sends(PAGE, "2024-05-28 09:06", viec=numbers[2]))


def test_nothing_ticked_is_answered_and_from_home_each_is_refused(world, sits):
    agree(world)
    dossier, minh = world.at_approval(), sits("minh")
    assert "Hãy chọn ít nhất một hồ sơ" in words_of(minh.sends(PAGE, DAY, password=PASSWORD))
    numbers = boxes(minh.asks(PAGE, DAY))
    minh.client.defaults["REMOTE_ADDR"] = "113.160.12.7"
    text = words_of(minh.sends(PAGE, DAY, viec=numbers, password=PASSWORD, explanation="Ở nhà"))
    assert "Hồ sơ chỉ được phê duyệt, trả lại tại Trung tâm." in text
    assert world.again(dossier).outcome == ""
