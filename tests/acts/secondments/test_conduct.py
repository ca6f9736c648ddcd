"""What is noted of an official is heard before it is decided, and told to the department once a month."""

from datetime import date

import pytest

from motcua.domain.feedback import answering
from motcua.domain.feedback.terms import Kind
from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.secondments.conduct import noting, policies, queries, telling
from motcua.domain.secondments.conduct.models import ConductNote, MonthNotice
from motcua.domain.secondments.conduct.noting import NotSaid, Seen
from motcua.domain.secondments.conduct.telling import AlreadyTold
from motcua.domain.secondments.conduct.terms import Decision, NoteKind
from tests.feedback import TUESDAY, drafted, head_of_the_centre
from tests.moments import moment
from tests.papers import corpus
from tests.papers.reading import flat
from tests.people import PLANNING
from tests.racing import all_follow, one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.3.c")
MONDAY, THURSDAY = moment("2024-05-27 10:00"), moment("2024-05-30 10:00")
FIRST_DAY = moment("2024-06-03 07:30")  # the first working day of June
NO_BADGE = Seen(NoteKind.BADGE, MONDAY.date(), "Không đeo thẻ cả buổi sáng.")


def noted(world: World, seen: Seen = NO_BADGE, who: str = "thu") -> ConductNote:
    return noting.note_conduct(world[who], seen=seen, by=world["mai"], at=MONDAY)


def decided(world: World, decision: str = Decision.REMINDED) -> ConductNote:
    note = noting.comment_on_note(noted(world), text="Tôi quên thẻ ở nhà.", by=world["thu"], at=MONDAY)
    head = head_of_the_centre(world)
    return noting.decide_note(note, decision=decision, reason="Lần đầu.", by=head, at=THURSDAY)


def test_a_note_is_heard_then_decided_by_the_head_of_the_centre(world: World) -> None:
    note, head = noted(world), head_of_the_centre(world)
    assert note.office.code == PLANNING
    with pytest.raises(NotAllowed, match="3 ngày làm việc"):
        noting.decide_note(note, decision=Decision.REMINDED, reason="Lần đầu.", by=head, at=THURSDAY)
    for who in ("minh", "mai"):
        with pytest.raises(NotAllowed, match="Chỉ cán bộ được ghi nhận"):
            noting.comment_on_note(note, text="Tôi quên.", by=world[who], at=MONDAY)
    noting.comment_on_note(note, text="Tôi quên thẻ ở nhà.", by=world["thu"], at=MONDAY)
    with pytest.raises(NotAllowed, match="lãnh đạo Trung tâm"):
        noting.decide_note(note, decision=Decision.REMINDED, reason="Lần đầu.", by=world["mai"], at=THURSDAY)
    with pytest.raises(NotSaid, match="kết luận"):
        noting.decide_note(note, decision="shot", reason="Lần đầu.", by=head, at=THURSDAY)
    noting.decide_note(note, decision=Decision.REMINDED, reason="Lần đầu.", by=head, at=THURSDAY)
    with pytest.raises(NotAllowed, match="đã được kết luận"):
        noting.comment_on_note(note, text="Muộn.", by=world["thu"], at=THURSDAY)


def test_who_says_nothing_is_decided_about_when_the_days_are_over(world: World) -> None:
    note, head = noted(world), head_of_the_centre(world)
    noting.decide_note(note, decision=Decision.NOTHING, reason="Thẻ đang cấp lại.", by=head, at=moment("2024-05-31"))


@pytest.mark.clause("5.2.đ")
def test_only_who_sits_at_the_centre_is_noted_and_only_by_who_watches(world: World) -> None:
    for who, by, sentence in (("thu", "minh", "Chỉ lãnh đạo"), ("quang", "mai", "không làm việc"),
                              ("lan", "mai", "không làm việc"), ("mai", "mai", "chính mình")):  # fmt: skip
        with pytest.raises(NotAllowed, match=sentence):
            noting.note_conduct(world[who], seen=NO_BADGE, by=world[by], at=MONDAY)
    with pytest.raises(NotSaid, match="tương lai"):
        noted(world, Seen(NoteKind.BADGE, date(2024, 5, 28), "Mai."))
    with pytest.raises(NotSaid, match="sự việc"):
        noted(world, Seen(NoteKind.BADGE, MONDAY.date(), " "))


