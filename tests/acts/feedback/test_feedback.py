"""A voice comes in, is sent its one way, is answered by a head; who must not see it does not."""

from datetime import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from motcua.domain.feedback import answering, intake, letters, merging, queries, sorting, telling, told
from motcua.domain.feedback.answering import Draft, NoWords, TooLate
from motcua.domain.feedback.intake import Came, Contact, Empty, Sender
from motcua.domain.feedback.merging import NotTheSame
from motcua.domain.feedback.models import Copy, Feedback
from motcua.domain.feedback.routing import NoRoute
from motcua.domain.feedback.signed import keeping
from motcua.domain.feedback.sorting import Decided, NoReason, NotNow, Sorted
from motcua.domain.feedback.terms import Channel, Kind, State, Verdict, Way
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.models import Paper
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.counting import statements
from tests.feedback import FOUND, MONDAY, TUESDAY, accepted, drafted, head_of_the_centre, routed, said, sent
from tests.moments import moment
from tests.papers import corpus
from tests.papers.reading import flat
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.racing import at_once, one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a", "3.2")
ON_TIME = moment("2024-06-17 17:00")


def codes_for(world: World, who: str, at: datetime = TUESDAY, **more: str) -> list[str]:
    return [each.code for each in queries.to_do(world[who], at, Place(), **more).rows]


def test_what_is_sent_lies_with_the_centre_and_the_journal_names_nobody(world: World) -> None:
    item = sent(world)
    assert (item.owner, item.state, item.way) == (world.offices[CENTRE], State.NEW, None)
    assert (item.accept_by, item.answer_by) == (moment("2024-05-29 17:00"), ON_TIME)
    line = Entry.objects.get(act="send_feedback")
    assert "An" not in str(line.facts) and "0912345678" not in str(line.facts)
    with pytest.raises(Empty):
        sent(world, text=" \n")


def test_each_channel_is_written_down_with_what_shows_it(world: World) -> None:
    scan = Upload("thu.pdf", corpus.pdf())
    for came in (Came(Channel.HOTLINE), Came(Channel.DESK), Came(Channel.BOX, scan),
                 Came(Channel.SOCIAL, scan, "https://example.com/bai-viet")):  # fmt: skip
        item = intake.register_feedback(said(world), came, by=world["lan"], at=MONDAY)
        assert (item.taken_by, item.scan is None) == (world["lan"], came.scan is None)
    for came in (Came(Channel.PORTAL), Came(Channel.BOX), Came(Channel.SOCIAL, scan), Came(Channel.SOCIAL, link="x")):
        with pytest.raises(Empty):
            intake.register_feedback(said(world), came, by=world["lan"], at=MONDAY)
    with pytest.raises(NotAllowed):
        intake.register_feedback(said(world), Came(Channel.DESK), by=world["thu"], at=MONDAY)


