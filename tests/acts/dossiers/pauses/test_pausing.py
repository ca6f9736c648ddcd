"""The clock stands while the applicant pays, or wishes the matter to rest; then everything goes on where it stood."""

from dataclasses import replace
from datetime import datetime

import pytest

from motcua.domain.dossiers import checks, processing
from motcua.domain.dossiers.models import Breach, ClockStop, Dossier, Task
from motcua.domain.dossiers.overviews import books
from motcua.domain.dossiers.pauses import pausing
from motcua.domain.dossiers.retell import differences
from motcua.domain.dossiers.stages import WrongStage
from motcua.domain.dossiers.tasks import AlreadyDone
from motcua.domain.journal.queries import entries
from motcua.domain.papers.queries import papers_of
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.papers.corpus import pdf
from tests.world import World, moment

AT = moment("2024-05-28")
NOTICE = pausing.Notice("Nghị định 43/2014/NĐ-CP, Điều 61 khoản 4", "215/TB-CCT", AT.date(), 1_500_000)
PROOF = pausing.Proof("0012345", moment("2024-06-03").date())
REQUEST = pausing.Request("Chờ họp gia đình", AT.date())


def sound(dossier: Dossier) -> bool:
    """Whether its journal tells the same as its row, and no invariant is broken."""
    told = list(differences(Dossier.objects.get(pk=dossier.pk), entries(dossier)))
    return not told and not [broken for rule in checks.invariants() for broken in rule.broken]


def times(dossier: Dossier, at: datetime) -> list[str]:
    """How long the bodies had it and were given, as the control slip says."""
    return [each.time for each in books.control_slip(dossier, list(entries(dossier)), at).times]


@pytest.mark.clause("5.1.đ-1", "4.5.a")
def test_a_notice_stops_the_clock_with_its_ground_and_goes_to_the_applicant(world: World) -> None:
    dossier = world.awaiting_payment()
    assert (dossier.stage, dossier.due_at, dossier.national_code()) == ("awaiting_payment", None, 6)
    assert not Task.objects.filter(dossier=dossier, done_at=None).exists()
    paper = papers_of(dossier.stream).get(form_code="payment_notice")
    assert (paper.facts["ground"], paper.facts["amount"]) == (NOTICE.ground, 1_500_000)
    assert sound(dossier)


@pytest.mark.clause("4.5.a", "3.3-1")
def test_proven_the_dossier_and_its_step_have_the_time_they_had_left(world: World) -> None:
    dossier = world.awaiting_payment("2024-05-27", asked="2024-05-28")
    before = Task.objects.get(dossier=dossier, how="paused")
    dossier = pausing.payment_proven(dossier, proof=PROOF, by=world["lan"], at=moment("2024-06-03"))
    task = world.task(dossier)
    # Four working days on whose evening the clock stood: 28, 29, 30 and 31 May.
    assert (dossier.stage, dossier.due_at) == ("processing", moment("2024-06-05 17:00"))
    assert (task.pk, task.officer, task.taken_at) == (before.pk, world["thu"], before.taken_at)
    assert (before.due_at, task.due_at) == (moment("2024-05-28 11:00"), moment("2024-06-03 11:00"))
    assert sound(dossier)
    processing.complete_step(task, note="Đã nộp đủ", by=world["thu"], at=moment("2024-06-03 09:30"))


@pytest.mark.clause("5.1.đ-1", "4.1.d-1")
def test_the_time_in_which_the_clock_stood_is_nobodys(world: World) -> None:
    dossier, at = world.awaiting_payment("2024-05-27", asked="2024-05-28"), moment("2024-06-03")
    assert times(dossier, at) == ["1 ngày/1,2 ngày"]  # of ten hours, eight from Monday 9:00 to Tuesday 9:00
    pausing.payment_proven(dossier, proof=PROOF, by=world["lan"], at=at)
    assert times(world.again(dossier), at) == ["1 ngày/1,2 ngày"]
    assert times(world.again(dossier), moment("2024-06-03 14:00")) == ["1,4 ngày/1,2 ngày, chậm 1 giờ"]


@pytest.mark.clause("5.1.đ-1")
def test_what_was_late_before_stays_late(world: World) -> None:
    dossier = world.awaiting_payment("2024-05-20", asked="2024-05-28")
    dossier = pausing.payment_proven(dossier, proof=PROOF, by=world["lan"], at=moment("2024-06-03"))
    assert dossier.due_at == moment("2024-05-23 17:00")
    assert world.task(dossier).due_at == moment("2024-05-21 11:00")


