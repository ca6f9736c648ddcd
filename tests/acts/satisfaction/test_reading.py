"""Officials read what was said and never who said it: the Centre all, a body its own where enough spoke."""

from typing import Any

import pytest

from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import Channel as FeedbackChannel
from motcua.domain.feedback.terms import Kind
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.satisfaction import counting, queries, taking_up
from motcua.domain.satisfaction.queries import Wanted
from tests.moments import moment
from tests.people import CENTRE, PLANNING
from tests.racing import one_wins
from tests.satisfaction import EVENING, asked, delivered, says
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "4.6.a")
NIGHT = moment("2024-06-01 00:40")
ANGRY = "Tôi là Nguyễn Văn An, 0912345678, chờ cả buổi."
GIVEN: dict[str, Any] = {"subject": "Chờ lâu", "kind": Kind.HANDLING, "at": NIGHT}


def test_the_centre_reads_all_by_level_channel_and_body_without_who_it_was(world: World) -> None:
    says(asked(world.received()), 2, words=ANGRY)
    says(asked(delivered(world), "delivered"), 5)
    mai = world["mai"]
    first, second = queries.opinions(mai, EVENING, Place()).rows
    assert (first.office_code, second.office_code) == (PLANNING, CENTRE)
    assert "Nguyễn Văn An" not in second.words and "0912" not in second.words and "chờ cả buổi" in second.words
    for wanted, number in ((Wanted(level=5), 1), (Wanted(channel="link"), 2), (Wanted(channel="own_page"), 0),
                           (Wanted(office=PLANNING, level=2), 0)):  # fmt: skip
        assert len(queries.opinions(mai, EVENING, Place(), wanted).rows) == number
        assert len(list(queries.every_opinion(mai, EVENING, wanted))) == number
    for nosy in ("lan", "thu", "quang"):
        with pytest.raises(NotAllowed):
            queries.opinions(world[nosy], EVENING, Place())
        with pytest.raises(NotAllowed):
            list(queries.every_opinion(world[nosy], EVENING, Wanted()))


def test_a_body_reads_its_own_only_where_nobody_can_tell_who_spoke(world: World) -> None:
    for level in (1, 2, 3, 4):
        says(asked(delivered(world), "delivered"), level, words="Lời ở Sở")
    says(asked(world.received()), 1, words="Lời ở Trung tâm")
    counting.count_due(NIGHT)
    assert queries.own_opinions(world["quang"], NIGHT, Place()).rows == []
    says(asked(delivered(world), "delivered"), 5)
    counting.count_due(NIGHT)
    rows = queries.own_opinions(world["quang"], NIGHT, Place()).rows
    assert len(rows) == 5 and {each.office_code for each in rows} == {PLANNING}
    assert not any(each.may_take_up for each in rows)
    assert [each.code for each in queries.own_bodies(world["quang"], NIGHT)] == [PLANNING]
    for other in ("thu", "lan"):
        assert queries.own_opinions(world[other], NIGHT, Place()).rows == []


def test_an_inspector_makes_feedback_of_what_somebody_was_not_satisfied_with_once(world: World) -> None:
    opinion = says(asked(world.received()), 1, words=ANGRY)
    for wrong in ("lan", "quang"):
        with pytest.raises(NotAllowed):
            taking_up.take_up_opinion(opinion, by=world[wrong], **GIVEN)
    item = taking_up.take_up_opinion(opinion, by=world["mai"], **GIVEN)
    assert (item.channel, item.about, item.dossier, item.name, item.phone) == (
        FeedbackChannel.RATING, world.offices[CENTRE], None, "", "",
    )  # fmt: skip
    assert "Nguyễn Văn An" not in item.text and "chờ cả buổi" in item.text
    assert Entry.objects.get(act="take_up_opinion").stream == opinion.invitation.stream
    with pytest.raises(NotAllowed, match="đã được ghi nhận"):
        taking_up.take_up_opinion(opinion, by=world["mai"], **GIVEN)
    for level, words in ((3, "Tạm được"), (1, "")):
        content = says(asked(world.received()), level, words=words)
        with pytest.raises(NotAllowed, match="không hài lòng và có nêu ý kiến"):
            taking_up.take_up_opinion(content, by=world["mai"], **GIVEN)
    (line,) = [each for each in queries.opinions(world["mai"], NIGHT, Place()).rows if each.feedback]
    assert line.feedback == item.code and not line.may_take_up


@pytest.mark.django_db(transaction=True)
def test_of_eight_inspectors_one_takes_it_up(world: World) -> None:
    opinion = says(asked(world.received()), 1, words=ANGRY)
    one_wins(taking_up.take_up_opinion, opinion, by=world["mai"], **GIVEN)
    assert Feedback.objects.count() == 1
