"""Eight at once beside the steps: one question to a body, one answer, one visit, one conclusion, one agreement."""

from datetime import date

import pytest

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.beside import answering, consulting, councils, field_checks, late_advice, special
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.beside.field_checks import Findings, Visit
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.delivery.reminders import Machine
from motcua.domain.dossiers.models import Breach, Consultation, FieldCheck, Sitting, Special
from motcua.domain.journal.models import Entry
from motcua.domain.procedures import arrangements
from motcua.domain.procedures.arrangements import Arrangement, Terms
from tests.acts.dossiers.beside.test_special import agreed, at_result
from tests.beside import MINUTES, Beside
from tests.racing import at_once
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
LATE = moment("2024-05-29")
AGREES = Reply("agrees", "Đủ điều kiện")


def won(answers: list[object], kind: type) -> int:
    """How many did what they wanted; the others were refused."""
    return len([each for each in answers if isinstance(each, kind)])


@pytest.mark.clause("5.1.đ-1")
def test_of_eight_questions_to_one_body_one_goes_out_and_one_answer_comes_in(transactional_db, world: World) -> None:
    beside = Beside(world)
    task, thu, binh = world.task(world.in_appraisal(version=world.a_procedure(days=10))), world["thu"], world["binh"]
    question, at = beside.question(waits=True), moment("2024-05-27 10:00")
    assert won(at_once(lambda _: consulting.consult(task, question=question, by=thu, at=at)), Consultation) == 1
    asked = Consultation.objects.get()
    given = {"reply": AGREES, "by": binh, "at": at}
    assert won(at_once(lambda _: answering.answer_consultation(asked, **given)), Consultation) == 1
    assert Entry.objects.filter(act="answer_consultation").count() == 1


def test_a_late_body_is_named_once_while_others_answer_and_go_on(transactional_db, world: World) -> None:
    asked, thu, binh = Beside(world).asked(waits=True), world["thu"], world["binh"]

    def act(number: int) -> object:
        if number % 4 == 0:
            return late_advice.name_late_advice(asked, by=Machine(), at=LATE)
        if number % 4 == 1:
            return late_advice.go_on_without(asked, by=thu, at=LATE)
        if number % 4 == 2:
            return processing.complete_step(asked.asked_in, by=thu, at=LATE)
        return answering.answer_consultation(asked, reply=AGREES, by=binh, at=LATE)

    at_once(act)
    assert Breach.objects.filter(kind="late_advice").count() == 1
    assert Entry.objects.filter(act="answer_consultation").count() == 1


def test_an_answer_on_paper_is_entered_once(transactional_db, world: World) -> None:
    asked, thu = Beside(world).asked(name="Viện Quy hoạch"), world["thu"]
    reply = Reply("agrees", "Phù hợp", file=MINUTES)
    given = {"reply": reply, "received_on": date(2024, 5, 28), "by": thu, "at": LATE}
    assert won(at_once(lambda _: answering.enter_answer(asked, **given)), Consultation) == 1


def test_both_branches_end_at_once_and_the_next_stage_opens_once(transactional_db, world: World) -> None:
    beside = Beside(world)
    dossier, thu, binh = beside.side_by_side(), world["thu"], world["binh"]
    own, asked, at = beside.own(dossier), Consultation.objects.get(), moment("2024-05-27 11:00")

    def end(number: int) -> object:
        if number % 2:
            return processing.complete_step(own, by=thu, at=at)
        return answering.answer_consultation(asked, reply=AGREES, by=binh, at=at)

    at_once(end)
    assert world.task(dossier).kind == "approve"


@pytest.mark.clause("5.1.đ-1")
def test_a_check_is_announced_as_one_visit_and_recorded_once(transactional_db, world: World) -> None:
    task, thu = Beside(world).on_spot(), world["thu"]
    visit = Visit(moment("2024-05-28 14:00"), "Số 12 Trần Hưng Đạo", "Mặt bằng")
    at = moment("2024-05-27 10:00")
    at_once(lambda _: field_checks.announce_field_check(task, visit=visit, by=thu, at=at))
    assert FieldCheck.objects.count() == 1
    told = Findings(moment("2024-05-28 14:00"), "Trần Anh Thư", "Đúng hồ sơ", MINUTES)
    recorded = at_once(lambda _: field_checks.record_field_check(task, findings=told, by=thu, at=LATE))
    assert won(recorded, FieldCheck) == 1


@pytest.mark.clause("5.1.đ-1")
def test_a_council_is_called_once_and_has_one_outcome(transactional_db, world: World) -> None:
    beside = Beside(world)
    task, thu, at = beside.at_council(), world["thu"], moment("2024-05-30 11:00")
    convening, session = beside.convening(), beside.session()
    called = at_once(lambda _: councils.convene_council(task, convening=convening, by=thu, at=LATE))
    assert won(called, Sitting) == 1

    def end(number: int) -> object:
        if number % 2:
            return councils.adjourn_council(task, present=frozenset({1}), reason="Vắng", by=thu, at=at)
        return councils.conclude_council(task, session=session, by=thu, at=at)

    assert won(at_once(end), Sitting) == 1


@pytest.mark.clause("4.1.a-2")
def test_an_arrangement_is_proposed_agreed_and_ended_once(transactional_db, world: World) -> None:
    procedure, tam, mai, at = world.version.procedure, world["tam"], world["mai"], moment("2024-05-27")
    days = {"signed_on": at.date(), "from_on": at.date(), "to_on": date(2024, 12, 31)}
    terms = Terms("delivers", "Ít phát sinh", "05/BB", **days)
    proposed = at_once(lambda _: arrangements.propose_arrangement(procedure, terms=terms, by=tam, at=at))
    assert won(proposed, Arrangement) == 1
    made = Arrangement.objects.get()
    assert won(at_once(lambda _: arrangements.agree_arrangement(made, by=mai, at=at)), Arrangement) == 1
    given = {"last_on": at.date(), "reason": "Không cần nữa", "by": mai, "at": at}
    assert won(at_once(lambda _: arrangements.end_arrangement(made, **given)), Arrangement) == 1


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_a_result_is_handed_out_once_and_originals_are_kept_once(transactional_db, world: World) -> None:
    for kind in ("delivers", "originals"):
        agreed(world, kind)
    dossier, hoa, at = at_result(world, world.received()), world["hoa"], moment("2024-05-28 10:00")
    kept = at_once(lambda _: special.keep_originals(dossier, place="Tủ 3", by=hoa, at=at))
    assert won(kept, type(dossier)) == 1
    given = {"to": Recipient("Nguyễn Văn An"), "by": hoa, "at": at}
    assert won(at_once(lambda _: special.deliver_at_department(dossier, **given)), type(dossier)) == 1
    assert Special.objects.filter(done_at=at).count() == 2
