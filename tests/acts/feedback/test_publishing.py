"""What was answered is made public without persons, once two have read it; the public reads how bodies answer."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from motcua.domain.feedback import answering, told
from motcua.domain.feedback.answering import Draft
from motcua.domain.feedback.models import Feedback, PublicVoice
from motcua.domain.feedback.publishing import policies, publishing, queries
from motcua.domain.feedback.publishing.publishing import NotAsItWas, StillPersonal, Words
from motcua.domain.feedback.publishing.queries import Figures
from motcua.domain.feedback.terms import Kind, Verdict
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.regulation.answers import NotAllowed
from tests.counting import statements
from tests.feedback import TUESDAY, accepted, drafted, head_of_the_centre, routed, sent
from tests.moments import moment
from tests.racing import one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.6.b-2")
WORDS = Words("Không được hướng dẫn rõ", "Phải đi lại ba lần.", "Phản ánh là đúng. Đã nhắc nhở.")
LATER = moment("2024-06-03 09:00")


def answered(world: World, **other: object) -> Feedback:
    return answering.approve_answer(drafted(world, **other), by=world["quang"], at=TUESDAY)


def published(world: World, **other: object) -> PublicVoice:
    public = publishing.prepare_publication(answered(world, **other), WORDS, by=world["thu"], at=TUESDAY)
    return publishing.publish_feedback(public, by=world["mai"], at=TUESDAY)


def waiting(world: World, who: str) -> list[str]:
    return [each.code for each in queries.to_publish(world[who], LATER, Place()).rows]


def test_two_working_days_after_the_answer_it_has_to_be_public(world: World) -> None:
    item = answered(world)
    assert item.publish_by == moment("2024-05-30 17:00")
    assert waiting(world, "mai") == waiting(world, "thu") == [item.code]
    assert waiting(world, "binh") == []
    public = publishing.prepare_publication(item, WORDS, by=world["thu"], at=TUESDAY)
    assert queries.search_public("", Place()).rows == []
    assert queries.awaiting(queries.to_publish(world["mai"], LATER, Place()).rows[0])[2] == public
    publishing.publish_feedback(public, by=world["mai"], at=LATER)
    assert Entry.objects.get(act="publish_feedback").facts["late"] is True
    assert waiting(world, "mai") == []
    for words in ("", "HUONG dan", "di lai ba lan", "nhắc nhở"):
        assert queries.search_public(words, Place()).rows == [public]
    assert queries.search_public("không có chữ này", Place()).rows == []
    assert list(told.differences()) == []


def test_two_read_it_and_the_second_is_the_centres(world: World) -> None:
    public = publishing.prepare_publication(answered(world), WORDS, by=world["thu"], at=TUESDAY)
    for who, why in (("thu", "người thứ hai"), ("quang", "Trung tâm"), ("binh", "Trung tâm")):
        with pytest.raises(NotAllowed, match=why):
            publishing.publish_feedback(public, by=world[who], at=TUESDAY)
    with pytest.raises(NotAsItWas, match="đã có bản"):
        publishing.prepare_publication(public.feedback, WORDS, by=world["mai"], at=TUESDAY)
    publishing.publish_feedback(public, by=world["mai"], at=TUESDAY)
    with pytest.raises(NotAsItWas):
        publishing.publish_feedback(public, by=world["mai"], at=TUESDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicVoice.objects.filter(pk=public.pk).update(read_by=world["thu"])


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Ông Nguyễn Văn An phải đi lại", "tên người"), ("Gọi 0912 345 678", "số điện thoại"),
        ("an@example.com", "thư điện tử"), ("Hồ sơ 000.00.00.H49-240527-0001", "mã hồ sơ"),
        ("Số 112345678901", "dãy số"), ("bà Tâm", ""), ("", "Phải ghi đủ"),
    ],
)  # fmt: skip
def test_who_spoke_and_whom_it_names_is_not_in_it(world: World, words: str, what: str) -> None:
    item = answered(world, official=world["tam"])
    given = Words("Đi lại", words, "Đã nhắc nhở.")
    if not what:
        publishing.prepare_publication(item, given, by=world["thu"], at=TUESDAY)
        return
    with pytest.raises(StillPersonal, match=what):
        publishing.prepare_publication(item, given, by=world["thu"], at=TUESDAY)
    named = Words("Đi lại", f"Cán bộ {world['tam'].name} nói trống không", "Đã nhắc nhở.")
    with pytest.raises(StillPersonal, match="cán bộ"):
        publishing.prepare_publication(item, named, by=world["thu"], at=TUESDAY)


def test_only_what_was_answered_here_is_public(world: World) -> None:
    complaint = routed(world, kind=Kind.COMPLAINT)
    for item in (sent(world), accepted(world), drafted(world), complaint):
        assert not policies.may_prepare(world["mai"], item, TUESDAY)
        with pytest.raises(NotAllowed):
            publishing.leave_unpublished(item, reason="Không", by=world["mai"], at=TUESDAY)
    assert not policies.may_prepare(world["binh"], answered(world), TUESDAY)


def test_it_is_taken_down_at_once_with_the_reason_and_can_be_written_anew(world: World) -> None:
    public = published(world)
    with pytest.raises(NotAllowed):
        publishing.withdraw_publication(public, reason="Còn tên", by=world["thu"], at=LATER)
    with pytest.raises(NotAsItWas, match="vì sao"):
        publishing.withdraw_publication(public, reason=" ", by=world["quang"], at=LATER)
    publishing.withdraw_publication(public, reason="Còn tên người", by=world["quang"], at=LATER)
    assert queries.search_public("", Place()).rows == [] and queries.public_of(public.feedback) is None
    with pytest.raises(NotAsItWas):
        publishing.withdraw_publication(public, reason="Còn tên người", by=world["mai"], at=LATER)
    again = publishing.prepare_publication(public.feedback, WORDS, by=world["thu"], at=LATER)
    publishing.publish_feedback(again, by=world["mai"], at=LATER)
    assert queries.search_public("", Place()).rows == [again]


def test_what_would_say_nothing_without_its_persons_is_left_out_with_the_reason(world: World) -> None:
    item = answered(world)
    with pytest.raises(NotAllowed):
        publishing.leave_unpublished(item, reason="Chỉ nói về một người", by=world["thu"], at=TUESDAY)
    with pytest.raises(NotAsItWas, match="vì sao"):
        publishing.leave_unpublished(item, reason="", by=world["mai"], at=TUESDAY)
    publishing.leave_unpublished(item, reason="Chỉ nói về một người", by=world["mai"], at=TUESDAY)
    assert waiting(world, "mai") == []
    with pytest.raises(NotAsItWas):
        publishing.leave_unpublished(item, reason="Chỉ nói về một người", by=world["mai"], at=TUESDAY)


def test_the_public_sees_how_each_body_answers_and_complaints_are_not_among_it(world: World) -> None:
    answered(world)
    routed(world, kind=Kind.COMPLAINT)
    late = accepted(world)
    found = Draft(Verdict.UNFOUNDED, "Đã xem lại.")
    answering.draft_answer(late, found, by=world["thu"], at=TUESDAY)
    answering.approve_answer(late, by=world["quang"], at=moment("2024-06-20 09:00"))
    sent(world)
    at = moment("2024-07-01 09:00")
    assert queries.figures(at) == [
        Figures("Trung tâm Phục vụ Hành chính công tỉnh", 1, 0, 0, 0), Figures("Sở Kế hoạch và Đầu tư", 2, 2, 1, 1),
    ]  # fmt: skip
    assert queries.figures(moment("2025-01-05 09:00")) == []


def test_the_list_costs_the_same_however_long_it_is(world: World) -> None:
    mai, costs = world["mai"], []
    mai.held  # noqa: B018 - every request has read them
    for number in (2, 5):
        for _ in range(number):
            publishing.prepare_publication(answered(world), WORDS, by=world["thu"], at=TUESDAY)
        with CaptureQueriesContext(connection) as few:
            rows = queries.to_publish(mai, LATER, Place()).rows
            assert {words.prepared_by.code for _, _, words in map(queries.awaiting, rows) if words} == {"thu"}
        costs.append(len(statements(few)))
    assert costs == [2, 2]


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_publish_or_take_down_one_does(transactional_db: None, world: World) -> None:
    head_of_the_centre(world)
    item = answered(world)
    by = {"by": world["mai"], "at": TUESDAY}
    public = one_wins(publishing.prepare_publication, item, words=WORDS, by=world["thu"], at=TUESDAY)
    one_wins(publishing.publish_feedback, public, **by)
    one_wins(publishing.withdraw_publication, public, reason="Còn tên", **by)
    one_wins(publishing.leave_unpublished, answered(world), reason="Chỉ nói về một người", **by)
    assert list(told.differences()) == []
