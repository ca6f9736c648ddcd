"""What is due is told to who has it, then to the head, then to the Centre; an inspector urges in own words."""

import pytest

from motcua.domain.feedback import answering, sorting
from motcua.domain.feedback.models import Reminder
from motcua.domain.feedback.publishing import publishing
from motcua.domain.feedback.publishing.publishing import Words
from motcua.domain.feedback.sorting import Sorted
from motcua.domain.feedback.terms import Kind
from motcua.domain.feedback.urging import policies, queries, reminding, urging
from motcua.domain.feedback.urging.reminding import NothingToRemind
from motcua.domain.feedback.urging.urging import JustUrged, NoText
from motcua.domain.journal.models import Entry
from motcua.domain.journal.system import System
from motcua.domain.listing import Place
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed
from motcua.jobs.feedback import watch_feedback
from tests.feedback import FOUND, MONDAY, TUESDAY, accepted, drafted, routed, sent
from tests.moments import moment
from tests.people import CENTRE, JUSTICE
from tests.racing import one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.6.b-2", "7.5")


def morning(day: str) -> list[tuple[str, str, str]]:
    """The clock comes by twice; what was told then, to whom."""
    before = Message.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for minute in ("45", "50"):
        reminding.watch(System(), moment(f"{day} 06:{minute}"))
    fresh = Message.objects.filter(pk__gt=before).order_by("pk")
    return sorted((each.kind, each.recipient, each.facts["until"]) for each in fresh)


def reachable(world: World, *who: str) -> None:
    for code in who:
        officer = world[code]
        officer.email = f"{code}@quangninh.example"
        officer.save(update_fields=["email"])


def escalated(world: World, who: str, at: str) -> list[str]:
    return [each.code for each in queries.escalated(world[who], moment(at), Place()).rows]


def test_each_working_day_who_has_it_is_told_once_then_the_head_then_the_centre(world: World) -> None:
    reachable(world, "tam", "quang", "mai")
    item = routed(world)
    assert morning("2024-05-28") == [("feedback_due", "tam", "2024-05-29")]
    sorting.accept_feedback(item, by=world["thu"], at=TUESDAY)
    assert morning("2024-06-11") == []
    assert morning("2024-06-12") == [("feedback_due", "tam", "2024-06-17")]
    assert morning("2024-06-15") == []  # a Saturday
    late = [("feedback_late", "quang", "2024-06-17"), ("feedback_late", "tam", "2024-06-17")]
    assert morning("2024-06-18") == late
    assert escalated(world, "mai", "2024-06-18") == []
    assert morning("2024-06-20") == [("feedback_late", "mai", "2024-06-17"), *late]
    assert morning("2024-06-21") == late  # the Centre has it on its list now
    assert escalated(world, "mai", "2024-06-21") == [item.code]
    assert escalated(world, "thu", "2024-06-21") == []
    assert queries.reminders_of([item])[item.pk].times == 4
    assert queries.how_many_escalated(world["mai"], moment("2024-06-21")).number == 1
    assert Entry.objects.filter(act="remind_feedback").count() == 5
    answering.draft_answer(item, FOUND, by=world["thu"], at=moment("2024-06-21"))
    assert morning("2024-06-24") == [("feedback_late", "quang", "2024-06-17")]  # it waits for the head alone
    answering.approve_answer(item, by=world["quang"], at=moment("2024-06-24"))
    assert escalated(world, "mai", "2024-06-24") == []
    assert morning("2024-06-25") == [("feedback_due", "tam", "2024-06-26")]  # now it has to be made public


def test_what_another_body_has_now_is_not_the_delay_of_the_one_before(world: World) -> None:
    item = routed(world)
    morning("2024-05-31")
    assert escalated(world, "mai", "2024-05-31") == [item.code]
    item = sorting.refuse_to_own(item, reason="Của Sở Tư pháp", by=world["thu"], at=moment("2024-05-31"))
    item = sorting.route_feedback(
        item, Sorted(Kind.HANDLING, world.offices[JUSTICE]), by=world["mai"], at=moment("2024-05-31")
    )
    assert escalated(world, "mai", "2024-05-31") == []
    assert queries.reminders_of([item]) == {}


