"""A complaint or a denunciation goes to who settles it by two letters; who is denounced reads neither."""

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.feedback import passing, sorting, told
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.sorting import NotNow, Sorted
from motcua.domain.feedback.terms import Kind
from motcua.domain.listing import Place
from motcua.domain.messages.models import Message
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import NotAllowed
from tests.feedback import AN, MONDAY, TUESDAY, head_of_the_centre, routed, sent
from tests.moments import moment
from tests.papers.reading import flat
from tests.people import CENTRE, PLANNING
from tests.racing import one_wins
from tests.world import FOUNDED, World

pytestmark = pytest.mark.clause("4.6.a", "3.3-2")


def denounced(world: World, who: str = "thu", body: str = PLANNING) -> Feedback:
    item = sent(world, kind=Kind.DENUNCIATION, official=world[who], about=None)
    given = Sorted(Kind.DENUNCIATION, world.offices[body], world[who])
    return sorting.route_feedback(item, given, by=world["mai"], at=MONDAY)


def a_second_inspector(world: World) -> Officer:
    founder, at = Founder(), moment("2019-05-01")
    officer = acts.register_officer("tuyet", name="Ngô Thị Tuyết", by=founder, at=at)
    position = acts.Position(world.offices[CENTRE], "Kiểm tra viên", (Role.WATCH,), None)
    acts.appoint(officer, position=position, from_on=FOUNDED, by=founder, at=at)
    return Officer.objects.get(pk=officer.pk)


def signers(item: Feedback, *officers: Officer) -> list[bool]:
    return [bool(passing.may_sign(each, item, TUESDAY)) for each in officers]


def test_a_complaint_has_a_letter_to_who_spoke_and_one_to_the_body(world: World) -> None:
    head, item = head_of_the_centre(world), routed(world, kind=Kind.COMPLAINT)
    assert signers(item, head, world["mai"], world["quang"], world["thu"]) == [True, False, False, False]
    for who in ("mai", "quang"):
        with pytest.raises(NotAllowed):
            passing.sign_passing_on(item, by=world[who], at=TUESDAY)
    with pytest.raises(Paper.DoesNotExist):
        passing.notice_of(item)
    assert (
        passing.unsigned(head, TUESDAY, Place()).rows == [item]
        and not passing.unsigned(world["thu"], TUESDAY, Place()).rows
    )
    item = passing.sign_passing_on(item, by=head, at=TUESDAY)
    notice, letter = (flat(bytes_of(each(item), at=TUESDAY)) for each in (passing.notice_of, passing.letter_of))
    assert passing.notice_of(item).shown_number == "01/TBCĐ" and passing.letter_of(item).shown_number == "01/CĐ"
    for words in (notice, letter):
        assert AN.name in words and item.code in words and head.name in words
        assert "Luật Khiếu nại số 02/2011/QH13" in words and world.offices[PLANNING].name in words
    assert "10 ngày kể từ ngày nhận đơn" in notice and item.text in letter and item.text not in notice
    assert Message.objects.filter(kind="feedback_passing_letter", about=item.code).exists()
    assert not passing.unsigned(head, TUESDAY, Place()).rows and list(told.differences()) == []


def test_who_denounces_is_on_no_paper_and_who_is_denounced_signs_and_reads_none(world: World) -> None:
    head, second = head_of_the_centre(world), a_second_inspector(world)
    item = passing.sign_passing_on(denounced(world), by=head, at=TUESDAY)
    notice, letter = (flat(bytes_of(each(item), at=TUESDAY)) for each in (passing.notice_of, passing.letter_of))
    assert AN.name not in notice + letter and "Luật Tố cáo số 25/2018/QH14" in notice
    assert "giữ bí mật" in letter and world.offices["tinh"].name in letter and "Điều 24" in notice
    own = denounced(world, "lan", CENTRE)
    assert signers(own, head, world["mai"], second, world["lan"]) == [False, False, True, False]
    assert own not in passing.unsigned(head, TUESDAY, Place()).rows
    own = passing.sign_passing_on(own, by=second, at=TUESDAY)
    assert "TL. GIÁM ĐỐC" in flat(bytes_of(passing.letter_of(own), at=TUESDAY))


def test_what_is_complained_of_at_the_centre_stays_there_with_one_letter(world: World) -> None:
    head, item = head_of_the_centre(world), routed(world, kind=Kind.COMPLAINT, body=CENTRE)
    item = passing.sign_passing_on(item, by=head, at=TUESDAY)
    assert world.offices[CENTRE].name in flat(bytes_of(passing.notice_of(item), at=TUESDAY))
    with pytest.raises(Paper.DoesNotExist):
        passing.letter_of(item)


def test_what_is_answered_here_has_no_such_letter(world: World) -> None:
    head, item = head_of_the_centre(world), routed(world)
    assert signers(item, head) == [False]
    with pytest.raises(NotNow):
        passing.sign_passing_on(item, by=head, at=TUESDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Feedback.objects.filter(pk=item.pk).update(signed_at=TUESDAY, signed_by=head)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_sign_one_does(transactional_db: None, world: World) -> None:
    head, item = head_of_the_centre(world), routed(world, kind=Kind.COMPLAINT)
    one_wins(passing.sign_passing_on, item, by=head, at=TUESDAY)
    assert Paper.objects.filter(about=item.stream).count() == 2
