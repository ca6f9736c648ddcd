"""The cases of a process are run on every change; what fails is not agreed to; in thought it is as it is in life."""

from dataclasses import replace

import pytest

from motcua.domain.dossiers import processing, supplement
from motcua.domain.dossiers.models import Task
from motcua.domain.dossiers.trials import running
from motcua.domain.dossiers.trials.interpreter import play
from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.procedures import process, trials
from motcua.domain.procedures.models import Trial
from motcua.domain.procedures.process_rules import ProcessPlan
from motcua.domain.procedures.rows import plan_of
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from motcua.domain.procedures.ways import as_bpmn
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.working_days.queries import calendar_for
from tests.racing import THREADS, at_once
from tests.world import STEPS, moment

AT = moment("2024-05-20")
pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.a-1")]


def a_case(name: str = "Nộp đủ, làm đúng hẹn", due: str = "2024-05-30") -> Case:
    return Case(name, moment("2024-05-27"), (Happening("step_done", 1, step="1"),), (Expectation("due", moment=due),))


@pytest.fixture
def drafted(world):
    return process.draft_process(world.version.procedure, steps=STEPS, by=world["tam"], at=AT)


@pytest.fixture
def trial(world, drafted):
    return trials.write_trial(drafted, case=a_case(), by=world["mai"], at=AT)


def test_a_process_that_does_what_its_cases_say_is_agreed_to_and_put_in_force(world, drafted, trial):
    running.tried_and_agreed(process.agree_as_department, drafted, by=world["tam"], at=AT)
    running.tried_and_agreed(process.agree_as_centre, drafted, by=world["mai"], at=AT)
    process.approve_process(drafted, decision="12/QĐ", decided_on=AT.date(), by=world["quang"], at=AT)
    put = {"valid_from": AT.date(), "by": world["mai"], "at": AT}
    assert running.tried_and_agreed(process.put_process_in_force, drafted, **put).state == "in_force"
    acts = Entry.objects.filter(stream=drafted.procedure.stream).order_by("number").values_list("act", flat=True)
    assert list(acts)[-7:-5] == ["run_trials", "agree_as_department"]


def test_a_failing_case_stops_the_agreement_and_is_named(world, drafted, trial):
    trials.write_trial(drafted, case=a_case("Hẹn sớm hơn", "2024-05-29"), by=world["tam"], at=AT)
    with pytest.raises(trials.TrialsFail, match="chưa đạt 1 tình huống thử: “Hẹn sớm hơn”"):
        running.tried_and_agreed(process.agree_as_department, drafted, by=world["tam"], at=AT)


def test_cases_that_were_not_run_with_these_steps_stop_it_too(world, drafted, trial):
    with pytest.raises(trials.TrialsFail):
        process.agree_as_department(drafted, by=world["tam"], at=AT)
    running.run_trials(drafted, by=world["tam"], at=AT)
    process.amend_process(drafted, steps=(STEPS[0], replace(STEPS[1], hours=8), *STEPS[2:]), by=world["tam"], at=AT)
    with pytest.raises(trials.TrialsFail):
        process.agree_as_department(drafted, by=world["tam"], at=AT)


def test_a_case_that_fails_on_the_day_stops_the_putting_in_force(world, drafted, trial):
    running.tried_and_agreed(process.agree_as_department, drafted, by=world["tam"], at=AT)
    running.tried_and_agreed(process.agree_as_centre, drafted, by=world["mai"], at=AT)
    process.approve_process(drafted, decision="12/QĐ", decided_on=AT.date(), by=world["quang"], at=AT)
    trials.write_trial(drafted, case=a_case("Hẹn sớm hơn", "2024-05-29"), by=world["mai"], at=AT)
    with pytest.raises(trials.TrialsFail, match="Hẹn sớm hơn"):
        put = {"valid_from": AT.date(), "by": world["mai"], "at": AT}
        running.tried_and_agreed(process.put_process_in_force, drafted, **put)


def test_every_change_of_the_draft_runs_them(world, drafted, trial):
    steps = (STEPS[0], replace(STEPS[1], hours=8), *STEPS[2:])
    running.changed_and_tried(process.amend_process, drafted, steps=steps, by=world["tam"], at=AT)
    trial.refresh_from_db()
    assert (trial.passed, trial.tried_with) == (True, trials.digest_of(ProcessPlan(steps)))


