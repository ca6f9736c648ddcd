"""Everybody clicks at the same moment, act by act along the way of a dossier."""

from datetime import date

import pytest

from motcua.domain.dossiers import (
    breaches,
    corrections,
    decision,
    delay,
    guidance,
    intake,
    letters,
    processing,
    standing_in,
    supplement,
)
from motcua.domain.dossiers.checks import invariants
from motcua.domain.dossiers.dates_moved import moving, recalculation
from motcua.domain.dossiers.delivery import handover, post
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.handed_in import Brought, Fault
from motcua.domain.dossiers.models import Breach, Guidance, LetterTemplate, MovedDate, Result
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.dossiers.results import signing as result_signing
from motcua.domain.dossiers.terms import BreachKind
from motcua.domain.organisations import absences
from motcua.domain.papers import issuing, scans
from motcua.domain.papers.models import Paper
from motcua.domain.papers.queries import papers_of
from motcua.domain.papers.signing.acts import register_certificate
from motcua.domain.papers.uploads import Upload
from motcua.domain.working_days import queries as working_days
from motcua.domain.working_days.changes import declare_day
from motcua.domain.working_days.timetable import DayKind
from tests.acts.dossiers.dates_moved.test_moving import STORM, proposed, second
from tests.acts.dossiers.test_letters import apologised, template
from tests.papers import corpus, samples
from tests.people import CENTRE, PLANNING
from tests.racing import THREADS, all_follow, at_once, one_wins
from tests.signing import OFFICE, PERSON, Keys
from tests.world import STEPS, World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT, LATER, AFTER = moment("2024-05-28 09:00"), moment("2024-05-29 09:00"), moment("2024-06-20 09:00")
TWO_SIGN = (*STEPS[:3], *(step.__class__(**{**vars(step), "stage": step.stage + 1}) for step in STEPS[2:]))
AN = Recipient("Nguyễn Văn An")


def holds() -> None:
    assert [broken for rule in invariants() for broken in rule.broken] == []


@pytest.mark.clause("5.1.e-2", "5.1.e-3")
def test_asked_completed_paid_stopped_apologised_for_and_handed_back_once(transactional_db, world: World) -> None:
    dossier, lan, thu, quang = world.in_appraisal(), world["lan"], world["thu"], world["quang"]
    component = dossier.submitted.first().component_id
    faults = (Fault(component, missing=False, reason="Thiếu chữ ký"),)
    one_wins(supplement.request_supplement, world.task(dossier), faults=faults, reason="Sai", by=thu, at=AT)
    one_wins(supplement.accept_supplement, dossier, brought=(Brought(component, originals=1),), by=lan, at=LATER)
    one_wins(processing.reassign, world.task(dossier), to=world["tam"], reason="Nghỉ ốm", by=quang, at=LATER)
    task = processing.reassign(world.task(dossier), to=thu, reason="Đã khỏe", by=quang, at=LATER)
    notice = pausing.Notice("Nghị định 43/2014/NĐ-CP", "215/TB-CCT", LATER.date(), 1_500_000)
    one_wins(pausing.ask_for_payment, task, notice=notice, by=thu, at=LATER)
    one_wins(pausing.payment_proven, dossier, proof=pausing.Proof("12", LATER.date()), by=lan, at=LATER)
    request = pausing.Request("Chờ họp gia đình", LATER.date())
    one_wins(pausing.stop_on_request, dossier, request=request, by=lan, at=LATER)
    pausing.resume(dossier, request=request, by=lan, at=LATER)
    new = {"new_due_on": date(2024, 6, 10), "reason": "Chờ xác minh", "by": quang, "at": LATER}
    one_wins(delay.apologise_and_reschedule, dossier, **new)
    processing.complete_step(world.task(dossier), by=thu, at=LATER)
    one_wins(processing.send_back, world.task(dossier), reason="Sai tên", by=world["minh"], at=LATER)
    holds()


@pytest.mark.clause("5.1.e-1", "4.1.e")
def test_passed_up_rejected_handed_over_and_given_out_once(transactional_db, world: World) -> None:
    minh, ngoc = world["minh"], world["ngoc"]
    above = world.at_approval(version=world.a_procedure(steps=TWO_SIGN))
    one_wins(decision.endorse, world.task(above), by=minh, at=AT)
    dossier = world.at_approval()
    one_wins(decision.reject, world.task(dossier), reason="Không đủ điều kiện", by=minh, at=AT)
    one_wins(handover.hand_over, dossier, by=ngoc, at=AT)
    one_wins(handover.deliver, dossier, to=AN, by=ngoc, at=AT)
    withdrawn = world.withdrawn()
    one_wins(ending.give_back_papers, withdrawn, to=AN, by=ngoc, at=LATER)
    late = world.at_centre()
    post.send_by_post(late, number="EQ1", by=ngoc, at=LATER)
    one_wins(post.take_back_parcel, late, reason="Vắng nhà", by=ngoc, at=AFTER)
    holds()


