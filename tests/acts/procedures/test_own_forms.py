"""The department writes the form of its procedure; once published it stays what applicants answered."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.domain.journal.meanwhile import ChangedMeanwhile, lines_so_far
from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.procedures import catalogue, component_forms
from motcua.domain.procedures.authorship import writer_of_version
from motcua.domain.procedures.own_forms.fields import FormField, to_plain
from motcua.domain.procedures.own_forms.writing import CanNotBeAsked, write_own_form
from motcua.domain.procedures.parts import Parts
from motcua.domain.procedures.rows import parts_of
from motcua.domain.regulation.answers import NotAllowed
from tests.racing import THREADS, at_once
from tests.rules.own_forms import FORM

from .building import parts

pytestmark = pytest.mark.clause("5.1.d", "4.1.b")
BEFORE_THERE_WERE_FORMS = "63d75fd9cf38e28431ebc229d55d54ab8d98385b4d9e3eb9fcbe5dbf610c621d"


def acts(version) -> list[str]:
    return list(Entry.objects.filter(stream=version.procedure.stream).order_by("number").values_list("act", flat=True))


def test_the_department_says_what_applicants_are_asked(draft, cast, at):
    written = write_own_form(draft, form=FORM, by=cast.writer, at=at)
    assert parts_of(written) == replace(parts(), own_form=FORM)
    last = Entry.objects.filter(stream=draft.procedure.stream).latest("number")
    assert (last.act, last.facts["questions"], last.facts["form"]) == ("write_own_form", 12, to_plain(FORM))


def test_the_same_form_again_writes_nothing(draft, cast, at):
    for _ in range(2):
        write_own_form(draft, form=FORM, by=cast.writer, at=at)
    assert acts(draft) == ["draft_procedure", "write_own_form"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ((FormField("a", "choice", "Loại"),), "từ 2 đến 60 lựa chọn"),
        ((FormField("a", "date", "Ngày", example="hôm qua"),), "Ví dụ của “Ngày” không đúng"),
    ],
)
def test_a_form_nobody_could_answer_is_refused(draft, cast, at, form, said):
    with pytest.raises(CanNotBeAsked, match=said) as refused:
        write_own_form(draft, form=form, by=cast.writer, at=at)
    assert refused.value.clause == "5.1.d"
    assert acts(draft) == ["draft_procedure"]


def test_only_the_department_and_the_centre_write_it(draft, cast, at):
    for stranger in (cast.binh, cast.appraiser, cast.justice_writer):
        with pytest.raises(NotAllowed):
            write_own_form(draft, form=FORM, by=stranger, at=at)


def test_a_published_form_is_not_changed(published, cast, at):
    with pytest.raises(catalogue.NotADraft):
        write_own_form(published, form=FORM, by=cast.writer, at=at)


def test_who_wrote_while_somebody_else_did_is_told(draft, cast, at):
    seen = lines_so_far(draft.procedure)
    catalogue.amend_draft(draft, parts=parts(days=3), by=cast.writer, at=at)
    with pytest.raises(ChangedMeanwhile):
        write_own_form(draft, form=FORM, seen=seen, by=cast.head, at=at)


def test_the_next_version_begins_with_the_form_and_leaves_the_published_one_alone(draft, cast, at):
    write_own_form(draft, form=FORM, by=cast.writer, at=at)
    published = catalogue.publish_procedure(draft, valid_from=date(2019, 6, 1), by=cast.controller, at=at)
    later = at + timedelta(days=60)
    revised = catalogue.revise_procedure(published.procedure, by=cast.writer, at=later)
    assert parts_of(revised).own_form == FORM
    write_own_form(revised, form=FORM[:3], by=cast.writer, at=later)
    assert parts_of(published).own_form == FORM
    assert parts_of(revised).differences(parts_of(published)) in ([], ["own_form"])


def test_who_wrote_the_form_does_not_publish_it_alone(draft, cast, at):
    write_own_form(draft, form=FORM, by=cast.controller, at=at)
    assert writer_of_version(draft) == cast.controller.code
    with pytest.raises(NotAllowed):
        catalogue.publish_procedure(draft, valid_from=date(2019, 6, 1), by=cast.controller, at=at)


def test_a_source_without_forms_takes_none_away(draft, cast, at):
    before = parts_of(write_own_form(draft, form=FORM, by=cast.writer, at=at))
    assert component_forms.with_forms_of(parts(days=3), before).own_form == FORM
    assert component_forms.without_forms(before).digest() == parts().digest()


def test_a_procedure_without_a_form_has_the_digest_that_it_always_had():
    assert Parts(name="Thủ tục", field="Lĩnh vực").digest() == BEFORE_THERE_WERE_FORMS


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_write_at_once_one_is_told_of_no_other(transactional_db, draft, cast, at):
    seen = lines_so_far(draft.procedure)
    found = at_once(lambda n: write_own_form(draft, form=FORM[: n + 1], seen=seen, by=cast.writer, at=at))
    assert sum(isinstance(each, ChangedMeanwhile) for each in found) == THREADS - 1
    assert list(verify(draft.procedure.stream)) == []
