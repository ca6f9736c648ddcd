"""Both sides speak about the steps of a draft, and nobody approves alone what they wrote."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.organisations import acts as organisations
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import catalogue, comments, process
from motcua.domain.procedures.agreement_models import Comment
from motcua.domain.regulation.answers import NotAllowed
from tests.racing import THREADS, at_once

from .building import a_draft, steps

SAID = "Thẩm định 16 giờ là dài so với thực tế."


@pytest.fixture
def drafted(published, cast, at):
    return process.draft_process(published.procedure, steps=steps(), by=cast.writer, at=at)


@pytest.fixture
def comment(drafted, cast, at):
    return comments.comment_on_step(drafted, stage=2, text=SAID, by=cast.controller, at=at)


@pytest.mark.clause("4.1.a-1")
def test_a_comment_names_its_step_and_its_side_and_stands_in_the_journal(comment, drafted, cast):
    assert (comment.step, comment.side, comment.said_by) == ("Thẩm định hồ sơ", "centre", cast.controller)
    last = Entry.objects.filter(stream=drafted.procedure.stream).latest("number")
    assert (last.act, last.facts["note"], last.facts["process"]) == ("comment_on_step", SAID, 1)


@pytest.mark.clause("4.1.a-1")
def test_the_other_side_answers_and_the_side_that_asked_says_when_it_is_settled(comment, drafted, cast, at):
    comments.answer_comment(comment, text="Đã giảm còn 8 giờ.", by=cast.writer, at=at)
    with pytest.raises(NotAllowed, match="do Trung tâm nêu"):
        comments.settle_comment(comment, by=cast.writer, at=at)
    comments.settle_comment(comment, by=cast.watcher, at=at)
    assert [(each.side, bool(each.settled_at)) for each in comments.comments_on(drafted)] == [
        ("centre", True), ("department", False),
    ]  # fmt: skip
    with pytest.raises(comments.AlreadySettled):
        comments.answer_comment(comment, text="Còn nữa.", by=cast.writer, at=at)


@pytest.mark.clause("4.1.a-1")
def test_only_the_two_sides_speak_and_only_about_a_step_that_is_there(drafted, cast, at):
    for stranger in (cast.binh, cast.justice_writer, cast.appraiser):
        with pytest.raises(NotAllowed):
            comments.comment_on_step(drafted, stage=2, text=SAID, by=stranger, at=at)
    for stage, text in ((9, SAID), (2, "  "), (2, "x" * 2001)):
        with pytest.raises(comments.NothingSaid):
            comments.comment_on_step(drafted, stage=stage, text=text, by=cast.writer, at=at)


@pytest.mark.clause("4.1.a-1")
def test_who_agrees_while_a_comment_is_open_has_to_say_so(comment, drafted, cast, at):
    with pytest.raises(process.OpenComments, match="Còn 1 ý kiến"):
        process.agree_as_department(drafted, by=cast.head, at=at)
    process.agree_as_department(drafted, despite_comments=True, by=cast.head, at=at)
    assert Entry.objects.filter(stream=drafted.procedure.stream).latest("number").facts["open_comments"] == 1
    comments.settle_comment(comment, by=cast.controller, at=at)
    assert process.agree_as_centre(drafted, by=cast.watcher, at=at).state == "centre"


@pytest.mark.clause("4.1.a-1")
def test_a_comment_stays_with_its_step_when_steps_move_and_loses_its_place_with_it(comment, drafted, cast, at):
    receive, appraise, *rest = steps()
    check = replace(appraise, kind="field_check", name="Kiểm tra thực địa")
    moved = [receive, check, replace(appraise, stage=3), *(replace(each, stage=each.stage + 1) for each in rest)]
    process.amend_process(drafted, steps=moved, by=cast.writer, at=at)
    comment.refresh_from_db()
    assert (comment.stage, comment.branch) == (3, 1)
    process.amend_process(drafted, steps=[moved[0], moved[1], *steps()[2:]], by=cast.writer, at=at)
    comment.refresh_from_db()
    assert (comment.stage, comment.step) == (None, "Thẩm định hồ sơ")


@pytest.mark.clause("4.1.a-1")
def test_an_approved_process_is_no_longer_talked_about(drafted, cast, at):
    process.agree_as_department(drafted, by=cast.writer, at=at)
    process.agree_as_centre(drafted, by=cast.watcher, at=at)
    process.approve_process(drafted, decision="45/QĐ", decided_on=date(2019, 5, 6), by=cast.head, at=at)
    with pytest.raises(NotAllowed, match="đã được phê duyệt"):
        comments.comment_on_step(drafted, stage=2, text=SAID, by=cast.controller, at=at)


@pytest.mark.clause("5.1.a-2")
def test_the_head_who_wrote_the_draft_does_not_approve_it(published, cast, at):
    drafted = process.draft_process(published.procedure, steps=steps(), by=cast.head, at=at)
    process.agree_as_department(drafted, by=cast.writer, at=at)
    process.agree_as_centre(drafted, by=cast.watcher, at=at)
    decision = {"decision": "45/QĐ", "decided_on": date(2019, 5, 6), "by": cast.head, "at": at}
    with pytest.raises(NotAllowed, match="Bạn là người soạn phiên bản này") as refused:
        process.approve_process(drafted, **decision)
    assert refused.value.clause == "5.1.a-2"
    process.amend_process(drafted, steps=steps(appraisal=8), by=cast.writer, at=at)
    process.agree_as_department(drafted, by=cast.writer, at=at)
    process.agree_as_centre(drafted, by=cast.watcher, at=at)
    assert process.approve_process(drafted, **decision).state == "approved"


@pytest.mark.clause("4.1.a-1")
def test_who_agreed_for_the_department_does_not_agree_for_the_centre_too(drafted, cast, offices, at):
    both = organisations.Position(offices.centre, "Chuyên viên", (Role.PROCEDURES,))
    organisations.appoint(cast.writer, position=both, from_on=date(2019, 5, 1), by=cast.founder, at=at)
    writer = Officer.objects.get(pk=cast.writer.pk)
    process.agree_as_department(drafted, by=writer, at=at)
    with pytest.raises(NotAllowed, match="thay mặt Trung tâm phải là người khác"):
        process.agree_as_centre(drafted, by=writer, at=at)


@pytest.mark.clause("4.1.b")
def test_who_wrote_a_procedure_does_not_publish_it_alone(offices, cast, at):
    draft = a_draft(offices.transport, by=cast.controller, at=at)
    with pytest.raises(NotAllowed, match="phải do người khác xem lại"):
        catalogue.publish_procedure(draft, valid_from=date(2019, 5, 1), by=cast.controller, at=at)
    other = catalogue.copy_procedure(draft, code="1.000704", owner=offices.transport, by=cast.writer, at=at)
    assert catalogue.publish_procedure(other, valid_from=date(2019, 5, 1), by=cast.controller, at=at)


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("4.1.a-1")
def test_of_eight_who_settle_one_comment_one_wins(transactional_db, comment, cast, at):
    answers = at_once(lambda _: comments.settle_comment(comment, by=cast.controller, at=at))
    assert sum(isinstance(each, comments.AlreadySettled) for each in answers) == THREADS - 1
    assert Comment.objects.get().settled_by == cast.controller


@pytest.mark.django_db(transaction=True)
@pytest.mark.clause("4.1.a-1")
def test_all_comments_and_answers_said_at_once_are_in_the_journal(transactional_db, comment, drafted, cast, at):
    at_once(lambda n: comments.comment_on_step(drafted, stage=2, text=f"Ý kiến {n}", by=cast.watcher, at=at))
    at_once(lambda n: comments.answer_comment(comment, text=f"Trả lời {n}", by=cast.writer, at=at))
    assert Comment.objects.count() == 1 + 2 * THREADS
    assert list(verify(drafted.procedure.stream)) == []