def test_praise_is_never_decided(world: World) -> None:
    note = noted(
        world, Seen(NoteKind.PRAISE, MONDAY.date(), "Giúp một bà cụ điền tờ khai.", Upload("a.pdf", corpus.pdf()))
    )
    assert note.scan is not None
    with pytest.raises(NotAllowed, match="không cần kết luận"):
        noting.decide_note(note, decision="reminded", reason="?", by=head_of_the_centre(world), at=moment("2024-06-05"))


def test_only_the_official_the_centre_and_the_own_head_read_it(world: World) -> None:
    note = noted(world)
    for who in ("thu", "mai", "quang"):
        assert queries.note(world[who], note.pk, MONDAY) == note
        assert policies.may_read(world[who], note, MONDAY)
    for who in ("binh", "minh", "lan"):
        assert not policies.may_read(world[who], note, MONDAY)
        assert queries.notes(world[who], MONDAY, Place()).rows == []
        with pytest.raises(ConductNote.DoesNotExist):
            queries.note(world[who], note.pk, MONDAY)


def test_each_department_is_told_once_on_the_first_working_day_of_what_really_happened(world: World) -> None:
    world.at_centre("2024-05-31")  # Thu appraised it in her hours; Minh decided the day after it had come to him
    decided(world)
    noted(world, Seen(NoteKind.PRAISE, MONDAY.date(), "Giúp một bà cụ điền tờ khai."), "minh")
    item = drafted(world, kind=Kind.CONDUCT, official=world["thu"], by="tam")
    answering.approve_answer(item, by=world["quang"], at=TUESDAY)
    assert telling.tell_due(System(), moment("2024-06-02 09:00")) == 0
    assert telling.tell_due(System(), FIRST_DAY) == 2  # the planning department, and that of Bình
    assert telling.tell_due(System(), FIRST_DAY) == 0
    notice = MonthNotice.objects.get(office__code=PLANNING)
    words = flat(bytes_of(notice.paper, at=FIRST_DAY))
    assert "Tháng 5/2024" in words or "Tháng 05/2024" in words
    assert "Trần Anh Thư Phó Trưởng phòng 0 1 0 1 27/05: đeo thẻ, mặc đồng phục" in words
    assert "(nhắc nhở)" in words and "Giúp một bà cụ" in words
    assert "Phạm Văn Minh Phó Giám đốc 0 1 1 0" in words  # eight hours for a step of four
    assert "Ngô Đăng Quang" not in words


def test_what_was_no_breach_is_not_told(world: World) -> None:
    decided(world, Decision.NOTHING)
    telling.tell_due(System(), FIRST_DAY)
    notice = MonthNotice.objects.get(office__code=PLANNING)
    assert "Không đeo thẻ" not in flat(bytes_of(notice.paper, at=FIRST_DAY))


def test_the_head_of_the_department_says_that_it_was_read(world: World) -> None:
    telling.tell_due(System(), FIRST_DAY)
    notice = MonthNotice.objects.get(office__code=PLANNING)
    for who in ("mai", "thu", "binh"):
        with pytest.raises(NotAllowed):
            telling.acknowledge_notice(notice, by=world[who], at=FIRST_DAY)
    telling.acknowledge_notice(notice, by=world["quang"], at=FIRST_DAY)
    with pytest.raises(NotAllowed, match="đã được xác nhận"):
        telling.acknowledge_notice(notice, by=world["quang"], at=FIRST_DAY)
    assert [each.office.code for each in queries.notices(world["quang"], FIRST_DAY, Place()).rows] == [PLANNING]
    assert len(queries.notices(world["mai"], FIRST_DAY, Place()).rows) == 2


def test_a_month_that_is_not_over_is_not_told(world: World) -> None:
    with pytest.raises(AlreadyTold, match="chưa hết"):
        telling.tell_department(world.offices[PLANNING], month=date(2024, 6, 1), by=System(), at=FIRST_DAY)


@pytest.mark.django_db(transaction=True)
def test_eight_who_do_the_same_do_it_once(world: World) -> None:
    head = head_of_the_centre(world)
    note = all_follow(noting.note_conduct, world["thu"], seen=NO_BADGE, by=world["mai"], at=MONDAY)[0]
    one_wins(noting.comment_on_note, note, text="Tôi quên thẻ.", by=world["thu"], at=MONDAY)
    one_wins(noting.decide_note, note, decision="reminded", reason="Lần đầu.", by=head, at=THURSDAY)
    office = world.offices[PLANNING]
    notice = one_wins(telling.tell_department, office, month=date(2024, 5, 1), by=System(), at=FIRST_DAY)
    one_wins(telling.acknowledge_notice, notice, by=world["quang"], at=FIRST_DAY)
