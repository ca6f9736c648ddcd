"""Several officials at once, on real transactions: one wins, the others read who did what and when."""

from uuid import uuid4

import pytest

from motcua.domain.dossiers import checks, decision, intake, processing
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.dossiers.tasks import AlreadyDone
from motcua.domain.journal.models import Entry
from motcua.domain.journal.once import once
from tests.racing import THREADS, at_once
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = moment("2024-05-27")


@pytest.mark.clause("5.1.đ-2")
def test_eight_receipts_at_once_get_eight_codes_without_a_gap(transactional_db: None, world: World) -> None:
    filing, lan = world.filing(), world["lan"]
    dossiers = at_once(lambda _: intake.receive(filing, by=lan, at=AT, duplicate_seen=True))
    assert sorted(each.code for each in dossiers) == [f"000.00.00.H49-240527-{n:04d}" for n in range(1, THREADS + 1)]


def test_a_double_click_receives_one_dossier_and_gets_one_answer(transactional_db: None, world: World) -> None:
    filing, lan, key = world.filing(), world["lan"], uuid4()

    def click(_: int) -> str:
        return once(key, by=lan, at=AT, do=lambda: intake.receive(filing, by=lan, at=AT, duplicate_seen=True).code)

    answers = at_once(click)
    assert len(set(answers)) == 1
    assert [dossier.code for dossier in Dossier.objects.all()] == [answers[0]]


def test_of_eight_who_complete_one_step_one_wins_and_the_others_read_who_and_when(
    transactional_db: None, world: World
) -> None:
    task, thu = world.task(world.in_appraisal()), world["thu"]
    answers = at_once(lambda _: processing.complete_step(task, note="Đủ điều kiện", by=thu, at=AT))
    refusals = [each for each in answers if isinstance(each, AlreadyDone)]
    assert len(refusals) == THREADS - 1
    assert {each.sentence for each in refusals} == {
        "Bước “Thẩm định hồ sơ” đã được Trần Anh Thư xử lý lúc 09:00 ngày 27/05/2024."
    }
    assert Task.objects.filter(dossier=task.dossier, done_at=None).count() == 1
    assert Entry.objects.filter(act="complete_step").count() == 1


def test_two_who_take_the_same_waiting_step_do_not_both_get_it(transactional_db: None, world: World) -> None:
    dossier = processing.transfer(world.received(), by=world["lan"], at=AT)
    task, both = world.task(dossier), (world["thu"], world["tam"])
    answers = at_once(lambda number: processing.take(task, by=both[number % 2], at=AT))
    assert len([each for each in answers if isinstance(each, Task)]) == 1
    assert Entry.objects.filter(act="take").count() == 1


@pytest.mark.clause("5.1.đ-1")
def test_of_eight_who_let_a_dossier_go_on_one_does(transactional_db: None, world: World) -> None:
    dossier, lan = world.stopped(), world["lan"]
    request = pausing.Request("Đã thống nhất", moment("2024-06-03").date())
    answers = at_once(lambda _: pausing.resume(dossier, request=request, by=lan, at=moment("2024-06-03")))
    assert len([each for each in answers if isinstance(each, Dossier)]) == 1
    assert Entry.objects.filter(act="resume").count() == 1
    assert Task.objects.filter(dossier=dossier, done_at=None).count() == 1


@pytest.mark.clause("5.1.đ-1", "3.3-1")
def test_withdrawn_or_approved_but_never_both_and_nobody_waits_for_ever(transactional_db: None, world: World) -> None:
    dossier = world.at_approval()
    task, lan, minh = world.task(dossier), world["lan"], world["minh"]
    request = pausing.Request("Không còn nhu cầu", AT.date())

    def either(number: int) -> Dossier:
        if number % 2:
            return decision.approve(task, by=minh, at=AT)
        return ending.withdraw(dossier, request=request, by=lan, at=AT)

    answers = at_once(either)
    assert len([each for each in answers if isinstance(each, Dossier)]) == 1
    assert Entry.objects.filter(act__in=["approve", "withdraw"]).count() == 1
    assert [broken for rule in checks.invariants() for broken in rule.broken] == []


@pytest.mark.clause("5.1.e-1")
def test_cancelled_or_declined_but_never_both(transactional_db: None, world: World) -> None:
    dossier, quang = world.in_appraisal(), world["quang"]
    why = ending.Cancelling("mistake", "Thuộc thẩm quyền của cấp huyện")
    ending.propose_cancellation(dossier, why=why, by=world["lan"], at=AT)

    def either(number: int) -> Dossier:
        if number % 2:
            return ending.decline_cancellation(dossier, reason="Đúng thẩm quyền", by=quang, at=AT)
        return ending.cancel(dossier, why=why, by=quang, at=AT)

    answers = at_once(either)
    assert len([each for each in answers if isinstance(each, Dossier)]) == 1
    assert Entry.objects.filter(act__in=["cancel", "decline_cancellation"]).count() == 1
    assert [broken for rule in checks.invariants() for broken in rule.broken] == []
