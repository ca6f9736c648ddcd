"""The printable set of a body is made when something in it changed, kept, and shown only while it is true (4.1.b)."""

import io
from datetime import date

import pikepdf
import pytest

from motcua.domain.procedures import catalogue, posting_sets
from motcua.domain.procedures.models import PostedSet
from tests.papers.reading import flat
from tests.world import World, moment

MORNING, LATER = moment("2024-05-27"), moment("2024-05-28")
TODAY, TOMORROW = date(2024, 5, 27), date(2024, 5, 28)


@pytest.mark.clause("4.1.b")
def test_a_set_holds_every_procedure_of_a_body_with_a_table_of_contents(world: World):
    world.a_procedure(name="Đăng ký thay đổi người đại diện")
    assert posting_sets.make_due(MORNING) == 2
    made = posting_sets.current_set(TODAY, owner="so-khdt")
    text = flat(posting_sets.bytes_of(made))
    assert text.count("Đăng ký thay đổi người đại diện") >= 1
    assert "MỤC LỤC" in text
    with pikepdf.open(io.BytesIO(posting_sets.bytes_of(made))) as pdf:
        assert len(pdf.pages) == made.file.pages >= 3
        assert len(pdf.Root.Outlines.First) > 0


@pytest.mark.clause("4.1.b")
def test_what_did_not_change_is_not_made_again(world: World):
    posting_sets.make_due(MORNING)
    first = posting_sets.current_set(TODAY, owner="so-khdt")
    assert posting_sets.make_due(LATER) == 0
    assert posting_sets.current_set(TOMORROW, owner="so-khdt") == first


@pytest.mark.clause("4.1.b")
def test_a_set_with_an_ended_procedure_is_shown_no_more_and_made_anew(world: World):
    other = world.a_procedure(name="Đăng ký thay đổi")
    posting_sets.make_due(MORNING)
    given = {"decision": "99/QĐ-UBND", "by": world["mai"], "at": MORNING}
    catalogue.withdraw_procedure(other, valid_to=TODAY, **given)
    assert posting_sets.current_set(TODAY, owner="so-khdt") is not None
    assert posting_sets.current_set(TOMORROW, owner="so-khdt") is None
    posting_sets.make_due(LATER)
    assert posting_sets.current_set(TOMORROW, owner="so-khdt").versions == [world.version.pk]
    assert posting_sets.current_set(TOMORROW, field=world.version.field.code) is not None


def test_content_that_comes_back_is_the_same_file(world: World):
    posting_sets.make_due(MORNING)
    first = posting_sets.current_set(TODAY, owner="so-khdt")
    PostedSet.objects.create(owner=first.owner, digest="x", versions=[-1], file=first.file, made_at=LATER)
    assert posting_sets.current_set(TODAY, owner="so-khdt") is None
    assert posting_sets.make_due(moment("2024-05-29")) == 0
    assert posting_sets.current_set(TODAY, owner="so-khdt") == first
