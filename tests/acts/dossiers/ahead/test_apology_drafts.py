"""Apologies written ahead: foreseen, drafted once, gone when they are not needed any more."""

from datetime import date, datetime

import pytest

from motcua.domain.dossiers import delay, processing
from motcua.domain.dossiers.ahead import apology_drafts, foreseeing, step_times
from motcua.domain.dossiers.ahead.models import ApologyDraft, StepTime
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.journal.models import Entry
from motcua.domain.journal.system import System
from tests.world import World, moment

CLOCK = System()
TWO_DAYS_BEFORE = moment("2024-05-28 07:35")


def swept(at: datetime) -> apology_drafts.Swept:
    return apology_drafts.sweep(CLOCK, at)


def slow(world: World, minutes: int = 40 * 60) -> None:
    """The approvals of this procedure took a week last year."""
    office, procedure = world.offices["so-khdt"], world.version.procedure
    work = {"procedure": procedure, "office": office, "kind": "approve", "name": "Phê duyệt"}
    StepTime.objects.create(**work, count=20, usual=minutes, slow=minutes)


@pytest.mark.clause("5.1.e-3", "7.8")
def test_two_working_days_before_a_date_that_will_be_missed_the_letter_lies_there(world: World) -> None:
    slow(world)
    dossier = world.in_appraisal()
    assert swept(moment("2024-05-27 07:35")).drafted == 0
    assert swept(TWO_DAYS_BEFORE).drafted == 1
    draft = ApologyDraft.objects.get()
    assert (draft.dossier, draft.step, draft.last_day) == (dossier, "Phê duyệt", date(2024, 5, 29))
    assert draft.new_due_on > date(2024, 5, 30)
    assert "“Phê duyệt”, Sở Kế hoạch và Đầu tư" in draft.reason
    assert [each.pk for each in apology_drafts.to_sign(world["minh"], TWO_DAYS_BEFORE)] == [draft.pk]
    assert [each.pk for each in apology_drafts.for_centre(world["mai"], TWO_DAYS_BEFORE)] == [draft.pk]
    for other in ("thu", "binh", "lan"):
        assert not apology_drafts.to_sign(world[other], TWO_DAYS_BEFORE).exists()
    entry = Entry.objects.get(act="draft_apology")
    assert (entry.by_name, entry.facts["new_due_on"]) == ("Hệ thống, theo lịch", draft.new_due_on.isoformat())


@pytest.mark.clause("5.1.e-3")
def test_what_will_be_in_time_needs_no_letter(world: World) -> None:
    world.in_appraisal()
    assert swept(TWO_DAYS_BEFORE).drafted == 0


@pytest.mark.clause("5.1.e-3")
def test_running_again_adds_no_letter(world: World) -> None:
    slow(world)
    world.in_appraisal()
    assert [swept(TWO_DAYS_BEFORE).drafted, swept(moment("2024-05-28 15:05")).drafted] == [1, 0]
    assert Entry.objects.filter(act="draft_apology").count() == ApologyDraft.objects.count() == 1


@pytest.mark.clause("5.1.e-3")
def test_the_letter_goes_when_the_apology_is_sent(world: World) -> None:
    slow(world)
    dossier = world.in_appraisal()
    swept(TWO_DAYS_BEFORE)
    draft = apology_drafts.draft_of(dossier)
    given = {"new_due_on": draft.new_due_on, "reason": draft.reason}
    delay.apologise_and_reschedule(dossier, **given, by=world["minh"], at=moment("2024-05-29"))
    assert apology_drafts.draft_of(dossier) is None
    assert not apology_drafts.to_sign(world["minh"], moment("2024-05-29")).exists()
    assert swept(moment("2024-05-29 15:05")).put_away == 1
    assert ApologyDraft.objects.get().closed_at == moment("2024-05-29 15:05")


@pytest.mark.clause("5.1.e-3")
def test_the_letter_goes_when_the_dossier_went_faster_than_foreseen(world: World) -> None:
    slow(world)
    dossier = world.in_appraisal()
    swept(TWO_DAYS_BEFORE)
    StepTime.objects.all().delete()
    assert swept(moment("2024-05-28 15:05")).put_away == 1
    assert apology_drafts.draft_of(dossier) is None


@pytest.mark.clause("5.1.e-3")
def test_a_supplement_makes_the_letter_groundless(world: World) -> None:
    slow(world)
    dossier = world.in_appraisal()
    swept(TWO_DAYS_BEFORE)
    Dossier.objects.filter(pk=dossier.pk).update(stage="awaiting_supplement", due_at=None)
    assert apology_drafts.draft_of(dossier) is None


@pytest.mark.clause("5.1.e-3")
def test_past_the_due_date_the_letter_is_still_wanted(world: World) -> None:
    world.in_appraisal()
    assert swept(moment("2024-06-04 07:35")).drafted == 1
    draft = ApologyDraft.objects.get()
    assert draft.new_due_on > date(2024, 6, 4)
    assert draft.last_day == date(2024, 5, 29)


@pytest.mark.clause("5.1.e-3")
def test_a_draft_for_what_is_in_time_is_refused(world: World) -> None:
    dossier = world.in_appraisal()
    seen = foreseeing.foresee([], dossier.when_due(), TWO_DAYS_BEFORE)
    with pytest.raises(apology_drafts.NotNeeded, match="đúng hẹn"):
        apology_drafts.draft_apology(dossier, foresight=seen, by=CLOCK, at=TWO_DAYS_BEFORE)


def test_step_times_are_counted_from_the_finished_steps_of_the_past_year(world: World) -> None:
    for _ in range(5):
        world.with_result()
    last = world.in_appraisal()
    processing.complete_step(world.task(last), by=world["thu"], at=moment("2024-05-28 10:00"))
    assert step_times.count_step_times(moment("2024-06-01")) > 0
    appraised = StepTime.objects.get(kind="appraise")
    assert (appraised.count, appraised.usual, appraised.slow) == (6, 0, 0) or appraised.slow > appraised.usual
    counted = StepTime.objects.count()
    assert step_times.count_step_times(moment("2024-06-01")) == counted
    assert step_times.count_step_times(moment("2025-07-01")) == 0
    assert Task.objects.exists()


@pytest.mark.parametrize(
    ("cases", "usual", "slow_one"), [([10] * 9 + [100], 10, 10), ([1, 2, 3, 4, 5], 3, 5), ([7], 7, 7)]
)
def test_the_marks_are_the_median_and_nine_in_ten(cases: list[int], usual: int, slow_one: int) -> None:
    assert (step_times.mark(cases, 0.5), step_times.mark(cases, 0.9)) == (usual, slow_one)


@pytest.mark.parametrize("many", [1, 12])
def test_foreseeing_many_costs_no_more_statements_than_one(world: World, many: int, django_assert_num_queries) -> None:
    for _ in range(many):
        world.in_appraisal()
    swept(moment("2024-05-27 07:35"))
    with django_assert_num_queries(4):  # the dossiers, their steps, the times, what is to be put away
        swept(moment("2024-05-28 07:35"))
