"""A dossier goes through the steps of its process."""

import pytest

from motcua.domain.dossiers import policies, processing, stages, tasks
from motcua.domain.dossiers.beside import answering
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.models import Breach, Task
from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.world import World, moment

AT = moment("2024-05-27")
SIDE_BY_SIDE = (
    StepPlan(1, "receive", "Tiếp nhận hồ sơ", CENTRE, "receive", 2),
    StepPlan(2, "assign", "Phân công", PLANNING, "assign", 2),
    StepPlan(3, "appraise", "Thẩm định hồ sơ", PLANNING, "appraise", 8),
    StepPlan(3, "consult", "Góp ý của Sở Tư pháp", JUSTICE, "appraise", 8, branch=2),
    StepPlan(4, "approve", "Phê duyệt", PLANNING, "approve", 4),
    StepPlan(5, "return", "Trả kết quả", CENTRE, "return", 1),
)


@pytest.mark.clause("5.1.đ-2")
@pytest.mark.parametrize(
    ("received", "passed_on", "late"),
    [
        ("2024-05-27 10:00", "2024-05-27 17:00", False),
        ("2024-05-27 10:00", "2024-05-28 07:30", True),
        ("2024-05-27 15:01", "2024-05-28 07:30", False),
    ],
)
def test_transfer_is_due_the_same_working_day_or_after_15_00_the_next_morning(
    world: World, received: str, passed_on: str, late: bool
) -> None:
    dossier = processing.transfer(
        world.received(received), by=world["lan"], at=moment(passed_on), explanation="Mất điện"
    )
    assert dossier.stage == "transferred"
    noted = list(Breach.objects.filter(dossier=dossier).values_list("kind", "explanation"))
    assert noted == ([("late_transfer", "Mất điện")] if late else [])


@pytest.mark.clause("5.1.a-2")
def test_transfer_opens_the_first_step_of_the_department_with_its_own_clock(world: World) -> None:
    dossier = processing.transfer(world.received(), by=world["lan"], at=AT)
    task = world.task(dossier)
    assert (task.name, task.office.code, task.officer) == ("Thẩm định hồ sơ", PLANNING, None)
    assert task.due_at == moment("2024-05-28 11:00")


@pytest.mark.clause("5.1.a-2")
def test_a_step_is_taken_only_by_its_role_in_its_body(world: World) -> None:
    task = world.task(processing.transfer(world.received(), by=world["lan"], at=AT))
    for somebody in ("binh", "minh", "lan"):
        with pytest.raises(NotAllowed):
            processing.take(task, by=world[somebody], at=AT)
    assert processing.take(task, by=world["thu"], at=AT).officer == world["thu"]


@pytest.mark.clause("5.1.a-2")
def test_only_who_holds_the_step_completes_it(world: World) -> None:
    task = world.task(world.in_appraisal())
    with pytest.raises(NotAllowed, match="đang giữ"):
        processing.complete_step(task, by=world["tam"], at=AT)
    processing.complete_step(task, note="Đủ điều kiện", by=world["thu"], at=AT)
    assert world.task(task.dossier).kind == "approve"


@pytest.mark.clause("5.1.c-1")
def test_an_approving_step_can_not_be_passed_by_completing_it(world: World) -> None:
    task = world.task(world.at_approval())
    with pytest.raises(NotAllowed):
        processing.complete_step(task, by=world["minh"], at=AT)


@pytest.mark.clause("5.1.c-1")
def test_the_step_of_approval_goes_to_the_only_one_who_is_authorised(world: World) -> None:
    assert world.task(world.at_approval()).officer == world["minh"]


@pytest.mark.clause("4.1.d-2")
def test_who_completes_second_reads_who_was_first_and_when(world: World) -> None:
    task = world.task(world.in_appraisal())
    processing.complete_step(task, by=world["thu"], at=moment("2024-05-27 10:15"))
    with pytest.raises(tasks.AlreadyDone, match="đã được Trần Anh Thư xử lý lúc 10:15 ngày 27/05/2024"):
        processing.complete_step(task, by=world["thu"], at=AT)


