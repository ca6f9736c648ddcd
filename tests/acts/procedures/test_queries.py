"""Who sees which procedures, how they are found, and what the handling of dossiers reads of them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.domain.listing import Place
from motcua.domain.procedures import catalogue, queries
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.procedures.queries import Search
from motcua.domain.working_days.limit import Limit, Unit

from .building import CODE, a_draft, parts

DAY = date(2019, 5, 6)
HERE = Search(body="so-gtvt")


def codes(page) -> list[str]:
    return [row.code for row in page.rows]


@pytest.mark.clause("4.1.b")
def test_the_public_finds_what_is_in_force_that_day_only(published, offices, cast, at):
    a_draft(offices.transport, by=cast.writer, at=at, code="1.2", name="Cấp phù hiệu xe")
    assert codes(queries.catalogue(HERE, on=DAY)) == [CODE]
    assert codes(queries.catalogue(HERE, on=date(2019, 4, 30))) == []
    catalogue.withdraw_procedure(published, valid_to=DAY, decision="7/QĐ", by=cast.controller, at=at)
    assert codes(queries.catalogue(HERE, on=DAY + timedelta(days=1))) == []


@pytest.mark.parametrize("words", ["giay phep van tai", "VẬN TẢI kinh doanh", "1.000703", "duong bo", "oto xe"])
def test_words_are_found_in_any_order_without_diacritics(published, words):
    expected = [] if words == "oto xe" else [CODE]
    assert codes(queries.catalogue(Search(words, body="so-gtvt"), on=DAY)) == expected


def test_the_line_of_a_procedure_shows_owner_field_time_and_level(published):
    (row,) = queries.catalogue(HERE, on=DAY).rows
    assert (row.owner_name, row.field, row.limit) == ("Sở Giao thông vận tải", "Đường bộ", "5 ngày làm việc")
    assert (row.level, row.online_level, row.to_review) == ("Cấp tỉnh", 2, 0)


def test_the_catalogue_is_filtered_by_field_body_level_and_online_level(published):
    for search in (Search(field="duong-bo"), HERE, replace(HERE, level="province"), replace(HERE, online=2)):
        assert codes(queries.catalogue(search, on=DAY)) == [CODE]
    for search in (Search(field="ho-tich"), Search(body="so-tp"), Search(level="commune"), replace(HERE, online=3)):
        assert codes(queries.catalogue(search, on=DAY)) == []
    assert "Đường bộ" in [field.name for field in queries.fields_in_use(DAY)]
    assert [office.code for office in queries.owners_in_use(DAY)] == ["so-gtvt", "so-khdt"]


def test_pages_follow_one_another_in_vietnamese_order_without_gap(offices, cast, at):
    names = ["Đăng ký", "Ánh sáng", "Án phí", "An toàn", "An toàn", "Ăn uống", "Ấn phẩm"]
    for number, name in enumerate(names):
        draft = a_draft(offices.transport, by=cast.writer, at=at, code=f"9.{number}", name=name)
        catalogue.publish_procedure(draft, valid_from=DAY, by=cast.controller, at=at)
    seen, after = [], ""
    while True:
        page = queries.catalogue(HERE, on=DAY, place=Place(after=after, size=3))
        seen += [row.name for row in page.rows]
        assert str(page.count) == "7"
        if not (after := page.after):
            break
    assert seen == ["Án phí", "An toàn", "An toàn", "Ánh sáng", "Ăn uống", "Ấn phẩm", "Đăng ký"]


def test_a_page_of_the_catalogue_costs_two_statements_however_long(published, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.catalogue(Search("van tai"), on=DAY, place=Place(size=100))


def test_writers_see_their_drafts_and_the_centre_sees_all(draft, cast, at):
    for writer in (cast.writer, cast.head, cast.controller):
        assert codes(queries.catalogue_for(writer, HERE, at=at)) == [CODE]
        assert queries.draft_for(writer, CODE, at) == draft
        assert queries.procedure_for(writer, CODE, at) == draft.procedure
    for other in (cast.binh, cast.appraiser):
        assert codes(queries.catalogue_for(other, HERE, at=at)) == []
        with pytest.raises(Version.DoesNotExist):
            queries.draft_for(other, CODE, at)
        with pytest.raises(Procedure.DoesNotExist):
            queries.procedure_for(other, CODE, at)


def test_others_see_published_versions_but_not_the_draft_of_the_next(published, cast, at):
    catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)
    procedure = queries.procedure_for(cast.binh, CODE, at)
    assert [version.number for version in queries.versions_for(cast.binh, procedure, at)] == [1]
    assert [version.number for version in queries.versions_for(cast.writer, procedure, at)] == [2, 1]
    assert queries.catalogue_for(cast.writer, HERE, at=at).rows[0].state == "draft"


def test_what_needs_review_is_listed_until_somebody_has_looked(offices, cast, at):
    unclear = a_draft(offices.transport, by=cast.writer, at=at, needs_review=("Thời hạn: thiếu đơn vị.",))
    (row,) = queries.needs_review(cast.writer, at=at).rows
    assert (row.code, row.to_review) == (CODE, 1)
    assert queries.needs_review(cast.justice_writer, at=at).rows == []
    catalogue.amend_draft(unclear, parts=parts(), by=cast.writer, at=at)
    assert queries.needs_review(cast.writer, at=at).rows == []


def test_the_published_page_has_all_parts_in_order(published, django_assert_num_queries):
    with django_assert_num_queries(3):
        version = queries.published(CODE, DAY)
        assert [each.position for each in version.components.all()] == [1, 2]
        assert [each.amount for each in version.time_limits.all()] == [5]
        assert version.procedure.owner.name == "Sở Giao thông vận tải"
    with pytest.raises(Version.DoesNotExist):
        queries.published(CODE, date(2019, 4, 30))


def test_what_handling_needs_is_read_once(published, django_assert_num_queries):
    handled = queries.handled(published.pk)
    assert (handled.code, handled.owner_code, handled.level) == (CODE, "so-gtvt", "province")
    assert handled.limits == {"counter": Limit(5, Unit.WORKING_DAYS)}
    assert [(each.name[:12], each.originals, each.copies) for each in handled.components] == [
        ("Giấy đề nghị", 1, 0),
        ("Bản sao Giấy", 0, 1),
    ]
    with django_assert_num_queries(0):
        assert queries.handled(published.pk) is handled


def test_a_draft_is_not_handled(draft):
    with pytest.raises(Version.DoesNotExist):
        queries.handled(draft.pk)
