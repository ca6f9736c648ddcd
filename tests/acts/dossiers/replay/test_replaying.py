"""Last year's real dossiers against a draft: a few at once, many by the job, batch by batch; only for the two sides."""

from dataclasses import replace

import pytest

from motcua.domain.dossiers import decision, processing, supplement
from motcua.domain.dossiers.beside import answering
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.pauses import pausing
from motcua.domain.dossiers.replay import replaying
from motcua.domain.dossiers.replay.counting import Tally
from motcua.domain.journal.models import Entry
from motcua.domain.journal.recording import verify
from motcua.domain.procedures import discarding, process, trials
from motcua.domain.procedures.models import Replay
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from motcua.domain.regulation.answers import NotAllowed
from motcua.jobs.replays import count_waiting_replays
from tests.beside import Beside
from tests.interlinked import ACROSS, COMMUNE, DESK, across, does, joined, passes, received_at
from tests.people import PLANNING
from tests.racing import THREADS, at_once
from tests.replayed import told_otherwise
from tests.world import STEPS, moment

AT = moment("2024-07-01 09:00")
DRAFT = (STEPS[0], replace(STEPS[1], hours=1), replace(STEPS[2], hours=8), *STEPS[3:])
pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.a-1")]


@pytest.fixture
def drafted(world):
    return process.draft_process(world.version.procedure, steps=DRAFT, by=world["tam"], at=AT)


@pytest.fixture
def last_year(world):
    """Three dossiers: two lay a whole day before they were approved, the third thirteen hours in appraisal."""
    return [world.at_centre(), world.at_centre(), _slow(world)]


def _slow(world) -> Dossier:
    dossier = world.in_appraisal("2024-06-03 09:00")
    late = moment("2024-06-04 16:00")
    processing.complete_step(world.task(dossier), by=world["thu"], at=late)
    decision.reject(world.task(dossier), reason="Không đủ điều kiện", by=world["minh"], at=late)
    return handover.hand_over(world.again(dossier), by=world["ngoc"], at=late)


def test_few_dossiers_are_counted_at_once(world, drafted, last_year):
    replay = replaying.replay_last_year(drafted, by=world["tam"], at=AT)
    tally = Tally.of(replay.result)
    assert (replay.total, replay.done, replay.finished_at) == (3, 3, AT)
    assert (tally.counted, tally.left_out, tally.really_late) == (3, 0, 0)
    assert (tally.draft.steps, tally.draft.with_late_step) == ({"2.1": 1}, 1)
    assert (tally.applied.steps, tally.applied.with_late_step) == ({"3.1": 2, "2.1": 1}, 3)
    last = Entry.objects.filter(stream=drafted.procedure.stream).latest("number")
    assert (last.act, last.facts["dossiers"]) == ("replay_last_year", 3)


@pytest.mark.clause("5.1.đ-1")
def test_replayed_on_its_own_process_a_dossier_is_as_late_as_its_rows_say(world):
    """What the fuzz of random lives says of all of them, here of one of each turn."""
    paid = world.awaiting_payment("2024-05-27 09:00", asked="2024-05-28 09:00")
    proof = pausing.Proof("0012345", moment("2024-06-03").date())
    pausing.payment_proven(paid, proof=proof, by=world["lan"], at=moment("2024-06-03 09:00"))
    returned = world.awaiting_supplement("2024-05-27 09:00", "2024-05-28 09:00")
    brought = tuple(world.filing().brought)
    supplement.accept_supplement(returned, brought=brought, by=world["lan"], at=moment("2024-06-03 09:00"))
    waited = Beside(world).asked("2024-05-28 09:00", waits=True)
    agrees = answering.Reply("agrees")
    answering.answer_consultation(waited, reply=agrees, by=world["binh"], at=moment("2024-06-03 09:00"))
    lives = [_slow(world), world.at_centre()]
    for dossier in (paid, returned, waited.dossier):
        lives.append(_ended(world, world.again(dossier), moment("2024-06-03 17:30")))
    assert [told_otherwise(each) for each in lives] == [""] * len(lives)


def _ended(world, dossier: Dossier, at) -> Dossier:
    """The step is done after hours, the dossier returned by who decides, and brought to the Centre."""
    task = world.task(dossier)
    processing.complete_step(task, by=world["thu"], at=at)
    decision.reject(world.task(dossier), reason="Không đủ điều kiện", by=world["minh"], at=at)
    return handover.hand_over(world.again(dossier), by=world["ngoc"], at=at)