@pytest.mark.clause("5.1.đ-1", "4.5.a")
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"ground": " "}, "căn cứ pháp lý"),
        ({"number": ""}, "số của thông báo"),
        ({"amount": 0}, "lớn hơn 0"),
        ({"on": moment("2024-05-29").date()}, "không được sau hôm nay"),
    ],
)
def test_no_clock_stands_without_ground_and_notice(world: World, wrong: dict[str, object], says: str) -> None:
    task = world.task(world.in_appraisal())
    with pytest.raises(Refused, match=says):
        pausing.ask_for_payment(task, notice=replace(NOTICE, **wrong), by=world["thu"], at=AT)
    assert not ClockStop.objects.exists()


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize("code", ["tam", "minh", "lan", "binh"])
def test_only_who_holds_the_step_asks_for_a_payment(world: World, code: str) -> None:
    with pytest.raises(NotAllowed):
        pausing.ask_for_payment(world.task(world.in_appraisal()), notice=NOTICE, by=world[code], at=AT)


@pytest.mark.clause("3.3-1")
def test_proofs_and_requests_come_in_at_the_one_stop_and_nowhere_else(world: World) -> None:
    waiting, resting, running = world.awaiting_payment(), world.stopped(), world.in_appraisal()
    for code in ("thu", "minh", "ngoc", "binh"):
        given = {"by": world[code], "at": moment("2024-06-03")}
        with pytest.raises(NotAllowed):
            pausing.payment_proven(waiting, proof=PROOF, **given)
        with pytest.raises(NotAllowed):
            pausing.resume(resting, request=REQUEST, **given)
        with pytest.raises(NotAllowed):
            pausing.stop_on_request(running, request=REQUEST, **given)


@pytest.mark.clause("4.5.a")
def test_a_receipt_has_a_number_and_is_kept_as_a_scan(world: World) -> None:
    dossier, given = world.awaiting_payment(), {"by": world["lan"], "at": moment("2024-06-03")}
    with pytest.raises(Refused, match="số của biên lai"):
        pausing.payment_proven(dossier, proof=replace(PROOF, number=" "), **given)
    pausing.payment_proven(dossier, proof=replace(PROOF, file=Upload("bien-lai.pdf", pdf())), **given)
    stop = ClockStop.objects.get(dossier=dossier)
    assert (stop.proof.component_label, stop.proof.about) == ("Chứng từ thực hiện nghĩa vụ tài chính", dossier.stream)
    assert sound(dossier)


@pytest.mark.clause("5.1.đ-1", "3.3-1")
def test_a_dossier_rests_and_goes_on_as_its_applicant_asks_in_writing(world: World) -> None:
    dossier = world.stopped("2024-05-27", asked="2024-05-28")
    assert (dossier.stage, dossier.due_at, dossier.national_code()) == ("stopped", None, 8)
    assert papers_of(dossier.stream).get(form_code="stop_notice").facts["reason"] == "Chờ họp gia đình"
    with pytest.raises(Refused, match="lý do"):
        pausing.resume(dossier, request=replace(REQUEST, reason=""), by=world["lan"], at=moment("2024-06-03"))
    dossier = pausing.resume(dossier, request=REQUEST, by=world["lan"], at=moment("2024-06-03"))
    assert (dossier.stage, dossier.due_at) == ("processing", moment("2024-06-05 17:00"))
    assert sound(dossier)


@pytest.mark.clause("5.1.đ-1")
def test_a_step_that_nobody_had_taken_waits_for_anybody_again(world: World) -> None:
    dossier = processing.transfer(world.received(), by=world["lan"], at=moment("2024-05-27"))
    pausing.stop_on_request(dossier, request=REQUEST, by=world["lan"], at=AT)
    pausing.resume(dossier, request=REQUEST, by=world["lan"], at=moment("2024-06-03"))
    task = world.task(dossier)
    assert (task.officer, task.taken_at) == (None, None)
    processing.take(task, by=world["tam"], at=moment("2024-06-03 10:00"))


@pytest.mark.clause("5.1.đ-1")
def test_while_it_rests_nobody_works_on_it(world: World) -> None:
    dossier = world.in_appraisal()
    task = world.task(dossier)
    pausing.stop_on_request(dossier, request=REQUEST, by=world["lan"], at=AT)
    with pytest.raises(AlreadyDone, match="tạm dừng từ 09:00 ngày 28/05/2024"):
        processing.complete_step(task, by=world["thu"], at=moment("2024-05-29"))
    with pytest.raises(WrongStage):
        pausing.stop_on_request(dossier, request=REQUEST, by=world["lan"], at=moment("2024-05-29"))


@pytest.mark.clause("5.1.đ-1")
def test_what_is_decided_or_waits_for_papers_can_not_be_stopped(world: World) -> None:
    for dossier in (world.with_result(), world.awaiting_supplement(), world.rejected()):
        with pytest.raises(WrongStage):
            pausing.stop_on_request(dossier, request=REQUEST, by=world["lan"], at=AT)


@pytest.mark.clause("5.1.e-3")
def test_a_dossier_that_stood_is_handed_over_in_time_when_it_keeps_its_new_end(world: World) -> None:
    dossier = world.stopped("2024-05-27", asked="2024-05-28")
    pausing.resume(dossier, request=REQUEST, by=world["lan"], at=moment("2024-06-10"))
    assert not Breach.objects.filter(dossier=dossier).exists()
    assert world.again(dossier).due_at == moment("2024-06-12 17:00")