@pytest.mark.clause("5.1.d", "5.1.e-1", "5.1.đ-2")
def test_eight_who_guide_and_refuse_leave_eight_papers(transactional_db, world: World) -> None:
    lan, component = world["lan"], world.version.components.first().pk
    asking = guidance.Asking(world.version, world.offices[CENTRE], name="Nguyễn Văn An")
    faults = (Fault(component, missing=True, reason="Chưa có"),)
    all_follow(guidance.guide, asking, faults=faults, by=lan, at=AT)
    assert Guidance.objects.count() == THREADS
    all_follow(intake.refuse_to_receive, world.filing(), reason="Thuộc cấp huyện", by=lan, at=AT)
    numbers = Paper.objects.filter(form_code="refusal").values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, THREADS + 1))


@pytest.mark.clause("5.1.đ-2")
def test_a_receipt_is_put_right_proposed_and_left_once_and_scans_follow(transactional_db, world: World) -> None:
    dossier, lan, mai = world.in_appraisal(), world["lan"], world["mai"]
    details = {"address": "Số 12, tổ 5, khu 3, phường Hồng Hải"}
    one_wins(corrections.correct_receipt, dossier, details=details, reason="Thiếu số nhà", by=lan, at=AT)
    component = dossier.submitted.first().component_id
    promise = corrections.Promise(papers={component: (2, 1)})
    row = one_wins(corrections.propose_correction, dossier, promise=promise, reason="Đếm sót", by=lan, at=AT)
    one_wins(corrections.decline_correction, row, reason="Đã đếm lại", by=mai, at=AT)
    scan = scans.take_in(Upload("quet.png", corpus.png()), about=dossier.stream, by=lan, at=AT)
    all_follow(intake.add_scan, dossier, component_id=component, scan=scan, by=lan, at=AT)
    breaches.note(dossier, BreachKind.OVERRUN, by=world["thu"], at=AT)
    breach = Breach.objects.get()
    one_wins(breaches.explain_breach, breach, explanation="Quá tải", by=world["quang"], at=AT)


@pytest.mark.clause("5.1.e-3")
def test_of_eight_templates_the_last_counts_and_a_letter_comes_back_once(transactional_db, world: World) -> None:
    hoa, upload = world["hoa"], Upload("thu.docx", template())
    all_follow(letters.enter_letter_template, world.offices[PLANNING], kind="apology", upload=upload, by=hoa, at=AT)
    assert LetterTemplate.objects.filter(ended_at=None).count() == 1
    dossier, paper = apologised(world)
    signed = Upload("ky.pdf", issuing.bytes_of(paper, at=AT))
    one_wins(letters.return_signed_letter, dossier, paper=paper, upload=signed, by=hoa, at=AT)


@pytest.mark.clause("5.1.đ-1")
def test_a_file_is_attached_until_it_is_signed_and_the_body_signs_once(
    transactional_db, world: World, keys: Keys
) -> None:
    hoa, minh, kien = world["hoa"], world["minh"], world["kien"]
    own = register_certificate(minh, data=keys.person.pem, key=PERSON, by=kien, at=AT)
    seal = register_certificate(world.offices[PLANNING], data=keys.office.pem, key=OFFICE, by=kien, at=AT)
    result = Result.objects.get(dossier=world.with_result())
    file = Upload("kq.pdf", issuing.printed("control_slip", samples.CONTROL_SLIP))
    all_follow(result_signing.attach_result, result, upload=file, by=hoa, at=AT)
    result_signing.sign_result(result, certificate=own, by=minh, at=AT)
    sealed = one_wins(result_signing.seal_electronically, result, certificate=seal, by=hoa, at=AT)
    assert [each["kind"] for each in sealed.signers] == ["person", "seal"]


@pytest.mark.clause("5.2.b", "5.1.c-1")
def test_one_absence_is_entered_ended_and_one_stands_in(transactional_db, world: World) -> None:
    dossier, tam, quang = world.in_appraisal("2024-05-27"), world["tam"], world["quang"]
    leave = absences.Leave(AT.date(), date(2024, 5, 31), "Nghỉ phép năm")
    given = {"office": world.offices[PLANNING], "substitute": tam, "leave": leave, "by": quang, "at": AT}
    absence = one_wins(absences.enter_absence, world["thu"], **given)
    one_wins(standing_in.stand_in, world.task(dossier), by=tam, at=AT)
    one_wins(absences.end_absence, absence, last_on=AT.date(), by=quang, at=LATER)


@pytest.mark.clause("2", "5.1.e-1")
def test_a_change_is_dropped_once_and_each_applicant_told_once(transactional_db, world: World) -> None:
    second(world, "admin")
    kien, mai, lan, at = world["kien"], world["mai"], world["lan"], moment("2024-05-28")
    dossier = world.in_appraisal()
    all_follow(moving.propose_calendar_change, STORM, by=kien, at=at)
    one_wins(moving.drop_calendar_change, proposed(world), by=kien, at=at)
    moving.confirm_calendar_change(proposed(world), by=mai, at=at)
    moving.carry_on(at)
    one_wins(moving.tell_moved_date, MovedDate.objects.get(), by=lan, at=at)
    assert papers_of(dossier.stream).filter(form_code="moved_date").count() == 1
    declare_day(date(2024, 5, 31), kind=DayKind.HOLIDAY, name="Nghỉ", basis="CĐ 6", by=kien, at=at)
    assert kien.held
    assert sum(at_once(lambda _: recalculation.recompute_due_dates(by=kien, at=at))) == 1
    working_days.forget()
    holds()
