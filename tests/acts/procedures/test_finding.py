"""Procedures are found by everyday words, the nearest first, and suggested when the words are not quite right."""

from datetime import date

import pytest

from motcua.domain.listing import Place
from motcua.domain.procedures import catalogue, queries
from motcua.domain.procedures.everyday import asked
from motcua.domain.procedures.queries import Search

from .building import a_draft

DAY = date(2019, 5, 6)
NAMES = {
    "8.1": "Cấp giấy chứng nhận cơ sở sản xuất do đơn vị quản lý",
    "8.2": "Đăng ký biến động quyền sử dụng đất",
    "8.3": "Đăng ký khai sinh",
}


@pytest.fixture
def three(offices, cast, at) -> None:
    for code, name in NAMES.items():
        draft = a_draft(offices.transport, by=cast.writer, at=at, code=code, name=name)
        catalogue.publish_procedure(draft, valid_from=DAY, by=cast.controller, at=at)


def found(words: str, **place) -> list[str]:
    return [row.name for row in queries.catalogue(Search(words, body="so-gtvt"), on=DAY, **place).rows]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Tôi muốn làm sổ đỏ", ["so", "do"]),
        ("thủ tục khai sinh", ["khai", "sinh"]),
        ("xin phép xây nhà như thế nào", ["phep", "xay", "nha"]),
        ("thủ tục", ["thu", "tuc"]),
        ("căn cước", ["can", "cuoc"]),
        ("", []),
    ],
)
def test_words_that_only_ask_are_not_looked_for(words, wanted):
    assert asked(words) == wanted


@pytest.mark.clause("4.1.b")
def test_everyday_words_lead_to_the_official_name(three):
    assert found("làm giấy khai sinh") == ["Đăng ký khai sinh"]


def test_what_holds_the_very_phrase_stands_before_what_only_holds_its_words(three):
    assert found("so do") == [NAMES["8.2"], NAMES["8.1"]]
    assert found("sản xuất cơ sở") == [NAMES["8.1"]]


def test_nothing_found_is_answered_with_what_sounds_alike(three):
    assert found("khai sjnh") == []
    assert queries.nearest("khai sjnh", on=DAY)[0].name == "Đăng ký khai sinh"
    assert queries.nearest("tàu vũ trụ", on=DAY) == []


@pytest.mark.parametrize("words", ["", "a"])
def test_pages_lead_forth_and_back(three, words):
    search = Search(words, body="so-gtvt")
    first = queries.catalogue(search, on=DAY, place=Place(size=2))
    second = queries.catalogue(search, on=DAY, place=Place(after=first.after, size=2))
    back = queries.catalogue(search, on=DAY, place=Place(before=second.before, size=2))
    assert [row.name for row in (*first.rows, *second.rows)] == list(NAMES.values())
    assert (first.before, second.after) == ("", "")
    assert back.rows == first.rows
    assert (back.before, back.after) == ("", first.after)


def test_a_mark_that_is_not_in_the_list_begins_it_anew(three):
    assert found("khai sinh", place=Place(after="-1")) == found("khai sinh")


def test_fields_and_departments_are_counted(three):
    assert ("so-gtvt", 3) in [(each.code, each.procedures) for each in queries.owners_in_use(DAY)]
    assert ("Đường bộ", 3) in [(each.name, each.procedures) for each in queries.fields_in_use(DAY)]
