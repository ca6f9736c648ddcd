"""Several officials at once on one procedure: one wins, the others read why not."""

from datetime import date

import pytest

from motcua.domain.journal.recording import verify
from motcua.domain.procedures import catalogue, process
from motcua.domain.procedures.models import Procedure
from tests.racing import THREADS, at_once

from .building import a_draft, parts, steps

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_who_enter_one_code_one_wins(transactional_db, offices, cast, at):
    answers = at_once(lambda _: a_draft(offices.transport, by=cast.writer, at=at))
    assert sum(isinstance(each, catalogue.AlreadyThere) for each in answers) == THREADS - 1
    assert Procedure.objects.filter(code="1.000703").count() == 1


@pytest.mark.clause("4.1.b")
def test_of_eight_who_publish_one_draft_one_wins(transactional_db, draft, cast, at):
    day = date(2019, 6, 1)
    answers = at_once(lambda _: catalogue.publish_procedure(draft, valid_from=day, by=cast.controller, at=at))
    assert sum(isinstance(each, catalogue.NotADraft) for each in answers) == THREADS - 1
    assert list(verify(draft.procedure.stream)) == []


def test_all_amendments_made_at_once_are_in_the_journal(transactional_db, draft, cast, at):
    at_once(lambda n: catalogue.amend_draft(draft, parts=parts(days=n + 10), by=cast.writer, at=at))
    assert list(verify(draft.procedure.stream)) == []


@pytest.mark.clause("4.1.a-1")
def test_of_eight_who_draft_a_process_one_wins(transactional_db, published, cast, at):
    answers = at_once(lambda _: process.draft_process(published.procedure, steps=steps(), by=cast.writer, at=at))
    assert sum(isinstance(each, process.NotInTurn) for each in answers) == THREADS - 1
