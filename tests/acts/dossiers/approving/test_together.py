"""Several dossiers by one form: approved where that was agreed, given to others by list; each by itself, all told."""

from datetime import date

import pytest

from motcua.domain.dossiers import decision, processing, whole_work
from motcua.domain.dossiers.approving import together as approving_together
from motcua.domain.dossiers.each import Outcome
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.organisations.places import THE_CENTRE
from motcua.domain.procedures import arrangements
from motcua.domain.regulation.answers import Refused
from tests.racing import at_once
from tests.world import World, moment

AT = moment("2024-05-28")


def agree(world: World) -> None:
    """Both sides agreed that several dossiers of the procedure may be approved at once."""
    days = {"signed_on": date(2024, 5, 20), "from_on": date(2024, 5, 27), "to_on": date(2024, 12, 31)}
    terms = arrangements.Terms("several", "Thủ tục đơn giản, số lượng lớn", "Biên bản 5/BB", **days)
    at = moment("2024-05-27")
    made = arrangements.propose_arrangement(world.version.procedure, terms=terms, by=world["tam"], at=at)
    arrangements.agree_arrangement(made, by=world["mai"], at=at)


def approve(world: World, *numbers: int) -> Outcome:
    return approving_together.approve_several(numbers, by=world["minh"], at=AT, at_place=THE_CENTRE)


@pytest.mark.clause("5.1.c-2")
def test_without_an_agreement_nothing_is_offered_and_nothing_approved(world):
    task = world.task(world.at_approval())
    assert approving_together.inbox(world["minh"], AT, Place()).rows == []
    outcome = approve(world, task.pk)
    assert (outcome.done, outcome.refused[0].clause) == ([], "5.1.c-2")


@pytest.mark.clause("5.1.c-2")
def test_each_is_an_approval_of_its_own_and_what_is_gone_is_told(world):
    agree(world)
    first, second, third = (world.at_approval() for _ in range(3))
    assert [each.code for each in approving_together.inbox(world["minh"], AT, Place()).rows] == [
        first.code,
        second.code,
        third.code,
    ]
    tasks = [world.task(each) for each in (first, second, third)]
    decision.approve(tasks[1], by=world["minh"], at=AT)
    outcome = approve(world, *(each.pk for each in tasks))
    assert [each.code for each in outcome.done] == [first.code, third.code]
    assert [each.code for each in outcome.refused] == [second.code]
    assert "đã được Phạm Văn Minh xử lý" in outcome.refused[0].sentence
    assert Entry.objects.filter(act="approve").count() == 3
    assert Outcome.of(outcome.text()) == outcome


@pytest.mark.clause("5.1.c-2")
def test_more_than_can_be_read_at_once_are_refused(world):
    with pytest.raises(Refused, match="nhiều nhất 20"):
        approve(world, *range(1, 22))


@pytest.mark.clause("5.2.b")
def test_the_work_of_somebody_is_dealt_among_those_who_can_do_it(world):
    dossiers = [world.in_appraisal() for _ in range(3)]
    quang = world["quang"]
    steps = whole_work.everything(world["thu"], quang, AT, 50)
    outcome = whole_work.hand_out(steps, to=[world["hoa"], world["tam"]], reason="Chuyển công tác", by=quang, at=AT)
    assert len(outcome.done) == 3
    assert {world.task(each).officer.code for each in dossiers} == {"tam"}
    assert Entry.objects.filter(act="reassign").count() == 3
    assert whole_work.how_many(world["thu"], quang, AT).number == 0


@pytest.mark.clause("5.2.b")
def test_where_nobody_chosen_can_do_a_step_it_is_told_and_stays(world):
    dossier = world.in_appraisal()
    steps = whole_work.everything(world["thu"], world["quang"], AT, 50)
    outcome = whole_work.hand_out(steps, to=[world["hoa"]], reason="Chuyển công tác", by=world["quang"], at=AT)
    assert [each.code for each in outcome.refused] == [dossier.code]
    assert world.task(dossier).officer.code == "thu"


@pytest.mark.clause("5.2.b")
def test_who_assigns_nothing_sees_no_work_of_others(world):
    world.in_appraisal()
    assert whole_work.everything(world["thu"], world["hoa"], AT, 50) == []
    assert whole_work.people(world["hoa"], AT) == []


@pytest.mark.django_db(transaction=True)
def test_eight_who_approve_the_same_list_approve_each_dossier_once(transactional_db: None, world: World) -> None:
    agree(world)
    numbers = [world.task(world.at_approval()).pk for _ in range(3)]
    minh = world["minh"]
    orders = [numbers, numbers[::-1]]
    outcomes = at_once(lambda n: approving_together.approve_several(orders[n % 2], by=minh, at=AT, at_place=THE_CENTRE))
    assert sum(len(each.done) for each in outcomes) == 3
    assert all(len(each.done) + len(each.refused) == 3 for each in outcomes)
    assert Dossier.objects.filter(outcome="approved").count() == 3


@pytest.mark.django_db(transaction=True)
def test_eight_who_hand_out_the_same_work_do_it_once(transactional_db: None, world: World) -> None:
    for _ in range(3):
        world.in_appraisal()
    quang, thu, tam = world["quang"], world["thu"], world["tam"]
    steps = whole_work.everything(thu, quang, AT, 50)
    outcomes = at_once(lambda _: whole_work.hand_out(steps, to=[tam], reason="Nghỉ", by=quang, at=AT))
    assert sum(len(each.done) for each in outcomes) == 3
    assert set(Task.objects.filter(done_at=None).values_list("officer__code", flat=True)) == {"tam"}


def test_completed_work_is_nobodys_to_hand_out(world):
    task = world.task(world.in_appraisal())
    processing.complete_step(task, by=world["thu"], at=AT)
    assert whole_work.chosen(world["thu"], [task.pk], world["quang"], AT) == []
