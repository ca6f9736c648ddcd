"""Long lists are read a page at a time, in either order, and no mark somebody made up can break them."""

import base64
from datetime import date

import pytest

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def seven_offices() -> None:
    """Two of them with the same name, as it happens."""
    for number, name in enumerate("abbcdef"):
        Office.objects.create(
            code=f"o{number}", name=name, sort_key=name, short_name=name, kind="commune", valid_from=date(2019, 5, 1)
        )


def names(found: Page[Office]) -> str:
    return "".join(office.name for office in found.rows)


def read(place: Place, **order: bool) -> Page[Office]:
    return page(Office.objects.filter(code__startswith="o"), "sort_key", place, **order)


@pytest.mark.parametrize(("newest_first", "whole"), [(False, "abbcdef"), (True, "fedcbba")])
def test_pages_follow_each_other_without_a_gap_or_a_repeat(newest_first: bool, whole: str):
    first = read(Place(size=3), newest_first=newest_first)
    second = read(Place(after=first.after, size=3), newest_first=newest_first)
    third = read(Place(after=second.after, size=3), newest_first=newest_first)
    assert [names(first), names(second), names(third)] == [whole[:3], whole[3:6], whole[6:]]
    assert not first.before
    assert not third.after


@pytest.mark.parametrize("newest_first", [False, True])
def test_the_way_back_shows_the_same_pages(newest_first: bool):
    first = read(Place(size=3), newest_first=newest_first)
    second = read(Place(after=first.after, size=3), newest_first=newest_first)
    again = read(Place(before=second.before, size=3), newest_first=newest_first)
    assert names(again) == names(first)
    assert not again.before
    assert again.after == first.after


def test_a_list_may_be_ordered_by_several_keys():
    Office.objects.filter(code__in=["o1", "o5"]).update(kind="district")
    by_kind = Office.objects.filter(code__startswith="o"), ("kind", "sort_key")
    first = page(*by_kind, Place(size=4))
    second = page(*by_kind, Place(after=first.after, size=4))
    assert [names(first), names(second), second.after] == ["abcd", "fbe", ""]
    assert names(page(*by_kind, Place(before=second.before, size=4))) == names(first)


def made_up(values: str) -> str:
    return base64.urlsafe_b64encode(values.encode()).decode()


@pytest.mark.parametrize(
    "mark",
    [
        "x",
        "%%%",
        "bnVsbA",
        *map(made_up, ('[{"a": 1}, "b"]', '["a", "b", 1]', "[1]", '["\\u0000", 1]', '["\\ud800", 1]')),
    ],
)
def test_a_mark_nobody_can_read_begins_at_the_first_page(mark: str):
    assert names(read(Place(after=mark, size=3))) == names(read(Place(before=mark, size=3))) == "abb"


def test_a_mark_of_another_list_begins_at_the_first_page():
    mark = base64.urlsafe_b64encode(b'["no day", 1]').decode()
    assert len(page(Office.objects.all(), "valid_from", Place(after=mark)).rows) >= 7
