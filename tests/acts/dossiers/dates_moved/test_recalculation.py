"""After a change of the calendar the due dates of running dossiers are counted anew, each by a line of its journal."""

from collections.abc import Iterator
from datetime import date

import pytest

from motcua.domain.dossiers import checks, processing
from motcua.domain.dossiers.beside import answering
from motcua.domain.dossiers.dates_moved import recalculation
from motcua.domain.dossiers.filed_together import bundle_drafts
from motcua.domain.dossiers.models import Consultation, Dossier, Task
from motcua.domain.dossiers.pauses import pausing
from motcua.domain.dossiers.retell import differences
from motcua.domain.journal.queries import entries
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.working_days import changes, queries
from motcua.domain.working_days.foresight import DayDeclared
from motcua.domain.working_days.timetable import Day, DayKind
from tests.acts.dossiers.filed_together.test_bundles import AT, drafted, filed
from tests.beside import Beside
from tests.world import World, moment

STORM = date(2024, 5, 29)
GIVEN = {"kind": DayKind.HOLIDAY, "name": "Nghỉ tránh bão", "basis": "Công điện 15/CĐ-UBND"}
MORNING = moment("2024-05-28")


@pytest.fixture(autouse=True)
def _calendar_is_read_anew(db: None) -> Iterator[None]:
    queries.forget()
    yield
    queries.forget()


def declare(world: World) -> None:
    changes.declare_day(STORM, **GIVEN, by=world["kien"], at=MORNING)


def test_what_would_move_is_known_before_and_is_what_moves_after(world):
    dossier = world.in_appraisal()
    world.received("2024-05-31")  # due after the storm, but begun after it too
    change = DayDeclared(Day(STORM, **GIVEN))
    (moved,) = recalculation.foreseen(change, MORNING).moved
    assert (moved.code, moved.was, moved.now) == (dossier.code, moment("2024-05-30 17:00"), moment("2024-05-31 17:00"))
    assert recalculation.out_of_date(MORNING).moved == ()
    declare(world)
    assert recalculation.out_of_date(MORNING).moved == (moved,)


def test_a_change_alone_leaves_the_stored_dates_as_they_are(world):
    dossier = world.in_appraisal()
    declare(world)
    assert world.again(dossier).due_at == moment("2024-05-30 17:00")


@pytest.mark.clause("5.1.e-1", "5.1.a-2")
def test_counted_anew_the_dates_of_dossier_and_step_are_those_of_the_calendar(world):
    dossier = world.in_appraisal("2024-05-28 16:00")
    assert world.task(dossier).due_at == moment("2024-05-30 08:00")
    declare(world)
    assert recalculation.recompute_due_dates(by=world["kien"], at=MORNING) == 1
    dossier = world.again(dossier)
    assert dossier.due_at == dossier.due_by_law_at == moment("2024-06-03 17:00")
    assert world.task(dossier).due_at == moment("2024-05-31 08:00")
    assert recalculation.recompute_due_dates(by=world["kien"], at=MORNING) == 0


@pytest.mark.clause("2")
def test_the_journal_says_when_the_date_moved_and_tells_the_row(world):
    dossier = world.in_appraisal()
    declare(world)
    recalculation.recompute_due_dates(by=world["kien"], at=MORNING)
    story = entries(dossier)
    assert (story[-1].act, story[-1].by_name) == (
        "recompute_due_dates",
        "Lê Trung Kiên, Trung tâm Phục vụ Hành chính công tỉnh",
    )
    assert list(differences(world.again(dossier), story)) == []
    broken = {each.mark: list(each.broken) for each in checks.invariants() if each.mark in ("I3", "I5", "I12")}
    assert broken == {"I3": [], "I5": [], "I12": []}


def test_the_check_misses_nothing_before_the_dates_are_counted_anew(world):
    world.in_appraisal()
    declare(world)
    (due_dates,) = (each for each in checks.invariants() if each.mark == "I5")
    assert len(list(due_dates.broken)) == 1


