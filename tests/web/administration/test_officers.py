"""Officials: found without diacritics, one official with the rights of today, entering a new one."""

import re

import pytest

from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from tests.web.at_desk import words_of
from tests.world import moment

from .conftest import HERE

LIST = f"{HERE}can-bo/"


def names(answer) -> list[str]:
    return re.findall(r'href="/quan-tri/can-bo/[a-z0-9-]+/">([^<]+)</a><br>', answer.content.decode())


def many(world, number: int) -> None:
    for n in range(number):
        acts.register_officer(f"cb-{n:03}", name=f"Cán bộ Ẩn{n:03}", by=world["kien"], at=moment("2024-05-27"))


def test_officials_are_listed_by_given_name_with_where_they_are_today(kien):
    answer = kien.asks(LIST)
    assert names(answer)[:2] == ["Đặng Thái Bình", "Hoàng Thị Hoa"]
    assert "Phó Trưởng phòng Sở Tư pháp" in words_of(answer)


@pytest.mark.parametrize("words", ["dang thai", "bình", "BINH"])
def test_one_is_found_without_diacritics_and_by_code(kien, words):
    assert names(kien.asks(LIST, tim=words)) == ["Đặng Thái Bình"]


def test_the_list_is_narrowed_to_a_body_and_keeps_it_in_the_address(world, kien):
    assert names(kien.asks(LIST, **{"co-quan": "so-tp"})) == ["Đặng Thái Bình"]
    assert "Không tìm thấy cán bộ nào" in kien.reads(LIST, tim="khong ai")


def test_pages_follow_one_another_and_lead_back(world, kien):
    many(world, 60)
    first = kien.asks(LIST)
    assert len(names(first)) == 50
    after = re.search(r'href="([^"]+)" rel="next"', first.content.decode())[1]
    second = kien.asks(after)
    assert len(names(second)) == 20
    before = re.search(r'href="([^"]+)" rel="prev"', second.content.decode())[1]
    assert names(kien.asks(before)) == names(first)


@pytest.mark.parametrize("number", [1, 60])
def test_the_list_costs_five_statements_however_many_there_are(world, kien, django_assert_num_queries, number):
    many(world, number)
    kien.asks(LIST)
    with django_assert_num_queries(4):  # session and account, the page, the count, the bodies
        kien.asks(LIST)


@pytest.mark.clause("2")
def test_the_rights_of_today_stand_in_plain_words_with_what_they_follow_from(kien):
    text = kien.reads(f"{LIST}minh/")
    for words in (
        "Ký phê duyệt những thủ tục được phân công, ủy quyền",
        "Phó Giám đốc, Sở Kế hoạch và Đầu tư, từ ngày 01/05/2019; ngồi tại Trung tâm",
        "Được ký phê duyệt 1 thủ tục Quyết định 89/QĐ-SKHĐT ngày 02/05/2019",
        "Bàn làm việc mở được: Phê duyệt",
        "Phân công giữ chức vụ Phó Giám đốc tại Sở Kế hoạch và Đầu tư",
    ):
        assert words in text


def test_the_page_of_an_official_costs_at_most_eight_statements(kien, django_assert_max_num_queries):
    kien.asks(LIST)
    with django_assert_max_num_queries(8):
        kien.asks(f"{LIST}minh/")
    assert kien.asks(f"{LIST}khong-co/").status_code == 404


@pytest.mark.clause("2")
def test_an_official_is_entered_and_has_no_right_yet(kien):
    answer = kien.sends(f"{LIST}moi/", name="Phan Thị Yến", code="yen", phone="0912 345 678")
    assert answer.headers["Location"] == f"{LIST}yen/"
    assert Officer.objects.get(code="yen").phone == "0912345678"
    text = kien.reads(f"{LIST}yen/")
    assert "Hôm nay không có quyền nào" in text
    assert "Chưa có tài khoản." in text


def test_a_code_that_is_taken_and_a_wrong_number_are_said_with_what_was_typed(kien):
    answer = kien.sends(f"{LIST}moi/", name="Phan Thị Yến", code="minh")
    assert (answer.status_code, "Đã có cán bộ mang mã minh." in words_of(answer)) == (409, True)
    answer = kien.sends(f"{LIST}moi/", name="Phan Thị Yến", code="yen", phone="12")
    assert answer.status_code == 422
    assert 'value="Phan Thị Yến"' in answer.content.decode()
