"""The work lists: whose work is on them, how they are narrowed, and that nothing somebody made up breaks them."""

import base64
import json
from dataclasses import replace

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.overviews import work
from motcua.domain.dossiers.overviews.work import Filters
from motcua.domain.listing import Place
from tests.world import AN, World, moment

AT = moment("2024-05-27 10:00")
ALL = Filters()


def mine(world: World, code: str = "thu", filters: Filters = ALL, place: Place = Place()) -> list[str]:  # noqa: B008
    return [row.code for row in work.mine(world[code], filters, AT, place).rows]


def waiting(world: World, code: str = "thu", filters: Filters = ALL) -> list[str]:
    return [row.code for row in work.waiting(world[code], filters, AT, Place()).rows]


def test_my_steps_stand_in_the_order_in_which_they_fall_due(world: World) -> None:
    later, sooner = world.in_appraisal("2024-05-24"), world.in_appraisal("2024-05-22")
    assert mine(world) == [sooner.code, later.code]
    assert mine(world, "tam") == []


@pytest.mark.clause("5.1.a-2")
def test_what_waits_stands_with_everybody_who_holds_its_role_in_its_body(world: World) -> None:
    dossier = processing.transfer(world.received(), by=world["lan"], at=AT)
    assert [waiting(world, code) for code in ("thu", "tam")] == [[dossier.code], [dossier.code]]
    assert [waiting(world, code) for code in ("minh", "hoa", "binh", "lan", "kien")] == [[], [], [], [], []]


@pytest.mark.clause("4.1.e")
def test_a_result_that_waits_for_its_applicant_is_nobodys_late_work(world: World) -> None:
    world.at_centre()
    assert waiting(world, "ngoc") == []
    assert [str(number) for number in work.how_many(world["ngoc"], AT)] == ["0", "0"]


def test_both_figures_come_in_one_statement_and_count_to_the_cap(world: World, django_assert_num_queries) -> None:
    world.in_appraisal()
    processing.transfer(world.received(), by=world["lan"], at=AT)
    thu = world["thu"]
    thu.held  # noqa: B018 - a signed-in official comes with them
    with django_assert_num_queries(1):
        assert [str(number) for number in work.how_many(thu, AT)] == ["1", "1"]


def test_filters_are_taken_together(world: World) -> None:
    dao = replace(AN, name="Phạm Thị Đào", identity_number="022190004321")
    late, other = world.in_appraisal("2024-05-22", applicant=dao), world.in_appraisal("2024-05-27", applicant=dao)
    world.in_appraisal("2024-05-22")
    assert mine(world, filters=Filters(words="dao PHAM")) == [late.code, other.code]
    assert mine(world, filters=Filters(words="đào", late=True, kind="appraise")) == [late.code]
    assert mine(world, filters=Filters(words="đào", kind="approve")) == []
    assert mine(world, filters=Filters(words=other.code[:-4])) == [other.code]


@pytest.mark.parametrize("words", ["%", "_", "\\", "%-%", "_-", "an%' or 1=1 --"])
def test_signs_of_sql_are_letters_like_others(world: World, words: str) -> None:
    world.in_appraisal()
    assert mine(world, filters=Filters(words=words)) == []


def test_pages_follow_one_another_and_lead_back(world: World) -> None:
    codes = [world.in_appraisal(f"2024-05-{day}").code for day in (20, 21, 22, 23, 24)]
    first = work.mine(world["thu"], ALL, AT, Place(size=2))
    second = work.mine(world["thu"], ALL, AT, Place(after=first.after, size=2))
    third = work.mine(world["thu"], ALL, AT, Place(after=second.after, size=2))
    assert [row.code for page in (first, second, third) for row in page.rows] == codes
    assert (first.before, third.after) == ("", "")
    back = work.mine(world["thu"], ALL, AT, Place(before=third.before, size=2))
    assert back == second


@pytest.mark.parametrize(
    "mark", ["x", "!", ["2024-05-27", 2**70], ["no day", 1], [None, 1], [7, 1], ["2024-05-27", -1]]
)
def test_a_mark_that_somebody_made_up_begins_at_the_first_page(world: World, mark: object) -> None:
    dossier = world.in_appraisal()
    made_up = mark if isinstance(mark, str) else base64.urlsafe_b64encode(json.dumps(mark).encode()).decode()
    assert mine(world, place=Place(after=made_up)) == [dossier.code]
