"""Drafts are given up: the journal remembers, what was decided stays, and of several who do it at once one wins."""

from datetime import date

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.procedures import catalogue, comments, discarding, process, tariff
from motcua.domain.procedures.agreement_models import Comment
from motcua.domain.procedures.models import Component, Procedure
from motcua.domain.procedures.parts import FeePart
from motcua.domain.procedures.process_models import Process
from motcua.domain.procedures.taking import Gone, NotADraft
from motcua.domain.regulation.answers import NotAllowed
from tests.racing import THREADS, at_once

from .building import CODE, a_draft, parts, steps


def last(stream: str) -> Entry:
    return Entry.objects.filter(stream=stream).latest("number")


@pytest.mark.clause("5.1.b")
def test_the_draft_of_the_next_version_goes_and_what_is_posted_stays(published, cast, at):
    procedure = published.procedure
    draft = catalogue.revise_procedure(procedure, by=cast.writer, at=at)
    discarding.discard_draft(draft, by=cast.writer, at=at)
    assert list(procedure.versions.all()) == [published]
    entry = last(procedure.stream)
    assert (entry.act, entry.facts["version"], entry.by_code) == ("discard_draft", 2, "gt-soan")
    assert catalogue.revise_procedure(procedure, by=cast.writer, at=at).number == 2


@pytest.mark.clause("5.1.b", "5.1.a-1")
def test_with_the_only_draft_the_procedure_goes_and_its_code_is_free_again(draft, offices, cast, at):
    stream = draft.procedure.stream
    discarding.discard_draft(draft, by=cast.head, at=at)
    assert not Procedure.objects.filter(code=CODE).exists()
    assert not Component.objects.filter(version=draft.pk).exists()
    assert last(stream).act == "discard_draft"
    assert list(verify(stream)) == []
    assert a_draft(offices.transport, by=cast.writer, at=at).number == 1


def test_the_only_draft_stays_while_something_rests_on_it(draft, cast, at):
    drawn = process.draft_process(draft.procedure, steps=steps(), by=cast.writer, at=at)
    with pytest.raises(discarding.StillNeeded, match="đã có quy trình kèm theo"):
        discarding.discard_draft(draft, by=cast.writer, at=at)
    discarding.discard_process(drawn, by=cast.writer, at=at)
    fees = [FeePart("fee", "Phí", amount=1)]
    day = date(2019, 5, 6)
    tariff.announce_tariff(draft.procedure, lines=fees, document="1/TB", valid_from=day, by=cast.writer, at=at)
    with pytest.raises(discarding.StillNeeded, match="đã có mức thu kèm theo"):
        discarding.discard_draft(draft, by=cast.writer, at=at)


@pytest.mark.clause("4.1.b")
def test_what_was_published_is_not_discarded(published, cast, at):
    with pytest.raises(NotADraft):
        discarding.discard_draft(published, by=cast.writer, at=at)


def test_only_who_writes_discards(draft, cast, at):
    drawn = process.draft_process(draft.procedure, steps=steps(), by=cast.writer, at=at)
    for other in (cast.binh, cast.justice_writer, cast.watcher, cast.founder):
        with pytest.raises(NotAllowed):
            discarding.discard_draft(draft, by=other, at=at)
        with pytest.raises(NotAllowed):
            discarding.discard_process(drawn, by=other, at=at)


@pytest.mark.clause("5.1.a-2")
def test_the_draft_of_a_process_goes_with_what_was_said_about_it(published, cast, at):
    drawn = process.draft_process(published.procedure, steps=steps(), by=cast.writer, at=at)
    said = comments.comment_on_step(drawn, stage=2, text="Thời gian dài quá", by=cast.watcher, at=at)
    comments.answer_comment(said, text="Sẽ xem lại", by=cast.writer, at=at)
    discarding.discard_process(drawn, by=cast.writer, at=at)
    assert not Process.objects.filter(procedure=published.procedure).exists()
    assert not Comment.objects.exists()
    stream = published.procedure.stream
    assert last(stream).facts == {"code": CODE, "process": 1, "was": "draft"}
    assert Entry.objects.filter(stream=stream, facts__note="Thời gian dài quá").exists()
    assert process.draft_process(published.procedure, steps=steps(), by=cast.writer, at=at).number == 1


@pytest.mark.clause("5.1.a-2")
def test_an_approved_process_is_not_discarded(published, cast, at):
    drawn = process.draft_process(published.procedure, steps=steps(), by=cast.writer, at=at)
    process.agree_as_department(drawn, by=cast.writer, at=at)
    process.agree_as_centre(drawn, by=cast.watcher, at=at)
    process.approve_process(drawn, decision="1/QĐ", decided_on=at.date(), by=cast.head, at=at)
    with pytest.raises(discarding.StillNeeded, match="đã được phê duyệt"):
        discarding.discard_process(drawn, by=cast.writer, at=at)


def test_a_draft_that_is_gone_is_not_amended(draft, published, cast, at):
    second = catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)
    discarding.discard_draft(second, by=cast.writer, at=at)
    with pytest.raises(Gone, match="vừa được bỏ"):
        catalogue.amend_draft(second, parts=parts(days=3), by=cast.writer, at=at)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_discard_one_draft_one_wins(transactional_db, draft, cast, at):
    answers = at_once(lambda _: discarding.discard_draft(draft, by=cast.writer, at=at))
    assert sum(isinstance(each, Gone) for each in answers) == THREADS - 1
    assert list(verify(draft.procedure.stream)) == []


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_discard_one_process_one_wins(transactional_db, published, cast, at):
    drawn = process.draft_process(published.procedure, steps=steps(), by=cast.writer, at=at)
    answers = at_once(lambda _: discarding.discard_process(drawn, by=cast.writer, at=at))
    assert sum(isinstance(each, Gone) for each in answers) == THREADS - 1