@pytest.mark.clause("5.1.đ-1", "7.8")
def test_an_interlinked_dossier_charges_each_body_its_own_part(world):
    world = joined(world)
    dossier = received_at(world, across(world), COMMUNE, "xuan", "2024-05-27 09:00")
    processing.transfer(dossier, by=world["xuan"], at=moment("2024-05-27 09:00"))
    dossier = does(world, world.again(dossier), "xuan", "2024-05-27 16:00")
    passes(world, dossier, DESK, "xuan", "2024-05-28 09:00", to="yen")
    dossier = does(world, dossier, "yen", "2024-06-05 09:00")
    passes(world, dossier, PLANNING, "yen", "2024-06-05 10:00", to="thu")
    dossier = does(world, dossier, "thu", "2024-06-05 16:00")
    decision.reject(world.task(dossier), reason="Không đủ điều kiện", by=world["minh"], at=moment("2024-06-06 09:00"))
    dossier = handover.hand_over(world.again(dossier), by=world["xuan"], at=moment("2024-06-06 10:00"))
    assert told_otherwise(dossier) == ""
    longer = tuple(replace(step, hours=80) if step.office == DESK else step for step in ACROSS)
    drafted = process.draft_process(dossier.version.procedure, steps=longer, by=world["tam"], at=AT)
    tally = Tally.of(replaying.replay_last_year(drafted, by=world["tam"], at=AT).result)
    assert (tally.applied.bodies, tally.draft.bodies) == ({DESK: 1}, {})


def test_many_are_counted_by_the_job_batch_by_batch(world, drafted, last_year, monkeypatch):
    monkeypatch.setattr(replaying, "AT_ONCE", 2)
    replay = replaying.replay_last_year(drafted, by=world["mai"], at=AT)
    assert (replay.done, replay.finished_at) == (0, None)
    replaying.carry_on(AT)
    replay.refresh_from_db()
    assert (replay.done, replay.finished_at) == (2, None)
    count_waiting_replays(0)
    replay.refresh_from_db()
    assert (replay.done, Tally.of(replay.result).counted) == (3, 3)
    assert replay.finished_at is not None
    assert replaying.carry_on(AT) == 0


def test_a_second_one_waits_for_the_first(world, drafted, last_year, monkeypatch):
    monkeypatch.setattr(replaying, "AT_ONCE", 2)
    replaying.replay_last_year(drafted, by=world["tam"], at=AT)
    with pytest.raises(replaying.NothingToCount, match="hãy chờ xong"):
        replaying.replay_last_year(drafted, by=world["tam"], at=AT)


def test_without_dossiers_or_steps_there_is_nothing_to_count(world, drafted):
    with pytest.raises(replaying.NothingToCount, match="chưa có hồ sơ nào"):
        replaying.replay_last_year(drafted, by=world["tam"], at=AT)
    process.amend_process(drafted, steps=(), by=world["tam"], at=AT)
    with pytest.raises(replaying.NothingToCount, match="chưa có bước nào"):
        replaying.replay_last_year(drafted, by=world["tam"], at=AT)


def test_only_the_two_sides_ask_and_dossiers_of_other_years_do_not_count(world, drafted, last_year):
    for who in ("binh", "lan", "thu"):
        with pytest.raises(NotAllowed):
            replaying.replay_last_year(drafted, by=world[who], at=AT)
    with pytest.raises(replaying.NothingToCount):
        replaying.replay_last_year(drafted, by=world["tam"], at=moment("2026-07-01 09:00"))


def test_a_batch_costs_the_same_however_many_dossiers(world, drafted, last_year, django_assert_max_num_queries):
    with django_assert_max_num_queries(24):
        replaying.replay_last_year(drafted, by=world["tam"], at=AT)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_ask_at_once_all_are_in_the_journal_and_each_dossier_is_counted_once(
    transactional_db, world, drafted, last_year, monkeypatch
):
    monkeypatch.setattr(replaying, "AT_ONCE", 2)
    answers = at_once(lambda _: replaying.replay_last_year(drafted, by=world["tam"], at=AT))
    assert sum(isinstance(each, replaying.NothingToCount) for each in answers) == THREADS - 1
    at_once(lambda _: replaying.carry_on(AT))
    while replaying.carry_on(AT):
        pass
    assert Tally.of(Replay.objects.get().result).counted == 3
    assert list(verify(drafted.procedure.stream)) == []


def test_a_draft_is_given_up_with_its_cases_and_countings(world, drafted, last_year):
    replaying.replay_last_year(drafted, by=world["tam"], at=AT)
    happens = (Happening("step_done", 1, step="1"),)
    case = Case("Nộp đủ", moment("2024-05-27"), happens, (Expectation("not_late"),))
    trials.write_trial(drafted, case=case, by=world["tam"], at=AT)
    discarding.discard_process(drafted, by=world["tam"], at=AT)
    assert not Replay.objects.exists()
