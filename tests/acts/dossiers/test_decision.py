"""Approving, rejecting, and the result: only by those named for the procedure."""

from datetime import date

import pytest

from motcua.domain.dossiers import decision, processing, stages
from motcua.domain.dossiers.models import Breach
from motcua.domain.papers.queries import papers_of
from motcua.domain.procedures import authorisation
from motcua.domain.procedures.process_models import Authorisation
from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.people import CENTRE, PLANNING
from tests.world import World, moment

AT = moment("2024-05-28")


@pytest.mark.clause("5.1.c-1")
def test_who_is_named_in_the_decision_approves(world: World) -> None:
    dossier = decision.approve(world.task(world.at_approval()), note="Đồng ý", by=world["minh"], at=AT)
    assert (dossier.stage, dossier.outcome, dossier.decided_at) == ("approved", "approved", AT)
    assert world.task(dossier).kind == "seal"


@pytest.mark.clause("5.1.c-1")
def test_nobody_else_approves_neither_the_head_nor_another_department(world: World) -> None:
    task = world.task(world.at_approval())
    for somebody in ("quang", "binh", "thu", "mai"):
        with pytest.raises(NotAllowed) as refused:
            decision.approve(task, by=world[somebody], at=AT)
        assert refused.value.clause == "5.1.c-1"


@pytest.mark.clause("5.1.c-1")
def test_the_day_after_the_authorisation_ends_it_gives_no_right(world: World) -> None:
    task = world.task(world.at_approval())
    named = Authorisation.objects.get(procedure=world.version.procedure)
    authorisation.end_authorisation(named, to_on=date(2024, 5, 27), by=world["quang"], at=moment("2024-05-27"))
    with pytest.raises(NotAllowed, match="không được phân công, ủy quyền"):
        decision.approve(task, by=world["minh"], at=AT)


@pytest.mark.clause("5.1.a-2")
def test_a_dossier_that_is_still_appraised_can_not_be_approved(world: World) -> None:
    with pytest.raises(NotAllowed, match="chưa đến bước phê duyệt"):
        decision.approve(world.task(world.in_appraisal()), by=world["minh"], at=AT)


@pytest.mark.clause("5.1.đ-1")
def test_where_a_higher_body_decides_the_first_approval_only_passes_it_up(world: World) -> None:
    steps = (
        StepPlan(1, "receive", "Tiếp nhận hồ sơ", CENTRE, "receive", 2),
        StepPlan(2, "appraise", "Thẩm định hồ sơ", PLANNING, "appraise", 4),
        StepPlan(3, "approve", "Lãnh đạo Sở duyệt", PLANNING, "approve", 4),
        StepPlan(4, "approve", "Phê duyệt lần cuối", PLANNING, "approve", 4),
        StepPlan(5, "return", "Trả kết quả", CENTRE, "return", 1),
    )
    task = world.task(world.at_approval(version=world.a_procedure(steps=steps)))
    with pytest.raises(Refused, match="trình cấp trên"):
        decision.approve(task, by=world["minh"], at=AT)
    dossier = decision.endorse(task, by=world["minh"], at=AT)
    assert dossier.stage == "processing"
    last = world.task(dossier)
    with pytest.raises(Refused, match="cấp phê duyệt cuối"):
        decision.endorse(last, by=world["minh"], at=AT)
    assert decision.approve(last, by=world["minh"], at=AT).stage == "approved"


@pytest.mark.clause("5.1.e-1")
def test_a_rejection_is_written_with_its_reason_within_the_time(world: World) -> None:
    dossier = world.rejected("2024-05-30 17:00")
    assert (dossier.stage, dossier.outcome, dossier.national_code()) == ("rejected", "rejected", 8)
    paper = papers_of(dossier.stream).get(form_code="refusal")
    assert paper.facts["reasons"] == ["Không đủ điều kiện về vốn"]
    assert paper.office_code == PLANNING
    assert not Breach.objects.filter(dossier=dossier).exists()
    assert not dossier.tasks.filter(done_at=None).exists()


@pytest.mark.clause("5.1.e-1")
def test_a_rejection_after_the_due_date_is_a_breach(world: World) -> None:
    dossier = world.rejected("2024-05-31 08:00")
    assert Breach.objects.get(dossier=dossier).kind == "late_rejection"


@pytest.mark.clause("5.1.e-1")
def test_a_rejection_needs_a_reason_and_the_right(world: World) -> None:
    task = world.task(world.at_approval())
    with pytest.raises(Refused, match="lý do"):
        decision.reject(task, reason=" ", by=world["minh"], at=AT)
    with pytest.raises(NotAllowed):
        decision.reject(task, reason="Không đủ điều kiện", by=world["thu"], at=AT)


@pytest.mark.clause("5.1.a-2")
def test_there_is_no_result_before_the_last_step_of_the_department(world: World) -> None:
    dossier = decision.approve(world.task(world.at_approval()), by=world["minh"], at=AT)
    given = {"number": "01", "on": AT.date(), "by": world["hoa"], "at": AT}
    with pytest.raises(decision.StepsLeft):
        decision.record_result(dossier, **given)
    processing.take(world.task(dossier), by=world["hoa"], at=AT)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=AT)
    assert decision.record_result(dossier, **given).stage == "result_ready"


@pytest.mark.clause("5.1.đ-1")
def test_a_result_has_a_number_and_a_day_that_has_come(world: World) -> None:
    dossier = decision.approve(world.task(world.at_approval()), by=world["minh"], at=AT)
    processing.take(world.task(dossier), by=world["hoa"], at=AT)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=AT)
    for number, on in ((" ", AT.date()), ("01", date(2024, 5, 29))):
        with pytest.raises(Refused):
            decision.record_result(dossier, number=number, on=on, by=world["hoa"], at=AT)


@pytest.mark.clause("5.1.c-2")
def test_a_delivered_dossier_is_not_decided_again(world: World) -> None:
    dossier = world.at_centre()
    task = dossier.tasks.get(kind="return")
    with pytest.raises((NotAllowed, stages.WrongStage)):
        decision.approve(task, by=world["minh"], at=AT)
