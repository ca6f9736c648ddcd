"""A process is drafted, agreed by both sides, approved by decision and put in force; every version is kept."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from motcua.domain.journal.models import Entry
from motcua.domain.procedures import catalogue, process, queries
from motcua.domain.procedures.rows import plan_of
from motcua.domain.procedures.ways import weighed
from motcua.domain.regulation.answers import NotAllowed

from .building import parts, steps

FROM = date(2019, 6, 1)


@pytest.fixture
def drafted(published, cast, at):
    return process.draft_process(published.procedure, steps=steps(), by=cast.writer, at=at)


@pytest.fixture
def approved(drafted, cast, at):
    return approve(drafted, cast, at)


def approve(drafted, cast, at):
    process.agree_as_department(drafted, by=cast.writer, at=at)
    process.agree_as_centre(drafted, by=cast.watcher, at=at)
    return process.approve_process(drafted, decision="45/QĐ-SGTVT", decided_on=date(2019, 5, 6), by=cast.head, at=at)


def in_force(approved, cast, at, valid_from=FROM):
    return process.put_process_in_force(approved, valid_from=valid_from, by=cast.controller, at=at)


@pytest.mark.clause("4.1.a-1")
def test_a_process_is_live_only_after_both_sides_and_the_decision(drafted, cast, at):
    assert queries.process_in_force(drafted.procedure_id, FROM) is None
    in_force(approve(drafted, cast, at), cast, at)
    plan = queries.process_in_force(drafted.procedure_id, FROM)
    assert [step.name for step in plan.steps] == [
        "Tiếp nhận hồ sơ", "Thẩm định hồ sơ", "Phê duyệt kết quả", "Trả kết quả",
    ]  # fmt: skip
    assert queries.process_in_force(drafted.procedure_id, date(2019, 5, 31)) is None
    acts = Entry.objects.filter(stream=drafted.procedure.stream).order_by("number").values_list("act", flat=True)
    assert list(acts)[2:] == [
        "draft_process", "agree_as_department", "agree_as_centre", "approve_process", "put_process_in_force",
    ]  # fmt: skip


@pytest.mark.clause("5.1.a-2")
def test_the_plan_knows_office_role_hours_and_named_officials(approved, cast):
    plan = queries.process_plan(approved.pk)
    appraisal = plan.steps_of(2)[0]
    assert (appraisal.office_code, appraisal.role, appraisal.hours) == ("so-gtvt", "appraise", 16)
    assert appraisal.officer_ids == (cast.appraiser.pk,)
    assert (plan.stages, plan.last_stage, plan.stage_after(2), plan.stage_before(1)) == ((1, 2, 3, 4), 4, 3, None)
    assert plan.step(appraisal.id) is appraisal


@pytest.mark.clause("4.1.a-1")
def test_nothing_is_skipped(drafted, cast, at):
    with pytest.raises(process.NotInTurn, match="Dự thảo"):
        process.agree_as_centre(drafted, by=cast.watcher, at=at)
    with pytest.raises(process.NotInTurn):
        process.approve_process(drafted, decision="45/QĐ", decided_on=date(2019, 5, 6), by=cast.head, at=at)
    with pytest.raises(process.NotInTurn):
        in_force(drafted, cast, at)


@pytest.mark.clause("4.1.a-1", "5.1.a-2")
def test_each_hand_is_its_own(drafted, cast, at):
    with pytest.raises(NotAllowed):
        process.agree_as_department(drafted, by=cast.controller, at=at)
    process.agree_as_department(drafted, by=cast.head, at=at)
    with pytest.raises(NotAllowed):
        process.agree_as_centre(drafted, by=cast.head, at=at)
    process.agree_as_centre(drafted, by=cast.controller, at=at)
    with pytest.raises(NotAllowed):
        process.approve_process(drafted, decision="1/QĐ", decided_on=date(2019, 5, 6), by=cast.writer, at=at)
    with pytest.raises(NotAllowed):
        process.draft_process(drafted.procedure, steps=steps(), by=cast.binh, at=at)


@pytest.mark.clause("4.1.a-1")
def test_a_change_after_agreement_asks_both_sides_again(drafted, cast, at):
    process.agree_as_department(drafted, by=cast.writer, at=at)
    process.agree_as_centre(drafted, by=cast.watcher, at=at)
    amended = process.amend_process(drafted, steps=steps(appraisal=8), by=cast.writer, at=at)
    assert amended.state == "draft"
    with pytest.raises(process.NotInTurn):
        process.agree_as_centre(drafted, by=cast.watcher, at=at)


@pytest.mark.clause("5.1.a-2")
def test_a_process_longer_than_the_procedure_is_refused(drafted, cast, at):
    process.amend_process(drafted, steps=steps(appraisal=33), by=cast.writer, at=at)
    with pytest.raises(process.TooLong, match="41 giờ làm việc, vượt thời hạn của thủ tục: 5 ngày làm việc"):
        process.agree_as_department(drafted, by=cast.writer, at=at)
    process.amend_process(drafted, steps=steps(appraisal=32), by=cast.writer, at=at)
    assert process.agree_as_department(drafted, by=cast.writer, at=at).state == "department"


@pytest.mark.clause("5.1.a-2")
def test_a_shorter_procedure_is_not_published_over_a_longer_process(approved, published, cast, at):
    in_force(approved, cast, at)
    draft = catalogue.revise_procedure(published.procedure, by=cast.writer, at=at)
    catalogue.amend_draft(draft, parts=parts(days=2), by=cast.writer, at=at)
    with pytest.raises(catalogue.LongerThanTheProcedure, match="24 giờ làm việc, vượt thời hạn của thủ tục: 2 ngày"):
        catalogue.publish_procedure(draft, valid_from=FROM, by=cast.controller, at=at)


@pytest.mark.clause("5.1.a-2")
def test_what_is_wrong_with_a_draft_is_listed_and_stops_agreement(drafted, cast, at):
    process.amend_process(drafted, steps=steps()[:2], by=cast.writer, at=at)
    assert weighed(drafted.procedure, plan_of(drafted)).faults == (
        "Bước cuối cùng phải là một bước Trả kết quả duy nhất.",
        "Quy trình phải có ít nhất một bước Phê duyệt.",
    )
    with pytest.raises(process.Faulty, match="Phê duyệt"):
        process.agree_as_department(drafted, by=cast.writer, at=at)


@pytest.mark.clause("4.1.a-1")
def test_the_new_process_replaces_the_old_one_and_both_are_kept(approved, cast, at):
    in_force(approved, cast, at)
    second = process.draft_process(approved.procedure, steps=steps(appraisal=8), by=cast.writer, at=at)
    in_force(approve(second, cast, at), cast, at, valid_from=date(2019, 7, 1))
    approved.refresh_from_db()
    assert approved.state == "replaced"
    hours = [
        queries.process_in_force(second.procedure_id, day).steps_of(2)[0].hours for day in (FROM, date(2019, 7, 1))
    ]
    assert hours == [16, 8]
    assert queries.process_plan(approved.pk).steps_of(2)[0].hours == 16


def test_a_process_does_not_begin_before_its_decision_or_the_one_before(approved, cast, at):
    with pytest.raises(process.NotInTurn, match="06/05/2019"):
        in_force(approved, cast, at, valid_from=date(2019, 5, 5))
    in_force(approved, cast, at)
    second = process.draft_process(approved.procedure, steps=steps(), by=cast.writer, at=at)
    with pytest.raises(process.NotInTurn, match="01/06/2019"):
        in_force(approve(second, cast, at), cast, at)


@pytest.mark.clause("5.1.a-2")
def test_an_approval_names_a_decision_of_the_past(drafted, cast, at):
    process.agree_as_department(drafted, by=cast.writer, at=at)
    process.agree_as_centre(drafted, by=cast.watcher, at=at)
    with pytest.raises(process.NotInTurn, match="số quyết định"):
        process.approve_process(drafted, decision=" ", decided_on=date(2019, 5, 6), by=cast.head, at=at)
    with pytest.raises(process.NotInTurn, match="không được sau hôm nay"):
        process.approve_process(drafted, decision="1/QĐ", decided_on=date(2019, 5, 7), by=cast.head, at=at)


def test_there_is_one_process_under_discussion_at_a_time(drafted, cast, at):
    with pytest.raises(process.NotInTurn, match="đang có quy trình dự thảo"):
        process.draft_process(drafted.procedure, steps=steps(), by=cast.writer, at=at)


@pytest.mark.clause("4.1.a-1")
@pytest.mark.parametrize(
    "tamper",
    [
        lambda kept: kept.steps.update(hours=1),
        lambda kept: kept.steps.all().delete(),
        lambda kept: type(kept).objects.filter(pk=kept.pk).update(decision="khác"),
    ],
)
def test_the_database_itself_keeps_an_approved_process_as_it_is(approved, tamper):
    with pytest.raises(DatabaseError, match="final"), transaction.atomic():
        tamper(approved)


def test_an_approved_process_is_not_amended(approved, cast, at):
    with pytest.raises(process.NotInTurn, match="phiên bản mới"):
        process.amend_process(approved, steps=steps(), by=cast.writer, at=at)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"office": "so-khong-co"}, "không có cơ quan nào"),
        ({"officers": ("ai-do",)}, "không có cán bộ"),
    ],
)
def test_an_unknown_office_or_official_is_refused(published, cast, at, changed, reason):
    wrong = (replace(steps()[0], **changed), *steps()[1:])
    with pytest.raises(process.Unknown, match=reason):
        process.draft_process(published.procedure, steps=wrong, by=cast.writer, at=at)


def test_a_draft_is_seen_by_both_sides_and_nobody_else(drafted, cast, at):
    for party in (cast.writer, cast.head, cast.controller, cast.watcher):
        assert queries.process_for(party, drafted.pk, at) == drafted
    with pytest.raises(type(drafted).DoesNotExist):
        queries.process_for(cast.binh, drafted.pk, at)
