"""What changed this month: new procedures, new versions with what they say otherwise, and those that ended."""

from datetime import date

import pytest

from motcua.domain.listing import Place
from motcua.domain.procedures import catalogue, changes
from motcua.domain.procedures.rows import parts_of
from tests.counting import statements
from tests.world import World, moment, parts

MAY = (date(2024, 5, 1), date(2024, 5, 31))


def revised(world: World, version, on: date, **other):
    """The next version, in force from a day on."""
    given = {"by": world["tam"], "at": moment("2024-05-02")}
    draft = catalogue.revise_procedure(version.procedure, **given)
    catalogue.amend_draft(draft, parts=parts(name=version.name, **other), **given)
    return catalogue.publish_procedure(draft, valid_from=on, by=world["mai"], at=moment("2024-05-02"))


@pytest.mark.clause("4.1.b")
def test_a_new_version_is_told_with_what_it_changed(world: World):
    revised(world, world.version, date(2024, 5, 20), days=5)
    (one,) = changes.began(*MAY, Place()).rows
    was, now = one.both()
    assert (one.is_new, now.differences(was)) == (False, ["time_limits"])
    assert (now, was) == (parts_of(one.version), parts_of(one.before))
    assert changes.how_many(*MAY) == changes.how_many(*MAY, owner="so-khdt") == 1
    assert changes.how_many(*MAY, owner="so-tp") == 0


@pytest.mark.clause("4.1.b")
def test_the_first_version_is_new(world: World):
    (one,) = changes.began(world.version.valid_from, world.version.valid_from, Place()).rows
    assert (one.is_new, one.both()[0]) == (True, None)


@pytest.mark.clause("4.1.b")
def test_what_ended_without_another_is_told_and_what_was_replaced_is_not(world: World):
    other = world.a_procedure(name="Đăng ký thay đổi")
    revised(world, world.version, date(2024, 5, 20), days=5)
    given = {"decision": "99/QĐ-UBND", "by": world["mai"], "at": moment("2024-05-02")}
    catalogue.withdraw_procedure(other, valid_to=date(2024, 5, 15), **given)
    (gone,) = changes.ended(*MAY, Place()).rows
    assert (gone.name, gone.withdrawn_by) == ("Đăng ký thay đổi", "99/QĐ-UBND")
    assert changes.ended(date(2024, 4, 1), date(2024, 4, 30), Place()).rows == []


def test_a_page_of_changes_costs_the_same_however_many(world: World, django_assert_max_num_queries):
    for number in range(3):
        revised(world, world.a_procedure(name=f"Thủ tục {number}"), date(2024, 5, 20), days=5)
    with django_assert_max_num_queries(6) as sent:
        rows = changes.began(*MAY, Place()).rows
        assert [one.both()[0] is not None for one in rows] == [True] * 3
    assert len(statements(sent)) == 6
