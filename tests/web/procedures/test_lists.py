"""Procedures as their writers look them over, and those that need a second look."""

import re

import pytest

from motcua.domain.procedures import catalogue
from tests.world import parts

from .conftest import AT, HERE


def codes(answer) -> list[str]:
    return re.findall(r'href="/thu-tuc-noi-bo/thu-tuc/([^/"]+)/">', answer.content.decode())


def draft(world, code: str, owner: str = "so-khdt", **changes):
    return catalogue.draft_procedure(code, owner=world.offices[owner], parts=parts(**changes), by=world["mai"], at=AT)


def test_the_newest_version_of_each_is_listed_with_how_it_stands(world, tam):
    draft(world, "9.000001", name="Cấp lại giấy chứng nhận")
    text = tam.reads(HERE)
    assert "Cấp lại giấy chứng nhận 9.000001 Sở Kế hoạch và Đầu tư" in text
    assert "Đang áp dụng phiên bản 1, từ 02/05/2019" in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"tim": "cap lai"}, ["9.000001"]),
        ({"tim": "9.000001"}, ["9.000001"]),
        ({"tinh-trang": "draft"}, ["9.000001"]),
        ({"tinh-trang": "current"}, ["2.001610"]),
        ({"tinh-trang": "ended"}, []),
        ({"linh-vuc": "dat-dai"}, ["9.000001"]),
        ({"cap": "commune"}, ["9.000001"]),
        ({"co-quan": "so-tp"}, []),
        ({"tinh-trang": "khong-ro", "sau": "abc"}, ["9.000001", "2.001610"]),
    ],
)
def test_it_is_narrowed_by_words_standing_field_body_and_level(world, tam, asked, found):
    draft(world, "9.000001", name="Cấp lại giấy chứng nhận", field="Đất đai", level="commune")
    assert codes(tam.asks(HERE, **asked)) == found


def test_a_department_sees_its_own_and_the_centre_all(world, tam, mai):
    draft(world, "9.000001", "so-tp")
    assert codes(tam.asks(HERE)) == ["2.001610"]
    assert set(codes(mai.asks(HERE))) == {"2.001610", "9.000001"}


def test_pages_follow_one_another_and_lead_back_with_the_filters(world, tam):
    for number in range(30):
        draft(world, f"9.{number:06}", name=f"Thủ tục {number:02}")
    first = tam.asks(HERE, **{"tinh-trang": "draft"})
    assert len(codes(first)) == 25
    after = re.search(r'href="([^"]+)" rel="next"', first.content.decode())[1].replace("&amp;", "&")
    second = tam.asks(after)
    assert codes(second) == [f"9.{number:06}" for number in range(25, 30)]
    before = re.search(r'href="([^"]+)" rel="prev"', second.content.decode())[1].replace("&amp;", "&")
    assert codes(tam.asks(before)) == codes(first)


@pytest.mark.parametrize("many", [1, 30])
def test_the_list_costs_at_most_seven_statements_however_many_there_are(
    world, tam, django_assert_max_num_queries, many
):
    for number in range(many):
        draft(world, f"9.{number:06}")
    tam.asks(HERE)
    with django_assert_max_num_queries(6):  # session and account, count, page, fields, bodies, those to write for
        tam.asks(HERE)


def test_an_empty_list_says_what_will_come_and_a_narrow_one_how_to_widen_it(tam):
    assert "Không tìm thấy thủ tục nào" in tam.reads(HERE, tim="khong co gi")
    assert "Bỏ mọi điều kiện lọc" in tam.reads(HERE, tim="khong co gi")


@pytest.mark.clause("5.1.a-1")
def test_what_came_in_unclear_is_listed_until_it_was_looked_at(world, tam):
    assert "Không còn gì phải xem lại" in tam.reads(f"{HERE}can-xem-lai/")
    draft(world, "9.000001", needs_review=("Thời hạn: thiếu đơn vị.",))
    assert codes(tam.asks(f"{HERE}can-xem-lai/")) == ["9.000001"]
    assert "1 điểm cần xem" in tam.reads(HERE)
    assert codes(tam.asks(f"{HERE}can-xem-lai/", tim="khong co")) == []
