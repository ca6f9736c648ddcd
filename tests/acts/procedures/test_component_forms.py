"""The form of a component is kept with its version, copied with it, and given to those who may see it."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from motcua.domain.dossiers import checks
from motcua.domain.papers import form_files
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import catalogue, component_forms, queries
from motcua.domain.procedures.importing.importing import import_procedures
from motcua.domain.procedures.models import Component, Version
from motcua.domain.procedures.parts import Parts
from motcua.domain.procedures.posting import posting_facts
from motcua.domain.procedures.rows import parts_of
from tests.acts.procedures import national_lines
from tests.papers import form_corpus

from .building import a_draft, parts

pytestmark = pytest.mark.clause("4.1.b")
DAY = date(2019, 6, 1)


@pytest.fixture
def form(cast, at):
    return form_files.take_in(Upload("mẫu 01.docx", form_corpus.docx()), by=cast.writer, at=at)


def with_form(known: Parts, digest: str, title: str = "Mẫu số 01") -> Parts:
    first, *others = known.components
    return replace(known, components=(replace(first, form_sha256=digest, form_name=title), *others))


@pytest.fixture
def drafted(draft, form, cast, at) -> Version:
    return catalogue.amend_draft(draft, parts=with_form(parts(), form.file.sha256), by=cast.writer, at=at)


@pytest.fixture
def posted(drafted, cast, at) -> Version:
    return catalogue.publish_procedure(drafted, valid_from=DAY, by=cast.controller, at=at)


def test_every_version_and_every_copy_carries_the_form(posted, form, offices, cast, at):
    digest = form.file.sha256
    copied = catalogue.copy_procedure(posted, code="1.2", owner=offices.transport, by=cast.writer, at=at)
    next_one = catalogue.revise_procedure(posted.procedure, by=cast.writer, at=at)
    for version in (posted, copied, next_one):
        assert parts_of(version).components[0].form_sha256 == digest
    assert queries.handled(posted.pk).components[0].form_sha256 == digest


def test_a_form_that_nobody_took_in_is_refused(draft, cast, at):
    with pytest.raises(catalogue.Malformed, match="không có trong kho: hãy chọn lại tệp"):
        catalogue.amend_draft(draft, parts=with_form(parts(), "0" * 64), by=cast.writer, at=at)


def test_a_form_has_a_name_for_the_posting(draft, form, cast, at):
    with pytest.raises(catalogue.Malformed, match="phải có tên mẫu đơn, tờ khai"):
        catalogue.amend_draft(draft, parts=with_form(parts(), form.file.sha256, title=""), by=cast.writer, at=at)


def test_the_posting_names_the_form(posted):
    assert posting_facts(queries.published(posted.procedure.code, DAY), on=DAY).components[0].form == "Mẫu số 01"


def test_the_form_of_a_published_version_is_not_changed(posted):
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        posted.components.update(form_sha256="")


def test_the_public_gets_the_form_of_the_version_of_the_day(posted):
    assert component_forms.published_form(posted.procedure.code, 1, DAY).form_name == "Mẫu số 01"
    for code, position, day in (
        (posted.procedure.code, 2, DAY),
        ("0", 1, DAY),
        (posted.procedure.code, 1, date(2019, 5, 31)),
    ):
        with pytest.raises(Component.DoesNotExist):
            component_forms.published_form(code, position, day)


def test_the_form_of_a_draft_is_for_its_writers(drafted, cast, at):
    component = drafted.components.get(position=1)
    assert component_forms.form_for(cast.writer, component.pk, at) == component
    for stranger in (cast.binh, cast.justice_writer, cast.watcher):
        with pytest.raises(Component.DoesNotExist):
            component_forms.form_for(stranger, component.pk, at)


def test_the_form_of_a_published_version_is_for_every_official(posted, cast, at):
    component = posted.components.get(position=1)
    assert component_forms.form_for(cast.binh, component.pk, at) == component
    with pytest.raises(Component.DoesNotExist):
        component_forms.form_for(cast.binh, posted.components.get(position=2).pk, at)


def test_an_import_leaves_the_forms_where_they_are(cast, at, form):
    def import_(**changes) -> None:
        import_procedures(
            national_lines.lines(national_lines.procedure(**changes)), name="a", by=cast.controller, at=at
        )

    import_()
    version = Version.objects.latest("pk")
    first = parts_of(version).components[0]
    catalogue.amend_draft(
        version,
        parts=with_form(parts_of(version), form.file.sha256, first.form_name or "Mẫu số 01"),
        by=cast.controller,
        at=at,
    )
    import_()
    assert Version.objects.latest("pk").components.get(position=1).form_sha256 == form.file.sha256


def test_the_nightly_check_sees_a_form_that_is_not_there(drafted):
    def broken() -> list[str]:
        return [each for rule in checks.invariants() if rule.mark == "I11" for each in rule.broken]

    assert broken() == []
    drafted.components.filter(position=2).update(form_sha256="0" * 64)
    assert broken() == [
        "thủ tục 1.000703, phiên bản 1: không có tệp mẫu 000000000000 "
        "của “Bản sao Giấy chứng nhận đăng ký doanh nghiệp”"
    ]


def test_a_draft_without_forms_costs_no_statement_for_them(draft, django_assert_num_queries):
    components = list(draft.components.all())
    with django_assert_num_queries(0):
        assert component_forms.forms_of(components) == {}


def test_a_draft_of_forms_is_entered_whole(offices, cast, at, form):
    drafted = a_draft(
        offices.transport, by=cast.writer, at=at, code="1.9", components=with_form(parts(), form.file.sha256).components
    )
    assert parts_of(drafted).components[0].form_sha256 == form.file.sha256
