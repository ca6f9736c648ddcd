"""Who is found, where they are posted, and who may still sign in without a posting."""

from datetime import date

import pytest

from motcua.domain.listing import Place
from motcua.domain.organisations import acts, queries
from motcua.domain.organisations.models import Posting
from tests.world import moment

AT = moment("2024-05-27")
DAY = AT.date()


def names(page) -> list[str]:
    return [each.name for each in page.rows]


@pytest.mark.parametrize("words", ["tran anh thu", "TRẦN", "thư anh", "thu"])
def test_an_official_is_found_without_diacritics_and_by_code(world, words):
    assert "Trần Anh Thư" in names(queries.officers(words, "", AT, Place()))


def test_officials_stand_in_the_order_of_their_given_names_page_by_page(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        first = queries.officers("", "", AT, Place(size=4))
        assert names(first) == ["Đặng Thái Bình", "Hoàng Thị Hoa", "Lê Trung Kiên", "Nguyễn Thị Lan"]
        assert [held.title for held in first.rows[2].held] == ["Chuyên viên công nghệ thông tin"]
    second = queries.officers("", "", AT, Place(after=first.after, size=4))
    assert names(second)[0] == "Vũ Thị Mai"
    assert names(queries.officers("", "", AT, Place(before=second.before, size=4))) == names(first)


def test_officials_are_narrowed_to_a_body_by_their_postings_of_the_day(world):
    assert names(queries.officers("", "so-tp", AT, Place())) == ["Đặng Thái Bình"]
    posting = Posting.objects.get(officer__code="binh")
    acts.end_posting(posting, to_on=date(2024, 5, 26), by=world["kien"], at=AT)
    assert names(queries.officers("", "so-tp", AT, Place())) == []
    assert queries.how_many_officers("binh", "", AT).number == 1


@pytest.mark.clause("2")
def test_an_account_that_is_left_without_a_posting_is_noticed(world):
    assert list(queries.left_with_account(AT)) == []
    posting = Posting.objects.get(officer__code="binh")
    acts.end_posting(posting, to_on=date(2024, 5, 26), by=world["kien"], at=AT)
    assert [each.code for each in queries.left_with_account(AT)] == ["binh"]
    acts.close_account(world["binh"], by=world["kien"], at=AT)
    assert list(queries.left_with_account(AT)) == []


def test_those_posted_in_a_body_are_listed_with_where_they_sit(world, django_assert_num_queries):
    with django_assert_num_queries(1):
        here = queries.posted_in(world.offices["so-tp"], DAY)
        assert [(each.officer.name, each.seat.code) for each in here] == [("Đặng Thái Bình", "trung-tam")]
    assert [each.officer.code for each in queries.holders([world.offices["so-tp"].pk], DAY)] == ["binh"]
