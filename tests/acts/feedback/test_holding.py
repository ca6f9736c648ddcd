"""What comes in a burst from one place is held: it counts nowhere, nobody is written to, and nothing of it is lost."""

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.feedback import holding, intake, queries, sorting, told
from motcua.domain.feedback.digest.counting import Wanted, digest
from motcua.domain.feedback.holding import NoReason
from motcua.domain.feedback.intake import Sender
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.publishing import queries as publicity
from motcua.domain.feedback.sorting import NotNow, Sorted
from motcua.domain.feedback.terms import Kind, State
from motcua.domain.feedback.urging import reminding
from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed
from tests.feedback import MONDAY, TUESDAY, said, sent
from tests.moments import moment
from tests.people import PLANNING
from tests.racing import one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")


def in_a_burst(world: World, **other: object) -> Feedback:
    return intake.send_feedback(said(world, **other), by=Sender(), at=MONDAY, burst=True)


def test_it_has_a_code_but_no_clock_no_figure_and_no_message(world: World) -> None:
    item, late = in_a_burst(world), moment("2024-07-01 06:45")
    assert item.state == State.HELD and queries.by_secret(item.secret) == item
    assert not Message.objects.filter(about=item.code).exists()
    for rows in (queries.to_do, queries.over):
        assert rows(world["mai"], TUESDAY, Place()).rows == []
    assert reminding.watch(System(), late) == 0 and publicity.figures(late) == []
    wanted = Wanted(MONDAY.date(), TUESDAY.date())
    assert digest(world["mai"], TUESDAY, wanted).whole.number == 0
    with pytest.raises(NotNow):
        sorting.route_feedback(item, Sorted(Kind.HANDLING, world.offices[PLANNING]), by=world["mai"], at=TUESDAY)
    assert holding.held(world["mai"], late, Place()).rows == [item]  # it waits as long as it has to
    assert holding.held(world["thu"], late, Place()).rows == []
    assert (holding.how_many_held(world["mai"], late).number, holding.how_many_held(world["thu"], late).number) == (
        1,
        0,
    )
    assert list(told.differences()) == []


def test_let_in_it_is_feedback_accepted_from_now_and_answered_from_when_it_was_said(world: World) -> None:
    item, plain = in_a_burst(world), sent(world)
    with pytest.raises(NotAllowed):
        holding.let_in_feedback(item, by=world["thu"], at=TUESDAY)
    item = holding.let_in_feedback(item, by=world["mai"], at=TUESDAY)
    assert (item.state, item.came_at, item.answer_by) == (State.NEW, TUESDAY, plain.answer_by)
    assert item.accept_by > plain.accept_by
    assert Message.objects.filter(about=item.code, kind="feedback_taken").exists()
    with pytest.raises(NotNow):
        holding.drop_feedback(item, reason="Quảng cáo", by=world["mai"], at=TUESDAY)
    assert list(told.differences()) == []


def test_dropped_it_stays_with_its_reason_and_can_still_be_let_in(world: World) -> None:
    item = in_a_burst(world)
    with pytest.raises(NoReason):
        holding.drop_feedback(item, reason=" ", by=world["mai"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        holding.drop_feedback(item, reason="Quảng cáo", by=world["lan"], at=TUESDAY)
    item = holding.drop_feedback(item, reason="Quảng cáo", by=world["mai"], at=TUESDAY)
    assert (item.state, item.why_dropped) == (State.DROPPED, "Quảng cáo")
    assert holding.held(world["mai"], TUESDAY, Place(), State.DROPPED).rows == [item]
    assert queries.over(world["mai"], TUESDAY, Place(), state=State.DROPPED).rows == [item]
    with pytest.raises(IntegrityError), transaction.atomic():
        Feedback.objects.filter(pk=item.pk).update(why_dropped="")
    item = holding.let_in_feedback(item, by=world["mai"], at=TUESDAY)
    assert (item.state, item.why_dropped) == (State.NEW, "")
    assert list(told.differences()) == []


def test_who_is_denounced_does_not_decide_about_it(world: World) -> None:
    item = in_a_burst(world, kind=Kind.DENUNCIATION, official=world["mai"], about=None)
    assert holding.held(world["mai"], TUESDAY, Place()).rows == []
    for act, more in ((holding.let_in_feedback, {}), (holding.drop_feedback, {"reason": "Không"})):
        with pytest.raises(NotAllowed):
            act(item, by=world["mai"], at=TUESDAY, **more)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_decide_one_does(transactional_db: None, world: World) -> None:
    item = in_a_burst(world)
    one_wins(holding.drop_feedback, item, reason="Quảng cáo", by=world["mai"], at=TUESDAY)
    one_wins(holding.let_in_feedback, item, by=world["mai"], at=TUESDAY)