def test_what_was_finished_in_time_keeps_its_date(world):
    dossier = world.at_centre()
    declare(world)
    assert recalculation.recompute_due_dates(by=world["kien"], at=MORNING) == 0
    assert world.again(dossier).due_at == moment("2024-05-30 17:00")
    (due_dates,) = (each for each in checks.invariants() if each.mark == "I5")
    assert list(due_dates.broken) == []


def test_a_dossier_that_waits_for_its_applicant_has_no_date_to_move(world):
    world.awaiting_supplement()
    declare(world)
    assert recalculation.recompute_due_dates(by=world["kien"], at=MORNING) == 0


@pytest.mark.clause("2")
@pytest.mark.parametrize("code", ["binh", "mai", "quang"])
def test_only_who_keeps_the_calendar_has_dates_counted_anew(world, code):
    world.in_appraisal()
    declare(world)
    with pytest.raises(NotAllowed, match="Quản trị hệ thống"):
        recalculation.recompute_due_dates(by=world[code], at=MORNING)


def test_a_life_goes_on_after_its_date_moved(world):
    dossier = world.in_appraisal()
    declare(world)
    recalculation.recompute_due_dates(by=world["kien"], at=MORNING)
    processing.complete_step(world.task(dossier), note="Đủ điều kiện", by=world["thu"], at=MORNING)
    assert Task.objects.filter(dossier=dossier, done_at=None).count() == 1
    assert Dossier.objects.get(pk=dossier.pk).due_at == moment("2024-05-31 17:00")


def paid_while_asked(world: World) -> Consultation:
    """A question whose answer Thu waits for, while the clock stands from 28 May to 3 June."""
    asked = Beside(world).asked(waits=True)
    step, days = Task.objects.get(dossier=asked.dossier, done_at=None, step__isnull=False), ("2024-05-28", "2024-06-03")
    notice = pausing.Notice("Nghị định 43/2014/NĐ-CP, Điều 61", "215/TB-CCT", moment(days[0]).date(), 1_500_000)
    pausing.ask_for_payment(step, notice=notice, by=world["thu"], at=moment(days[0]))
    proof = pausing.Proof("0012345", moment(days[1]).date())
    pausing.payment_proven(asked.dossier, proof=proof, by=world["lan"], at=moment(days[1]))
    return Consultation.objects.get(pk=asked.pk)


@pytest.mark.clause("5.1.đ-1", "5.1.a-2")
@pytest.mark.parametrize("answered", ["before", "after"])
def test_a_clock_that_stood_while_an_answer_was_waited_for_moves_the_step_once(world: World, answered: str) -> None:
    asked, at = paid_while_asked(world), moment("2024-06-04")
    step = Task.objects.get(dossier=asked.dossier, done_at=None, step__isnull=False)

    def answer() -> None:
        reply = answering.Reply("agrees", "Trụ sở đủ điều kiện")
        answering.answer_consultation(asked, reply=reply, by=world["binh"], at=at)

    if answered == "before":
        answer()
    changes.declare_day(date(2024, 6, 11), **GIVEN, by=world["kien"], at=at)
    assert recalculation.recompute_due_dates(by=world["kien"], at=at) == 1
    if answered == "after":
        answer()
    step.refresh_from_db()
    # Ten hours from 27 May 9:00, one of them gone when it was asked; the other nine run from the answer on.
    assert step.due_at == moment("2024-06-05 10:00")


@pytest.mark.clause("5.1.đ-1", "5.1.a-2")
def test_the_common_date_of_what_was_filed_as_one_moves_too(world: World) -> None:
    given = {"decision": "88/QĐ-UBND", "valid_from": AT.date()}
    bundle = bundle_drafts.publish_bundle(drafted(world), **given, by=world["mai"], at=AT)
    filing, _ = filed(world, bundle)
    declare(world)
    assert any(rule.mark == "I5" and list(rule.broken) for rule in checks.invariants())
    recalculation.recompute_due_dates(by=world["kien"], at=MORNING)
    was = filing.due_at
    filing.refresh_from_db()
    assert (was, filing.due_at) == (moment("2024-06-06 17:00"), moment("2024-06-07 17:00"))
    assert [line for rule in checks.invariants() for line in rule.broken] == []
