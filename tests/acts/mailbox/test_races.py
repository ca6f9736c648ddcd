"""Eight readers of one mailbox, and eight inspectors over one letter."""

import pytest

from motcua.domain.feedback.intake import Sender
from motcua.domain.feedback.models import Feedback
from motcua.domain.journal.system import System
from motcua.domain.mailbox import deciding, intake, writing
from motcua.domain.mailbox.intake import Fetched
from motcua.domain.mailbox.models import Letter
from motcua.domain.messages.models import Message
from tests.feedback import MONDAY, accepted
from tests.mailbox import a_box, a_letter, taken
from tests.racing import all_follow, one_wins
from tests.world import World

pytestmark = [pytest.mark.clause("4.6.a", "4.6.b-2"), pytest.mark.django_db(transaction=True)]


def test_of_eight_readers_one_takes_the_letter(world: World) -> None:
    raw = a_letter().as_bytes()
    take_letter = intake.take_letter
    one_wins(take_letter, a_box(), fetched=Fetched(1, 1, len(raw), raw), by=System(), at=MONDAY)
    assert Letter.objects.count() == Feedback.objects.count() == Message.objects.count() == 1


def test_of_eight_inspectors_one_decides(world: World) -> None:
    one_wins(deciding.release_letter, taken(a_letter(Precedence="bulk")), why="Thật", by=world["mai"], at=MONDAY)
    assert Feedback.objects.count() == 1
    spam = taken(a_letter(Precedence="bulk", Subject="Khác"), uid=2)
    one_wins(deciding.discard_letter, spam, why="Rác", by=world["mai"], at=MONDAY)


def test_letters_of_one_case_stand_one_behind_the_other(world: World) -> None:
    item, letter = accepted(world), taken(a_letter(From="binh@example.com"))
    all_follow(intake.add_letter, item, letter=letter, by=Sender(), at=MONDAY)
    all_follow(writing.write_back, item, text="Chào", by=world["thu"], at=MONDAY)
