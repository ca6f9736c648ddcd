"""Finding a dossier at the counter, without numbers of persons in any address."""

from urllib.parse import unquote

import pytest
from django.test import Client

from motcua.domain.dossiers import queries
from tests.web.counter.conftest import MORNING, at, signed_in
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/tim/"


@pytest.mark.parametrize("code", ["lan", "ngoc"])
def test_both_sides_of_the_counter_search(world: World, code: str):
    assert signed_in(world, code).get(HERE, **at()).status_code == 200


def test_a_whole_code_opens_the_dossier(lan: Client, world: World):
    code = world.received().code
    assert lan.post(HERE, {"words": f" {code} "}, **at()).headers["Location"] == f"/quay/ho-so/{code}/"


def test_a_name_goes_into_the_address_and_is_found_whatever_its_marks(lan: Client, world: World):
    code = world.received().code
    answer = lan.post(HERE, {"words": "nguyen van an"}, **at())
    assert unquote(answer.headers["Location"]) == f"{HERE}?tim=nguyen+van+an"
    assert str(code) in lan.get(answer.headers["Location"], **at()).content.decode()


@pytest.mark.parametrize("words", ["nguyen van a", "an ng", "ng v a"])
def test_beginnings_of_words_find_where_no_whole_words_do(lan: Client, world: World, words: str):
    code = world.received().code
    assert str(code) in lan.get(HERE, {"tim": words}, **at()).content.decode()


def test_a_part_from_the_middle_of_a_word_is_not_a_name(lan: Client, world: World):
    world.received()
    assert "Không có hồ sơ nào khớp" in lan.get(HERE, {"tim": "guyen"}, **at()).content.decode()


@pytest.mark.parametrize("number", ["0912345678", "0912 345 678", "022090001234", "022.090.001.234"])
def test_numbers_of_persons_are_answered_at_once_and_stay_out_of_addresses(lan: Client, world: World, number: str):
    code = world.received().code
    answer = lan.post(HERE, {"words": number}, **at())
    assert answer.status_code == 200
    assert str(code) in answer.content.decode()


def test_the_beginning_of_a_code_finds_all_of_that_day(lan: Client, world: World):
    codes = [world.received().code, world.received().code]
    page = lan.get(f"{HERE}?tim=000.00.00.H49-240527", **at()).content.decode()
    assert all(str(code) in page for code in codes)
    assert "(2)" in page


@pytest.mark.parametrize(
    "words", ["240527-0001", "240527-1", "H49-240527-0001", "0000000h49-240527-0001", "000.00.00.H49 - 240527-0001"]
)
def test_a_code_is_found_without_its_dots_its_agency_or_its_noughts(lan: Client, world: World, words: str):
    meant, other = world.received().code, world.received().code
    page = lan.get(HERE, {"tim": words}, **at()).content.decode()
    assert str(meant).endswith("-0001")
    assert str(meant) in page
    assert str(other) not in page


def test_a_shortened_code_finds_only_what_one_may_see(world: World):
    world.received()
    assert [len(queries.search(world[code], "240527-1", MORNING)) for code in ("lan", "binh")] == [1, 0]


def test_a_filter_stays_in_the_address(lan: Client, world: World):
    code = world.received().code
    assert str(code) in lan.get(f"{HERE}?tim=an&nhom=dang-giai-quyet", **at()).content.decode()
    page = lan.get(f"{HERE}?tim=an&nhom=da-tra", **at()).content.decode()
    assert "Không có hồ sơ nào khớp" in page
    assert "nhom=cho-tra" in page


@pytest.mark.parametrize("address", ["?tim=x&sau=%%%", "?tim=an&sau=bm8", "?tim=%00", "?nhom=x", "?tim=%25%25"])
def test_nothing_somebody_makes_up_breaks_the_page(lan: Client, world: World, address: str):
    world.received()
    assert lan.get(HERE + address, **at()).status_code == 200
