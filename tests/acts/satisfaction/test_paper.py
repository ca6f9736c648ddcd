"""A ballot on paper is entered once, by the desk that found it in its box, and never by who is rated on it."""

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.satisfaction import queries
from motcua.domain.satisfaction.giving import Marked
from motcua.domain.satisfaction.models import Opinion
from motcua.domain.satisfaction.paper import key_in_ballot
from motcua.domain.satisfaction.policies import OPEN_FOR
from tests.racing import one_wins
from tests.satisfaction import EVENING, asked, says
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "7.4")
SAID = Marked(2, ("time",), "Chờ lâu")


def test_it_is_entered_as_it_says_once(world: World) -> None:
    invitation = asked(world.received())
    opinion = key_in_ballot(invitation, marked=SAID, by=world["ngoc"], at=EVENING)
    assert (opinion.channel, opinion.level, opinion.reasons, opinion.words) == ("paper", 2, ["time"], "Chờ lâu")
    line = Entry.objects.get(act="key_in_ballot")
    assert "Ngọc" in line.by_name and line.facts == {}
    with pytest.raises(Refused, match="lần thứ hai"):
        key_in_ballot(invitation, marked=Marked(5), by=world["ngoc"], at=EVENING)
    by_link = asked(world.received())
    says(by_link, 4)
    with pytest.raises(Refused, match="lần thứ hai"):
        key_in_ballot(by_link, marked=SAID, by=world["ngoc"], at=EVENING)


def test_who_is_rated_or_works_elsewhere_enters_nothing_and_nothing_comes_too_late(world: World) -> None:
    invitation = asked(world.received())
    with pytest.raises(NotAllowed, match="chính bạn"):
        key_in_ballot(invitation, marked=SAID, by=world["lan"], at=EVENING)
    for elsewhere in ("quang", "kien"):
        with pytest.raises(NotAllowed, match="nơi nhận phiếu"):
            key_in_ballot(invitation, marked=SAID, by=world[elsewhere], at=EVENING)
    with pytest.raises(NotAllowed, match="hết hạn"):
        key_in_ballot(invitation, marked=SAID, by=world["ngoc"], at=EVENING + OPEN_FOR)
    with pytest.raises(Refused, match="mức hài lòng"):
        key_in_ballot(invitation, marked=Marked(0), by=world["ngoc"], at=EVENING)
    assert not Opinion.objects.exists()


def test_the_mark_is_read_as_address_or_as_its_end(world: World) -> None:
    invitation = asked(world.received())
    for read in (
        invitation.secret,
        f" https://x.vn/danh-gia/{invitation.secret}/ ",
        f"x.vn/danh-gia/{invitation.secret}",
    ):
        assert queries.on_paper(read) == invitation


@pytest.mark.django_db(transaction=True)
def test_of_two_who_enter_the_same_paper_one_does(world: World) -> None:
    one_wins(key_in_ballot, asked(world.received()), marked=SAID, by=world["ngoc"], at=EVENING)
    assert Opinion.objects.count() == 1