@pytest.mark.clause("4.6.b-1", "3.3-2")
def test_the_centres_own_work_is_answered_by_its_head_with_one_copy_to_the_department(world: World) -> None:
    head = head_of_the_centre(world)
    item = sorting.route_feedback(
        sent(world, dossier=world.received(), about=None), Sorted(Kind.CENTRE, world.offices[CENTRE]),
        by=world["mai"], at=MONDAY,
    )  # fmt: skip
    assert (item.way, item.state, item.owner) == (Way.CENTRES_OWN, State.ACCEPTED, world.offices[CENTRE])
    answering.draft_answer(item, FOUND, by=world["mai"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        answering.approve_answer(item, by=world["mai"], at=TUESDAY)
    item = answering.approve_answer(item, by=head, at=TUESDAY)
    (copy,) = Copy.objects.all()
    assert (item.state, copy.office, copy.clause) == (State.ANSWERED, world.offices[PLANNING], "4.6.b-1")
    assert list(told.differences()) == []


@pytest.mark.clause("4.6.b-2", "5.5.a", "3.3-2", "7.5")
def test_handling_is_answered_by_the_department_and_the_centre_has_one_copy(world: World) -> None:
    item = routed(world)
    assert (item.way, item.state, item.owner) == (Way.BODY_CONCERNED, State.ROUTED, world.offices[PLANNING])
    sorting.accept_feedback(item, by=world["thu"], at=TUESDAY)
    with pytest.raises(NoWords, match="khắc phục"):
        answering.draft_answer(item, Draft(Verdict.PARTLY, "Đúng một phần."), by=world["thu"], at=TUESDAY)
    answering.draft_answer(item, FOUND, by=world["thu"], at=TUESDAY)
    with pytest.raises(NotAllowed, match="thủ trưởng"):
        answering.approve_answer(item, by=world["tam"], at=TUESDAY)
    with pytest.raises(NoWords, match="vì sao"):
        answering.return_draft(item, reason=" ", by=world["quang"], at=TUESDAY)
    answering.return_draft(item, reason="Chưa nói rõ ai xin lỗi", by=world["quang"], at=TUESDAY)
    answering.draft_answer(item, FOUND, by=world["thu"], at=TUESDAY)
    item = answering.approve_answer(item, by=world["quang"], at=TUESDAY)
    (copy,) = Copy.objects.all()
    assert (item.verdict, copy.office, copy.clause) == (Verdict.FOUNDED, world.offices[CENTRE], "5.5.a")
    assert list(told.differences()) == []


@pytest.mark.clause("4.6.b-3")
def test_what_is_said_about_a_rule_stays_with_the_centre_for_its_report(world: World) -> None:
    item = routed(world, kind=Kind.RULE)
    assert (item.way, item.owner) == (Way.REPORTED, world.offices[CENTRE])


@pytest.mark.clause("5.5.a")
def test_a_body_gives_it_back_once_with_a_reason_and_the_centre_decides(world: World) -> None:
    item = routed(world)
    with pytest.raises(NoReason):
        sorting.refuse_to_own(item, reason="", by=world["thu"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        sorting.refuse_to_own(item, reason="Không phải", by=world["binh"], at=TUESDAY)
    item = sorting.refuse_to_own(item, reason="Thuộc Sở Tư pháp", by=world["thu"], at=TUESDAY)
    assert (item.owner, item.state, item.accept_by) == (world.offices[CENTRE], State.NEW, moment("2024-05-30 17:00"))
    assert item.answer_by == ON_TIME
    again = Sorted(Kind.HANDLING, world.offices[JUSTICE])
    item = sorting.route_feedback(item, again, by=world["mai"], at=TUESDAY)
    with pytest.raises(Decided):
        sorting.refuse_to_own(item, reason="Cũng không phải", by=world["binh"], at=TUESDAY)
    assert list(told.differences()) == []


@pytest.mark.clause("4.6.b-2")
def test_more_is_asked_once_within_five_days_and_the_answer_begins_anew(world: World) -> None:
    late = accepted(world)
    with pytest.raises(TooLate):
        answering.ask_for_more(late, what="Ngày nào?", by=world["thu"], at=moment("2024-06-04 08:00"))
    with pytest.raises(NoWords):
        answering.ask_for_more(late, what=" ", by=world["thu"], at=TUESDAY)
    item = answering.ask_for_more(late, what="Ngày nào, quầy số mấy?", by=world["thu"], at=TUESDAY)
    with pytest.raises(NoWords):
        answering.give_more(item, text="", by=Sender(), at=TUESDAY)
    item = answering.give_more(item, text="Sáng 20/05, quầy số 3.", by=Sender(), at=moment("2024-05-30 10:00"))
    assert (item.state, item.answer_by) == (State.ACCEPTED, moment("2024-06-20 17:00"))
    with pytest.raises(TooLate, match="một lần"):
        answering.ask_for_more(item, what="Còn gì?", by=world["thu"], at=moment("2024-05-30 11:00"))


def test_a_denunciation_is_passed_on_above_and_its_people_never_see_it(world: World) -> None:
    item = sent(world, kind=Kind.DENUNCIATION, official=world["thu"], about=None)
    told_ = Sorted(Kind.DENUNCIATION, world.offices[PLANNING], world["thu"])
    item = sorting.route_feedback(item, told_, by=world["mai"], at=MONDAY)
    assert (item.state, item.owner) == (State.PASSED_ON, world.offices["tinh"])
    for who in ("thu", "quang", "minh", "tam"):
        with pytest.raises(Feedback.DoesNotExist):
            queries.for_official(world[who], item.code, TUESDAY)
    assert queries.for_official(world["mai"], item.code, TUESDAY) == item
    own = sent(world, kind=Kind.DENUNCIATION, official=world["mai"], about=None)
    unnamed = sent(world, kind=Kind.DENUNCIATION, about=None)
    assert codes_for(world, "mai") == [unnamed.code]
    with pytest.raises(NotAllowed, match="tố cáo"):
        sorting.route_feedback(own, Sorted(Kind.CENTRE, world.offices[CENTRE]), by=world["mai"], at=MONDAY)


def test_a_complaint_is_passed_on_and_settled_nowhere_here(world: World) -> None:
    item = routed(world, kind=Kind.COMPLAINT)
    assert (item.state, item.owner, item.way) == (State.PASSED_ON, world.offices[PLANNING], Way.BY_ITS_LAW)
    with pytest.raises(NotNow):
        sorting.accept_feedback(item, by=world["thu"], at=TUESDAY)


@pytest.mark.clause("5.5.a")
def test_a_body_sees_only_its_own_and_a_hidden_contact_is_not_there(world: World) -> None:
    hidden = routed(world, contact=intake.Contact("Nguyễn Văn An", "0912345678", hidden=True))
    named = routed(world)
    assert {hidden.code, named.code} == set(codes_for(world, "thu")) == set(codes_for(world, "mai"))
    assert codes_for(world, "binh") == []
    with pytest.raises(Feedback.DoesNotExist):
        queries.for_official(world["binh"], named.code, TUESDAY)
    assert queries.for_official(world["thu"], named.code, TUESDAY).phone == "0912345678"
    seen = queries.for_official(world["thu"], hidden.code, TUESDAY)
    assert (seen.name, seen.phone, seen.person) == ("", "", None)
    assert queries.for_official(world["mai"], hidden.code, TUESDAY).name == "Nguyễn Văn An"


def test_words_are_found_without_their_marks_and_a_page_costs_the_same(world: World) -> None:
    for _ in range(3):
        routed(world)
    thu = world["thu"]
    thu.held  # noqa: B018 - every request has read them
    with CaptureQueriesContext(connection) as few:
        assert len(queries.to_do(thu, TUESDAY, Place(), words="HUONG dan").rows) == 3
    for _ in range(6):
        routed(world)
    with CaptureQueriesContext(connection) as many:
        assert len(queries.to_do(thu, TUESDAY, Place()).rows) == 9
    assert codes_for(world, "thu", words="không có chữ này") == []
    assert len(statements(few)) == len(statements(many)) == 1


def test_what_no_rule_gives_to_anybody_is_refused(world: World) -> None:
    item = sent(world)
    with pytest.raises(NoRoute):
        sorting.route_feedback(item, Sorted(Kind.CENTRE, world.offices[PLANNING]), by=world["mai"], at=MONDAY)
    with pytest.raises(NotAllowed):
        sorting.route_feedback(item, Sorted(Kind.RULE, world.offices[PLANNING]), by=world["thu"], at=MONDAY)


def test_the_database_keeps_an_answer_from_having_no_head_or_no_way(world: World) -> None:
    item = drafted(world)
    for wrong in ({"state": State.ANSWERED}, {"way": None}, {"way": Way.BY_ITS_LAW}, {"channel": Channel.BOX}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Feedback.objects.filter(pk=item.pk).update(**wrong)


def test_what_was_said_twice_is_answered_once_and_can_be_parted_before(world: World) -> None:
    first, second, mai = routed(world), sent(world), world["mai"]
    for wrong in (sent(world, kind=Kind.COMPLAINT), routed(world, kind=Kind.COMPLAINT)):
        with pytest.raises(NotAllowed, match="luật riêng"):
            merging.merge_feedback(wrong, into=first, by=mai, at=TUESDAY)
    with pytest.raises(NotAllowed):
        merging.merge_feedback(second, into=first, by=world["thu"], at=TUESDAY)
    with pytest.raises(NotTheSame):
        merging.merge_feedback(first, into=first, by=mai, at=TUESDAY)
    second = merging.merge_feedback(second, into=first, by=mai, at=TUESDAY)
    assert (second.state, telling.voices_of(first)) == (State.MERGED, [first, second])
    with pytest.raises(NotNow, match="nhập vào"):
        merging.merge_feedback(first, into=sent(world), by=mai, at=TUESDAY)
    second = merging.part_feedback(second, by=mai, at=TUESDAY)
    assert (second.state, second.same_as, second.owner) == (State.NEW, None, world.offices[CENTRE])
    with pytest.raises(NotNow):
        merging.part_feedback(second, by=mai, at=TUESDAY)
    second = merging.merge_feedback(second, into=first, by=mai, at=TUESDAY)
    sorting.accept_feedback(first, by=world["thu"], at=TUESDAY)
    answering.draft_answer(first, FOUND, by=world["thu"], at=TUESDAY)
    answering.approve_answer(first, by=world["quang"], at=TUESDAY)
    with pytest.raises(NotTheSame, match="trả lời chung"):
        merging.part_feedback(second, by=mai, at=TUESDAY)
    with pytest.raises(NotTheSame, match="đã xong"):
        merging.merge_feedback(sent(world), into=first, by=mai, at=TUESDAY)
    assert list(told.differences()) == []


@pytest.mark.clause("3.3-2", "4.6.b-1", "5.5.a")
def test_each_who_spoke_has_a_letter_of_their_own_and_nobody_reads_who_else_spoke(world: World) -> None:
    first = routed(world)
    second = sent(world, contact=Contact("Lê Thị Hiền", "0912000111"))
    third = sent(world, contact=Contact("Vũ Thị Sương", "0912000222", hidden=True))
    for each in (second, third):
        merging.merge_feedback(each, into=first, by=world["mai"], at=TUESDAY)
    sorting.accept_feedback(first, by=world["thu"], at=TUESDAY)
    answering.draft_answer(first, FOUND, by=world["thu"], at=TUESDAY)
    with pytest.raises(Paper.DoesNotExist):
        letters.letter_of(first)
    answering.approve_answer(first, by=world["quang"], at=TUESDAY)
    papers = [letters.letter_of(each) for each in (first, second, third)]
    assert [each.shown_number for each in papers] == ["01/PAKN", "02/PAKN", "03/PAKN"]
    an, hien, kin = (flat(bytes_of(each, at=TUESDAY)) for each in papers)
    for letter, item in ((an, first), (hien, second), (kin, third)):
        assert FOUND.text in letter and FOUND.remedy in letter and item.code in letter
        assert "trả lời phản ánh, kiến nghị" in letter and world["quang"].name in letter
        assert world.offices[CENTRE].name in letter  # whom the copy goes to
    assert "Ông/Bà Nguyễn Văn An" in an and "Hiền" not in an
    assert "Ông/Bà Lê Thị Hiền" in hien and "Văn An" not in hien
    assert "Người phản ánh, kiến nghị số" in kin and "Sương" not in kin


def test_only_what_was_found_true_goes_into_a_record(world: World) -> None:
    dossier, thu = world.received(), world["thu"]
    for verdict in (Verdict.FOUNDED, Verdict.UNFOUNDED):
        item = routed(world, dossier=dossier, official=world["tam"])
        sorting.accept_feedback(item, by=thu, at=TUESDAY)
        answering.draft_answer(item, Draft(verdict, "Đã xem lại.", remedy="Đã nhắc nhở."), by=thu, at=TUESDAY)
        assert queries.founded_of_dossiers([dossier.pk]) == ({dossier.pk} if verdict == Verdict.UNFOUNDED else set())
        answering.approve_answer(item, by=world["quang"], at=TUESDAY)
    (found,) = queries.founded_against(world["tam"], MONDAY, ON_TIME)
    assert (found.verdict, found.dossier) == (Verdict.FOUNDED, dossier)


def test_an_inspector_hears_more_on_the_telephone(world: World) -> None:
    item = answering.ask_for_more(accepted(world), what="Ngày nào?", by=world["thu"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        answering.hear_more(item, text="Hôm qua", by=world["binh"], at=TUESDAY)
    with pytest.raises(NoWords):
        answering.hear_more(item, text=" ", by=world["mai"], at=TUESDAY)
    assert answering.hear_more(item, text="Hôm qua", by=world["mai"], at=TUESDAY).state == State.ACCEPTED


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_one_does_each_step(transactional_db: None, world: World) -> None:
    lan, planning = world["lan"], world.offices[PLANNING]
    lan.held  # noqa: B018 - read once, not by eight threads
    at_once(lambda _: intake.send_feedback(said(world), by=Sender(), at=MONDAY))
    at_once(lambda _: intake.register_feedback(said(world), Came(Channel.DESK), by=lan, at=MONDAY))
    assert Feedback.objects.count() == 16
    first, second = Feedback.objects.order_by("id")[:2]
    mine = {"by": world["thu"], "at": TUESDAY}
    for item in (first, second):
        one_wins(sorting.route_feedback, item, told=Sorted(Kind.HANDLING, planning), by=world["mai"], at=MONDAY)
    one_wins(sorting.refuse_to_own, second, reason="Của Sở Tư pháp", **mine)
    one_wins(sorting.accept_feedback, first, **mine)
    one_wins(answering.ask_for_more, first, what="Ngày nào?", **mine)
    one_wins(answering.give_more, first, text="Hôm qua", by=Sender(), at=TUESDAY)
    third, into = Feedback.objects.order_by("id")[2:4]
    answers = at_once(lambda _: merging.merge_feedback(third, into=into, by=world["mai"], at=TUESDAY))
    assert [each for each in answers if not isinstance(each, Refused)] == [third]
    third.refresh_from_db()
    answers = at_once(lambda _: merging.part_feedback(third, by=world["mai"], at=TUESDAY))
    assert [each for each in answers if not isinstance(each, Refused)] == [third]
    fourth = accepted(world)
    answering.ask_for_more(fourth, what="Ngày nào?", **mine)
    one_wins(answering.hear_more, fourth, text="Hôm qua", **mine)
    one_wins(answering.draft_answer, first, draft=FOUND, **mine)
    one_wins(answering.return_draft, first, reason="Viết lại", by=world["quang"], at=TUESDAY)
    one_wins(answering.draft_answer, first, draft=FOUND, **mine)
    one_wins(answering.approve_answer, first, by=world["quang"], at=TUESDAY)
    one_wins(keeping.keep_signed_answer, first, upload=Upload("ban-ky.pdf", corpus.pdf()), **mine)
    assert list(told.differences()) == []