@pytest.mark.clause("5.1.a-2")
def test_parallel_steps_open_together_and_the_next_waits_for_all(world: World) -> None:
    version = world.a_procedure(steps=SIDE_BY_SIDE)
    dossier = processing.transfer(world.received(version=version), by=world["lan"], at=AT)
    assigning = processing.take(world.task(dossier), by=world["tam"], at=AT)
    processing.complete_step(assigning, by=world["tam"], at=AT)
    for_thu, for_binh = Task.objects.filter(dossier=dossier, done_at=None).order_by("step__branch")
    assert for_binh.office.code == JUSTICE
    processing.take(for_thu, by=world["thu"], at=AT)
    processing.complete_step(for_thu, by=world["thu"], at=AT)
    assert world.task(dossier) == for_binh
    with pytest.raises(NotAllowed, match="kết thúc bằng câu trả lời"):
        processing.complete_step(processing.take(for_binh, by=world["binh"], at=AT), by=world["binh"], at=AT)
    agrees = Reply("agrees", "Nhất trí")
    answering.answer_consultation(for_binh.consultation, reply=agrees, by=world["binh"], at=AT)
    assert world.task(dossier).kind == "approve"


@pytest.mark.clause("5.1.a-2")
def test_who_assigns_names_the_official_of_the_next_step(world: World) -> None:
    steps = tuple(step for step in SIDE_BY_SIDE if step.kind != "consult")
    dossier = processing.transfer(world.received(version=world.a_procedure(steps=steps)), by=world["lan"], at=AT)
    assigning = processing.take(world.task(dossier), by=world["tam"], at=AT)
    processing.complete_step(assigning, to=world["thu"], by=world["tam"], at=AT)
    assert world.task(dossier).officer == world["thu"]


@pytest.mark.clause("5.1.a-2")
def test_sending_back_gives_the_step_before_to_who_did_it_with_the_reason(world: World) -> None:
    task = world.task(world.at_approval())
    processing.take(task, by=world["minh"], at=AT)
    dossier = processing.send_back(task, reason="Chưa nêu căn cứ", by=world["minh"], at=AT)
    again = world.task(dossier)
    assert (again.kind, again.officer, again.taken_at) == ("appraise", world["thu"], AT)
    processing.complete_step(again, by=world["thu"], at=AT)
    assert world.task(dossier).kind == "approve"


@pytest.mark.clause("5.1.a-2")
def test_the_first_step_of_the_department_can_not_be_sent_back(world: World) -> None:
    with pytest.raises(processing.NothingBefore):
        processing.send_back(world.task(world.in_appraisal()), reason="Nhầm", by=world["thu"], at=AT)


@pytest.mark.clause("5.2.b")
def test_work_is_given_to_somebody_else_only_by_head_or_assigner_and_only_within_the_role(world: World) -> None:
    task = world.task(world.in_appraisal())
    with pytest.raises(NotAllowed):
        processing.reassign(task, to=world["tam"], reason="Nghỉ phép", by=world["thu"], at=AT)
    with pytest.raises(Refused, match="không giữ vai trò"):
        processing.reassign(task, to=world["hoa"], reason="Nghỉ phép", by=world["quang"], at=AT)
    assert (
        processing.reassign(task, to=world["tam"], reason="Nghỉ phép", by=world["quang"], at=AT).officer.code == "tam"
    )


@pytest.mark.clause("5.1.đ-2")
def test_an_act_out_of_its_stage_says_where_the_dossier_is(world: World) -> None:
    with pytest.raises(stages.WrongStage, match="Đang giải quyết"):
        processing.transfer(world.in_appraisal(), by=world["lan"], at=AT)


@pytest.mark.clause("5.1.đ-2")
def test_another_department_does_not_see_the_dossier(world: World) -> None:
    dossier = world.in_appraisal()
    assert not policies.may_see(world["binh"], dossier, AT)
    assert all(policies.may_see(world[code], dossier, AT) for code in ("lan", "thu", "minh", "mai", "quang", "ngoc"))
