"""The Centre asks how far dossiers are, the departments answer with the cause."""

from datetime import date

import pytest

from motcua.domain.dossiers.ahead import progress, progress_queries
from motcua.domain.dossiers.ahead.progress_models import ProgressRequest
from motcua.domain.dossiers.ahead.progress_terms import Cause, Subject
from motcua.domain.journal.models import Entry
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import World, moment

ASKED = moment("2024-05-29 09:00")
QUESTION = progress.Question(Subject.OVERRUN, date(2024, 5, 30), "Đề nghị nêu rõ lý do.")


def asked(world: World, *dossiers, by: str = "mai", question: progress.Question = QUESTION):
    return progress.ask_progress(dossiers, question=question, by=world[by], at=ASKED)


def answered(world: World, request: ProgressRequest, by: str = "thu", at: str = "2024-05-30 10:00", **other):
    said = {"cause": Cause.OTHER_BODY, "words": "Chờ Sở Tư pháp", "expected_on": date(2024, 6, 3), **other}
    return progress.answer_progress(request, **said, by=world[by], at=moment(at))


@pytest.mark.clause("4.1.d-2")
def test_several_are_asked_at_once_on_one_paper_for_their_department(world: World) -> None:
    made = asked(world, world.in_appraisal(), world.at_approval())
    assert [each.answer_by for each in made] == [moment("2024-05-30 17:00")] * 2
    paper = Paper.objects.get(form_code="progress_request")
    assert {each.paper for each in made} == {paper}
    assert [line["dossier_code"] for line in paper.facts["lines"]] == [each.dossier.code for each in made]
    assert paper.facts["to"] == "Sở Kế hoạch và Đầu tư"
    assert Entry.objects.filter(act="ask_progress", facts__paper=paper.shown_number).count() == 2


@pytest.mark.clause("4.1.d-2")
def test_a_paper_about_several_is_on_no_single_dossier(world: World) -> None:
    one = world.in_appraisal()
    asked(world, one, world.at_approval())
    assert not Paper.objects.filter(about=one.stream, form_code="progress_request").exists()


@pytest.mark.clause("4.1.d-2")
def test_the_answer_holds_cause_and_day_and_is_kept(world: World) -> None:
    (request,) = asked(world, world.in_appraisal())
    request = answered(world, request)
    assert (request.cause, request.expected_on, request.answered_by) == ("other_body", date(2024, 6, 3), world["thu"])
    facts = Entry.objects.get(act="answer_progress").facts
    assert (facts["cause"], facts["answer"], facts["late"]) == ("other_body", "Chờ Sở Tư pháp", False)
    with pytest.raises(progress.AlreadyAnswered, match="Trần Anh Thư đã trả lời lúc 10:00"):
        answered(world, request, by="tam")


@pytest.mark.clause("4.1.d-2")
def test_a_late_answer_is_taken_and_said_to_be_late(world: World) -> None:
    (request,) = asked(world, world.in_appraisal())
    answered(world, request, at="2024-05-31 08:00")
    assert Entry.objects.get(act="answer_progress").facts["late"]


@pytest.mark.clause("4.1.d-2")
def test_a_dossier_has_one_open_question(world: World) -> None:
    dossier = world.in_appraisal()
    (request,) = asked(world, dossier)
    with pytest.raises(progress.AlreadyAsked, match="chưa có trả lời"):
        asked(world, dossier)
    answered(world, request)
    assert asked(world, dossier)


@pytest.mark.clause("4.1.d-2")
def test_of_several_all_are_asked_or_none(world: World) -> None:
    with pytest.raises(progress.NotWithDepartment, match="không ở cơ quan giải quyết"):
        asked(world, world.in_appraisal(), world.received())
    assert not ProgressRequest.objects.exists()


@pytest.mark.clause("4.1.d-2")
def test_only_who_watches_asks_and_only_the_department_answers(world: World) -> None:
    dossier = world.in_appraisal()
    for somebody in ("lan", "quang", "thu"):
        with pytest.raises(NotAllowed):
            asked(world, dossier, by=somebody)
    (request,) = asked(world, dossier)
    for somebody in ("lan", "mai", "binh"):
        with pytest.raises(NotAllowed):
            answered(world, request, by=somebody)


@pytest.mark.clause("4.1.d-2")
@pytest.mark.parametrize("day", [date(2024, 5, 28), date(2024, 6, 1)])
def test_the_day_to_answer_is_a_working_day_to_come(world: World, day: date) -> None:
    with pytest.raises(Refused, match="Hạn trả lời"):
        asked(world, world.in_appraisal(), question=progress.Question(Subject.PROGRESS, day))


@pytest.mark.clause("4.1.d-2")
@pytest.mark.parametrize("other", [{"words": " "}, {"expected_on": date(2024, 5, 29)}])
def test_an_answer_says_something_and_looks_ahead(world: World, other: dict) -> None:
    (request,) = asked(world, world.in_appraisal())
    with pytest.raises(Refused):
        answered(world, request, **other)


@pytest.mark.clause("4.1.d-1", "4.1.d-2")
def test_overdue_answers_are_counted_for_each_body(world: World) -> None:
    (request,) = asked(world, world.in_appraisal())
    asked(world, world.at_approval())
    answered(world, request)
    at = moment("2024-05-31 08:00")
    rows = progress_queries.asked_by(world["mai"], at)
    (row,) = progress_queries.per_body(rows, at)
    assert (row.open, row.overdue, row.answered) == (1, 1, 1)
    assert progress_queries.asked_of(world["thu"], at).count() == 2
    assert not progress_queries.asked_of(world["binh"], at).exists()
