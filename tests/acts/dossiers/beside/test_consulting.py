"""Other bodies are asked in the middle of a step, or by the process itself; each has its own clock."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.dossiers import checks, decision, processing, supplement
from motcua.domain.dossiers.beside import answering, consulting, late_advice
from motcua.domain.dossiers.beside.answering import AlreadyAnswered, Reply
from motcua.domain.dossiers.beside.consulting import AlreadyAsked, NothingAsked, TooFar
from motcua.domain.dossiers.beside.late_advice import NotYetDue
from motcua.domain.dossiers.delivery.reminders import Machine
from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.domain.dossiers.models import Breach, Consultation, Task
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.journal.models import Entry
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.working_days.limit import Limit, Unit
from tests.beside import MINUTES, Beside
from tests.people import JUSTICE
from tests.world import World, moment

AGREES = Reply("agrees", "Trụ sở đủ điều kiện")
IN_TIME, LATE = moment("2024-05-28 09:00"), moment("2024-05-29 09:00")


@pytest.fixture
def beside(world: World) -> Beside:
    """What happens beside the steps."""
    return Beside(world)


@pytest.mark.clause("5.1.đ-1")
def test_a_question_goes_out_by_letter_and_lands_in_the_other_bodys_queue_with_its_own_date(beside: Beside) -> None:
    asked = beside.asked()
    assert (asked.body, asked.due_at) == ("Sở Tư pháp", moment("2024-05-28 17:00"))
    assert asked.paper.facts["question"] == asked.question
    assert asked.number == asked.paper.shown_number == "01/XYK"
    task = asked.task
    assert (task.office.code, task.kind, task.name, task.officer) == (JUSTICE, "consult", "Việc được hỏi ý kiến", None)
    assert Entry.objects.get(act="consult").facts["asked"] == "Sở Tư pháp"


@pytest.mark.clause("5.1.đ-1", "3.3-1")
def test_what_its_applicant_took_back_waits_for_no_answer_and_names_nobody_late(beside: Beside, world: World) -> None:
    asked, request = beside.asked(waits=True), pausing.Request("Không còn nhu cầu", IN_TIME.date())
    ending.withdraw(asked.dossier, request=request, by=world["lan"], at=IN_TIME)
    assert late_advice.name_all_late(moment("2024-06-10")) == 0
    asked = Consultation.objects.get(pk=asked.pk)
    assert (asked.ended_at, asked.opinion, asked.task.how) == (IN_TIME, "", "not_needed")
    with pytest.raises(Refused):
        answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=LATE)
    assert not Task.objects.filter(dossier=asked.dossier, done_at=None).exists()
    assert [line for rule in checks.invariants() for line in rule.broken] == []


@pytest.mark.clause("5.1.đ-1")
def test_the_date_for_the_answer_lies_within_what_is_left_for_the_dossier(beside: Beside) -> None:
    with pytest.raises(TooFar, match="không nằm trong thời gian còn lại"):
        beside.asked(days=10)


def test_only_who_holds_the_step_of_appraisal_asks(world: World, beside: Beside) -> None:
    dossier = world.in_appraisal(version=world.a_procedure(days=10))
    for code in ("binh", "tam", "lan"):
        with pytest.raises(NotAllowed):
            consulting.consult(world.task(dossier), question=beside.question(), by=world[code], at=IN_TIME)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"text": " "}, "nội dung xin ý kiến"),
        ({"office": None}, "cơ quan được hỏi"),
        ({"enclosed": (987654,)}, "đã nộp trong hồ sơ này"),
    ],
)
def test_a_question_names_a_body_what_is_asked_and_papers_of_the_dossier(world, beside, change, says) -> None:
    dossier = world.in_appraisal(version=world.a_procedure(days=10))
    question = replace(beside.question(), **change)
    with pytest.raises(NothingAsked, match=says):
        consulting.consult(world.task(dossier), question=question, by=world["thu"], at=IN_TIME)


def test_a_body_is_asked_once_at_a_time_and_the_own_body_never(world: World, beside: Beside) -> None:
    asked = beside.asked()
    task = beside.own(asked.dossier)
    with pytest.raises(AlreadyAsked):
        consulting.consult(task, question=beside.question(), by=world["thu"], at=IN_TIME)
    own = replace(beside.question(), office=world.offices["so-khdt"])
    with pytest.raises(NothingAsked, match="chính mình"):
        consulting.consult(task, question=own, by=world["thu"], at=IN_TIME)


@pytest.mark.clause("5.1.đ-1")
def test_the_asked_body_answers_in_time_and_nothing_is_noted(world: World, beside: Beside) -> None:
    asked = beside.asked()
    answered = answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=IN_TIME)
    assert (answered.opinion, answered.answered_by, answered.ended_at) == ("agrees", world["binh"], IN_TIME)
    task = Task.objects.get(pk=asked.task_id)
    assert (task.how, task.done_by, task.is_late(LATE)) == ("advised", world["binh"], False)
    assert not Breach.objects.exists()
    with pytest.raises(AlreadyAnswered, match="Đặng Thái Bình"):
        answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=IN_TIME)


def test_only_the_body_that_was_asked_answers(world: World, beside: Beside) -> None:
    with pytest.raises(NotAllowed):
        answering.answer_consultation(beside.asked(), reply=AGREES, by=world["tam"], at=IN_TIME)


@pytest.mark.parametrize("opinion", ["conditions", "disagrees"])
def test_conditions_and_reasons_are_said(world: World, beside: Beside, opinion: str) -> None:
    with pytest.raises(Refused, match="Phải nêu rõ điều kiện"):
        answering.answer_consultation(beside.asked(), reply=Reply(opinion), by=world["binh"], at=IN_TIME)


@pytest.mark.clause("5.1.đ-1", "4.1.d-2")
def test_a_late_answer_is_an_answer_and_a_breach_of_the_body_that_was_asked(world: World, beside: Beside) -> None:
    asked = beside.asked()
    answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=LATE)
    breach = Breach.objects.get()
    assert (breach.kind, breach.office.code, breach.officer) == ("late_advice", JUSTICE, world["binh"])
    assert Task.objects.get(pk=asked.task_id).is_late(LATE)


@pytest.mark.clause("4.1.d-2")
def test_late_advice_is_named_to_the_centre_by_itself_and_only_once(world: World, beside: Beside) -> None:
    asked = beside.asked()
    with pytest.raises(NotYetDue):
        late_advice.name_late_advice(asked, by=Machine(), at=IN_TIME)
    assert late_advice.name_all_late(IN_TIME) == 0
    assert late_advice.name_all_late(LATE) == 1
    assert late_advice.name_all_late(LATE) == 0
    with pytest.raises(AlreadyAnswered, match="đã được báo Trung tâm"):
        late_advice.name_late_advice(asked, by=world["thu"], at=LATE)
    answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=moment("2024-05-30"))
    assert Breach.objects.get().office.code == JUSTICE


@pytest.mark.clause("5.1.đ-1")
def test_a_step_that_waits_goes_on_with_the_answer_and_its_time_was_the_other_bodys(world, beside) -> None:
    asked = beside.asked(waits=True)
    own = beside.own(asked.dossier)
    due = own.due_at
    with pytest.raises(Refused, match="đang chờ ý kiến cơ quan khác"):
        processing.complete_step(own, by=world["thu"], at=IN_TIME)
    answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=moment("2024-05-28 10:00"))
    own = beside.own(asked.dossier)
    assert (own.waiting_since, own.waited) == (None, 480)
    assert (due, own.due_at) == (moment("2024-05-28 11:00"), moment("2024-05-29 11:00"))
    processing.complete_step(own, by=world["thu"], at=moment("2024-05-28 11:30"))
    assert world.task(asked.dossier).kind == "approve"


def test_a_step_that_does_not_wait_goes_on_at_once_and_a_decision_drops_the_question(world, beside) -> None:
    asked = beside.asked()
    processing.complete_step(beside.own(asked.dossier), by=world["thu"], at=IN_TIME)
    decision.approve(beside.own(asked.dossier), by=world["minh"], at=IN_TIME)
    asked.refresh_from_db()
    assert (asked.ended_at, asked.opinion, asked.task.how) == (IN_TIME, "", "not_needed")
    with pytest.raises(AlreadyAnswered, match="không cần trả lời nữa"):
        answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=IN_TIME)


@pytest.mark.clause("5.1.đ-1")
def test_after_its_date_the_asker_goes_on_without_and_that_is_written_down(world: World, beside: Beside) -> None:
    asked = beside.asked(waits=True)
    with pytest.raises(NotYetDue, match="chưa quá hạn"):
        late_advice.go_on_without(asked, by=world["thu"], at=IN_TIME)
    with pytest.raises(NotAllowed):
        late_advice.go_on_without(asked, by=world["binh"], at=LATE)
    late_advice.go_on_without(asked, by=world["thu"], at=LATE)
    assert Breach.objects.get().kind == "late_advice"
    assert Entry.objects.last().facts["note"].startswith("Quá hạn trả lời, xử lý tiếp theo khoản 5 Điều 19")
    processing.complete_step(beside.own(asked.dossier), by=world["thu"], at=LATE)
    with pytest.raises(AlreadyAnswered, match="xử lý tiếp"):
        late_advice.go_on_without(asked, by=world["thu"], at=LATE)
    answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=LATE)  # late, and still of use
    assert Breach.objects.count() == 1


@pytest.mark.clause("5.1.đ-1")
def test_a_body_without_accounts_answers_on_paper_which_the_asker_enters(world: World, beside: Beside) -> None:
    asked = beside.asked(name="Viện Quy hoạch và Thiết kế")
    assert (asked.task, asked.office) == (None, None)
    on, given = date(2024, 5, 28), {"by": world["thu"], "at": LATE}
    with pytest.raises(Refused, match="bản quét"):
        answering.enter_answer(asked, reply=AGREES, received_on=on, **given)
    paper = replace(AGREES, number="12/VQH", file=MINUTES)
    with pytest.raises(Refused, match="Ngày nhận"):
        answering.enter_answer(asked, reply=paper, received_on=date(2024, 5, 30), **given)
    with pytest.raises(NotAllowed):
        answering.enter_answer(asked, reply=paper, received_on=on, by=world["binh"], at=LATE)
    answered = answering.enter_answer(asked, reply=paper, received_on=on, **given)
    assert answered.scan.about == asked.dossier.stream
    assert not Breach.objects.exists()  # it came in time, though it was entered a day later


def test_a_late_paper_of_a_body_outside_is_named_but_nobody_here_broke_a_rule(world: World, beside: Beside) -> None:
    asked = beside.asked(name="Viện Quy hoạch và Thiết kế")
    late_advice.name_late_advice(asked, by=world["thu"], at=LATE)
    asked.refresh_from_db()
    assert asked.named_at == LATE
    assert not Breach.objects.exists()


@pytest.mark.clause("5.1.đ-1", "5.1.a-2")
def test_a_step_of_the_process_asks_by_itself_and_both_branches_are_waited_for(world: World, beside: Beside) -> None:
    dossier = beside.side_by_side()
    asked = Consultation.objects.get()
    assert (asked.question, asked.number, asked.task.step.kind) == ("Cho ý kiến về trụ sở", "01/XYK", "consult")
    assert asked.due_at == asked.task.due_at
    processing.complete_step(beside.own(dossier), by=world["thu"], at=IN_TIME)
    answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=IN_TIME)
    assert world.task(dossier).kind == "approve"


def test_going_on_without_a_step_of_the_process_opens_what_follows(world: World, beside: Beside) -> None:
    dossier = beside.side_by_side()
    processing.complete_step(beside.own(dossier), by=world["thu"], at=IN_TIME)
    late_advice.go_on_without(Consultation.objects.get(), by=world["thu"], at=LATE)
    assert world.task(dossier).kind == "approve"
    assert Task.objects.get(kind="consult").how == "passed_over"


@pytest.mark.clause("5.1.e-2")
def test_a_supplement_starts_the_question_of_the_process_anew_under_the_same_letter(world, beside) -> None:
    dossier = beside.side_by_side()
    fault = Fault(dossier.submitted.first().component_id, missing=False, reason="Thiếu chữ ký")
    given = {"by": world["thu"], "at": IN_TIME}
    supplement.request_supplement(beside.own(dossier), faults=(fault,), reason="Chưa hợp lệ", **given)
    asked = Consultation.objects.get()
    with pytest.raises(Refused, match="Chờ bổ sung"):
        answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=IN_TIME)
    brought = (Brought(fault.component_id, originals=1),)
    supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-06-03"))
    asked = Consultation.objects.get()
    assert (asked.task.done_at, asked.due_at > moment("2024-06-03"), asked.number) == (None, True, "01/XYK")


def test_a_question_in_the_middle_of_a_step_outlives_a_supplement_and_is_still_waited_for(world, beside) -> None:
    asked = beside.asked(waits=True)
    dossier = asked.dossier
    fault = Fault(dossier.submitted.first().component_id, missing=False, reason="Thiếu chữ ký")
    given = {"by": world["thu"], "at": moment("2024-05-27 11:00")}
    supplement.request_supplement(beside.own(dossier), faults=(fault,), reason="Chưa hợp lệ", **given)
    brought = (Brought(fault.component_id, originals=1),)
    supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=IN_TIME)
    assert beside.own(dossier).waiting_since == IN_TIME
    answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=IN_TIME)
    assert beside.own(dossier).waiting_since is None


def test_hours_can_be_given_instead_of_days(world: World, beside: Beside) -> None:
    dossier = world.in_appraisal(version=world.a_procedure(days=10))
    question = replace(beside.question(), limit=Limit(4, Unit.WORKING_HOURS))
    asked = consulting.consult(world.task(dossier), question=question, by=world["thu"], at=moment("2024-05-27 08:00"))
    assert asked.due_at == moment("2024-05-27 14:00")


def test_the_journal_tells_every_question_as_the_rows_have_it(world: World, beside: Beside) -> None:
    asked = beside.asked()
    answering.answer_consultation(asked, reply=AGREES, by=world["binh"], at=LATE)
    beside.side_by_side()
    assert _broken() == []
    Consultation.objects.filter(pk=asked.pk).update(opinion="disagrees")
    assert any("01/XYK" in each for each in _broken())


def _broken() -> list[str]:
    return [place for rule in checks.invariants() for place in rule.broken]