def test_who_is_denounced_is_not_told_that_it_waits(world: World) -> None:
    reachable(world, "mai")
    sent(world, kind=Kind.DENUNCIATION, official=world["mai"], about=world.offices[CENTRE])
    assert morning("2024-05-30") == []
    assert Reminder.objects.count() == 1  # told of all the same, in the journal


def test_a_clock_that_was_stopped_in_its_middle_goes_on_where_it_was(world: World) -> None:
    first, second = routed(world), routed(world)
    day = moment("2024-05-29 06:45")
    reminding.remind_feedback(first, by=System(), at=day)
    with pytest.raises(NothingToRemind, match="Hôm nay"):
        reminding.remind_feedback(first, by=System(), at=day)
    assert reminding.watch(System(), day) == 1
    assert set(Reminder.objects.values_list("feedback", flat=True)) == {first.pk, second.pk}
    with pytest.raises(NothingToRemind):
        reminding.remind_feedback(accepted(world), by=System(), at=day)
    assert watch_feedback(0) in (0, 2)  # today's clock: a day off or not


def test_an_inspector_urges_in_own_words_and_body_and_head_are_told(world: World) -> None:
    reachable(world, "tam", "quang")
    item = routed(world)
    with pytest.raises(NoText):
        urging.urge_feedback(item, text=" ", by=world["mai"], at=TUESDAY)
    urging.urge_feedback(item, text="Đề nghị trả lời công dân.", by=world["mai"], at=TUESDAY)
    assert sorted(Message.objects.filter(kind="feedback_urged").values_list("recipient", flat=True)) == ["quang", "tam"]
    with pytest.raises(JustUrged):
        urging.urge_feedback(item, text="Đề nghị trả lời công dân.", by=world["mai"], at=TUESDAY)
    (one,) = queries.urgings_of(item)
    assert (one.text, one.by, one.office) == ("Đề nghị trả lời công dân.", world["mai"], item.owner)
    assert Entry.objects.get(act="urge_feedback").facts["text"] == one.text


def test_only_the_centre_urges_and_only_what_another_body_has_to_answer(world: World) -> None:
    with pytest.raises(NotAllowed):
        urging.urge_feedback(drafted(world), text="Nhanh lên", by=world["thu"], at=TUESDAY)
    for item in (sent(world), routed(world, kind=Kind.RULE), routed(world, kind=Kind.COMPLAINT)):
        assert not policies.may_urge(world["mai"], item, TUESDAY)


def test_what_was_answered_is_watched_until_it_is_public_or_somebody_says_why_not(world: World) -> None:
    reachable(world, "tam", "quang", "mai")
    item = answering.approve_answer(drafted(world), by=world["quang"], at=TUESDAY)
    other = answering.approve_answer(drafted(world), by=world["quang"], at=TUESDAY)
    publishing.leave_unpublished(other, reason="Chỉ nói về một người", by=world["mai"], at=TUESDAY)
    assert morning("2024-05-29") == morning("2024-05-30") == [("feedback_due", "tam", "2024-05-30")]
    assert morning("2024-05-31") == [("feedback_late", "quang", "2024-05-30"), ("feedback_late", "tam", "2024-05-30")]
    assert escalated(world, "mai", "2024-05-31") == []
    late = moment("2024-06-03 09:00")
    public = publishing.prepare_publication(item, Words("Đi lại", "Đi ba lần.", "Xin lỗi."), by=world["thu"], at=late)
    assert morning("2024-06-04") == [("feedback_late", "mai", "2024-05-30"), ("feedback_late", "quang", "2024-05-30")]
    assert escalated(world, "mai", "2024-06-04") == [item.code]
    assert queries.reminders_of([item, other]).keys() == {item.pk}
    publishing.publish_feedback(public, by=world["mai"], at=late)
    assert escalated(world, "mai", "2024-06-04") == morning("2024-06-05") == []


@pytest.mark.django_db(transaction=True)
def test_of_eight_clocks_or_inspectors_one_tells(transactional_db: None, world: World) -> None:
    item = routed(world)
    one_wins(reminding.remind_feedback, item, by=System(), at=moment("2024-05-29 06:45"))
    one_wins(urging.urge_feedback, item, text="Đề nghị trả lời.", by=world["mai"], at=MONDAY)
