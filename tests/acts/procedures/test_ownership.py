"""A procedure is given to another body by decision, once no process leaves a step with the one that hands it over."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.procedures import catalogue, ownership, process, queries
from motcua.domain.procedures.models import Procedure
from motcua.domain.regulation.answers import NotAllowed
from tests.racing import THREADS, at_once

from .building import steps

pytestmark = pytest.mark.clause("5.1.b", "4.2.a")
GIVEN = {"decision": "2041/QĐ-UBND"}


def test_the_new_body_writes_from_now_on_and_the_old_one_no_more(published, offices, cast, at):
    assert queries.handled(published.pk).owner_code == "so-gtvt"
    given = ownership.change_owner(published.procedure, owner=offices.justice, **GIVEN, by=cast.controller, at=at)
    with pytest.raises(NotAllowed):
        catalogue.revise_procedure(given, by=cast.writer, at=at)
    assert catalogue.revise_procedure(given, by=cast.justice_writer, at=at).number == 2
    entry = Entry.objects.get(stream=given.stream, act="change_owner")
    assert (entry.facts["was"], entry.facts["owner"], entry.facts["decision"]) == ("so-gtvt", "so-tp", "2041/QĐ-UBND")


def test_new_dossiers_are_of_the_new_body(published, offices, cast, at, django_capture_on_commit_callbacks):
    assert queries.handled(published.pk).owner_code == "so-gtvt"
    with django_capture_on_commit_callbacks(execute=True):
        ownership.change_owner(published.procedure, owner=offices.justice, **GIVEN, by=cast.controller, at=at)
    assert queries.handled(published.pk).owner_code == "so-tp"


def test_only_the_centre_gives_a_procedure_away(published, offices, cast, at):
    for other in (cast.writer, cast.head, cast.justice_head, cast.watcher, cast.binh, cast.founder):
        with pytest.raises(NotAllowed):
            ownership.change_owner(published.procedure, owner=offices.justice, **GIVEN, by=other, at=at)


def test_a_decision_and_another_living_body_are_needed(published, offices, cast, at):
    def give(owner, decision: str = "1/QĐ") -> None:
        ownership.change_owner(published.procedure, owner=owner, decision=decision, by=cast.controller, at=at)

    with pytest.raises(ownership.CanNotBeGiven, match="Phải ghi số quyết định"):
        give(offices.justice, " ")
    with pytest.raises(ownership.CanNotBeGiven, match="đang là cơ quan chủ quản"):
        give(offices.transport)
    offices.justice.valid_to = date(2019, 5, 5)
    with pytest.raises(ownership.CanNotBeGiven, match="không phải là cơ quan đang hoạt động"):
        give(offices.justice)


@pytest.mark.clause("5.1.a-2")
def test_it_stays_while_a_process_leaves_a_step_with_the_old_body(published, offices, cast, at):
    way = steps()
    process.draft_process(published.procedure, steps=way, by=cast.writer, at=at)
    with pytest.raises(ownership.CanNotBeGiven, match=r"phiên bản 1 \(dự thảo\) còn bước do Sở Giao thông vận tải"):
        ownership.change_owner(published.procedure, owner=offices.justice, **GIVEN, by=cast.controller, at=at)
    drawn = published.procedure.processes.get()
    theirs = tuple(replace(each, office="so-tp", officers=()) if each.office == "so-gtvt" else each for each in way)
    process.amend_process(drawn, steps=theirs, by=cast.writer, at=at)
    given = ownership.change_owner(published.procedure, owner=offices.justice, **GIVEN, by=cast.controller, at=at)
    assert given.owner == offices.justice


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_give_it_away_one_does(transactional_db, published, offices, cast, at):
    def give(_: int) -> Procedure:
        return ownership.change_owner(published.procedure, owner=offices.justice, **GIVEN, by=cast.controller, at=at)

    answers = at_once(give)
    assert sum(isinstance(each, ownership.CanNotBeGiven) for each in answers) == THREADS - 1