def test_a_file_that_is_taken_in_runs_them_too(world, drafted, trial):
    file = as_bpmn(drafted).replace(b'hours="10"', b'hours="6"')
    running.imported_and_tried(file, name="quy-trinh.bpmn", by=world["tam"], at=AT)
    trial.refresh_from_db()
    assert (trial.passed, trial.tried_with) == (True, trials.digest_of(plan_of(drafted)))


def test_the_next_version_is_tried_with_the_same_cases(world, drafted, trial):
    test_a_process_that_does_what_its_cases_say_is_agreed_to_and_put_in_force(world, drafted, trial)
    again = process.draft_process(world.version.procedure, steps=STEPS, by=world["tam"], at=AT)
    assert [(each.name, each.passed) for each in trials.trials_of(again)] == [("Nộp đủ, làm đúng hẹn", None)]
    with pytest.raises(NotAllowed, match="được giữ nguyên"):
        trials.amend_trial(trial, case=a_case("Khác"), by=world["mai"], at=AT)


@pytest.mark.parametrize(
    ("case", "why"),
    [
        (replace(a_case(), name=" "), "đặt tên"),
        (a_case(), "Đã có tình huống mang tên"),
        (replace(a_case("Không mong gì"), expectations=()), "ít nhất một điều mong đợi"),
        (replace(a_case("Dài"), happenings=a_case().happenings * 61), "tối đa 60"),
    ],
)
def test_a_case_that_tries_nothing_is_refused(world, drafted, trial, case, why):
    with pytest.raises(trials.Unwritable, match=why):
        trials.write_trial(drafted, case=case, by=world["tam"], at=AT)


def test_only_the_two_sides_write_and_run(world, drafted, trial):
    for who in ("binh", "lan", "thu"):
        with pytest.raises(NotAllowed):
            trials.write_trial(drafted, case=a_case("Khác"), by=world[who], at=AT)
        with pytest.raises(NotAllowed):
            running.run_trials(drafted, by=world[who], at=AT)
    trials.remove_trial(trial, by=world["tam"], at=AT)
    assert not Trial.objects.exists()
    with pytest.raises(trials.Unwritable):
        trials.remove_trial(trial, by=world["tam"], at=AT)


@pytest.mark.clause("5.1.e-2")
def test_in_thought_a_dossier_is_as_in_life(world):
    dossier = world.awaiting_supplement("2024-05-27 09:00", "2024-05-28 09:00")
    brought = tuple(each for each in world.filing().brought)
    dossier = supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-06-03 09:00"))
    processing.complete_step(world.task(dossier), by=world["thu"], at=moment("2024-06-04 09:00"))
    dossier, task = world.again(dossier), Task.objects.get(dossier=dossier, done_at=None)
    happenings = (
        Happening("step_done", step="1"),
        Happening("supplement", 1, "working_days"),
        Happening("completed", 4, "working_days"),
        Happening("step_done", 1, "working_days", step="2"),
    )
    expects = (
        Expectation("due", moment=f"{dossier.when_due().astimezone(AT.tzinfo):%Y-%m-%dT%H:%M}"),
        Expectation("open_steps", step=str(task.stage)),
        Expectation("step_due", step=str(task.stage), moment=f"{task.due_at.astimezone(AT.tzinfo):%Y-%m-%dT%H:%M}"),
        Expectation("stage", words=dossier.stage),
        Expectation("no_breach"),
    )
    case = Case("Như thật", moment("2024-05-27 09:00"), happenings, expects)
    outcome = play(case, ProcessPlan(STEPS), dossier.limit(), calendar_for)
    assert outcome.passed, outcome.checked


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_write_one_case_one_wins_and_eight_runs_agree(transactional_db, world, drafted):
    answers = at_once(lambda _: trials.write_trial(drafted, case=a_case(), by=world["mai"], at=AT))
    assert sum(isinstance(each, trials.Unwritable) for each in answers) == THREADS - 1
    trial = Trial.objects.get()
    at_once(lambda n: trials.amend_trial(trial, case=a_case(f"Tên {n}"), by=world["mai"], at=AT))
    at_once(lambda _: running.run_trials(drafted, by=world["tam"], at=AT))
    removed = at_once(lambda _: trials.remove_trial(trial, by=world["tam"], at=AT))
    assert sum(isinstance(each, trials.Unwritable) for each in removed) == THREADS - 1
    assert list(verify(drafted.procedure.stream)) == []
