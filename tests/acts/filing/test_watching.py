"""What waits for an answer does not stand still unseen: who is in charge, the head, the Centre."""

import pytest

from motcua.domain.filing import answering, watching
from motcua.domain.filing.models import Submission
from motcua.domain.filing.watching import Told
from motcua.domain.journal.models import Entry
from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from tests.filing import AtHome
from tests.moments import moment
from tests.racing import at_once
from tests.sealing import Sealing
from tests.world import World

pytestmark = pytest.mark.clause("4.1.d-1", "4.1.d-2")
# Handed in on Monday at 09:00, to be answered on Tuesday at 09:00.
MOMENTS = [
    ("2024-05-27 15:59", Told.NOBODY),
    ("2024-05-28 08:00", Told.IN_CHARGE),
    ("2024-05-28 09:00", Told.IN_CHARGE),
    ("2024-05-28 09:01", Told.HEAD),
    ("2024-05-28 16:30", Told.CENTRE),
    ("2024-06-03 09:00", Told.CENTRE),
]


def told(submission: Submission) -> int:
    submission.refresh_from_db()
    return submission.told_level


def test_each_is_told_in_turn_and_once(world: World) -> None:
    handed_in = AtHome(world).submitted()
    for at, level in MOMENTS:
        watching.watch(System(), moment(at))
        assert told(handed_in) == level, at
        assert watching.watch(System(), moment(at)) == 0
    facts = [each.facts["told"] for each in Entry.objects.filter(act="tell_waiting").order_by("number")]
    assert facts == ["người phụ trách", "thủ trưởng", "Trung tâm"]


def test_what_was_answered_is_not_told_and_what_is_handed_in_again_begins_anew(world: World) -> None:
    home = AtHome(world)
    handed_in, paper = home.submitted(), home.needed()[0]
    late = moment("2024-05-29 10:00")
    watching.watch(System(), late)
    fault = (answering.Fault(paper.pk, "Ảnh mờ"),)
    answering.send_submission_back(handed_in, faults=fault, by=world["lan"], at=late)
    with pytest.raises(watching.NotYet):
        watching.tell_waiting(handed_in, by=System(), at=moment("2024-06-10 10:00"))
    home.sends(handed_in, paper, at=late)
    home.submits(handed_in, late)
    assert told(handed_in) == Told.NOBODY and watching.watch(System(), late) == 0


def test_the_centre_sees_all_with_the_overdue_first_and_others_only_their_own(world: World) -> None:
    home = AtHome(world)
    late = home.submitted()
    soon = AtHome(world).submitted(moment("2024-05-28 10:00"))
    at = moment("2024-05-28 14:00")
    assert watching.watched(world["mai"], at, Place()).rows == [late, soon]
    assert watching.how_many_overdue(world["mai"], at).number == 1
    assert watching.watched(world["thu"], at, Place()).rows == []


def test_a_head_sees_the_time_of_the_office_and_whether_it_is_its_own(world: World) -> None:
    son, at = Sealing(world).world["son"], moment("2024-05-28 14:00")
    (hours,) = watching.answer_hours(son, at)
    assert (hours.hours, hours.is_own) == (8, False)
    answering.set_answer_time(hours.office, hours=4, by=son, at=at)
    (hours,) = watching.answer_hours(son, at)
    assert (hours.hours, hours.is_own) == (4, True)


@pytest.mark.django_db(transaction=True)
def test_of_eight_watches_at_once_one_tells(transactional_db: None, world: World) -> None:
    handed_in = AtHome(world).submitted()
    at_once(lambda _: watching.tell_waiting(handed_in, by=System(), at=moment("2024-05-28 09:01")))
    assert Entry.objects.filter(stream=handed_in.stream, act="tell_waiting").count() == 1
