"""The body that has it answers, passes it on or gives it back; late answers are recorded and never refused."""

from typing import Any

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.messages.models import Message
from motcua.domain.questions import answering, forwarding, told
from motcua.domain.questions.answering import NotOpen, NoWords, Reply
from motcua.domain.questions.forwarding import Decided, JustUrged, NoReason, NotThere
from motcua.domain.questions.models import LateAnswer, Question, Turn
from motcua.domain.questions.terms import State
from motcua.domain.regulation.answers import NotAllowed
from tests.citizens import a_citizen
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.questions import LATER, MONDAY, REPLY, TUESDAY, a_call, a_district, a_question
from tests.racing import one_wins
from tests.world import World

pytestmark = pytest.mark.clause("5.5.b", "7.5", "3.2")


def test_it_is_answered_in_words_with_what_they_rest_on_and_the_procedures_named(world: World) -> None:
    code = world.version.procedure.code
    reply = Reply("Mang bản chính.", sources="Luật Doanh nghiệp, Điều 20", named=(code, code))
    done = answering.answer_question(a_question(world), reply, by=world["thu"], at=TUESDAY)
    assert (done.state, done.answered_by, done.answered_at) == (State.ANSWERED, world["thu"], TUESDAY)
    assert done.named == [{"code": code, "name": world.version.name}]
    assert not LateAnswer.objects.exists()
    assert list(told.differences()) == []


@pytest.mark.clause("4.1.c")
def test_who_asked_is_told_by_the_ways_they_left(world: World) -> None:
    for question in (a_question(world), a_question(world, phone="", email=""), a_question(world, email="")):
        answering.answer_question(question, REPLY, by=world["thu"], at=TUESDAY)
    told_of = Message.objects.filter(kind="question_answered").values_list("way", flat=True)
    assert sorted(told_of) == ["email", "sms", "sms"]


@pytest.mark.clause("4.1.c")
def test_with_an_account_the_answer_stands_on_ones_own_page_too(world: World) -> None:
    question = a_question(world, phone="", email="")
    question.person = a_citizen()
    question.save()
    answering.answer_question(question, REPLY, by=world["thu"], at=TUESDAY)
    assert Message.objects.get().way == "app"


@pytest.mark.parametrize(("reply", "words"), [(Reply(" "), "nội dung"), (Reply("Có.", named=("9.999",)), "9.999")])
def test_an_answer_has_words_and_names_only_procedures_in_force(world: World, reply: Reply, words: str) -> None:
    with pytest.raises(NoWords, match=words):
        answering.answer_question(a_question(world), reply, by=world["thu"], at=TUESDAY)


def test_only_the_body_that_has_it_answers_and_only_once(world: World) -> None:
    question = a_question(world)
    for name in ("binh", "lan", "mai", "hoa"):
        with pytest.raises(NotAllowed):
            answering.answer_question(question, REPLY, by=world[name], at=TUESDAY)
    answering.answer_question(question, REPLY, by=world["tam"], at=TUESDAY)
    for do, given in ((answering.answer_question, {"reply": REPLY}), (answering.set_aside, {"reason": "Rác"})):
        with pytest.raises(NotOpen, match="Đã trả lời"):
            do(question, **given, by=world["thu"], at=TUESDAY)  # type: ignore[operator]


def test_a_late_answer_is_given_and_recorded_with_the_body_and_its_words(world: World) -> None:
    question = answering.answer_question(a_question(world), REPLY, by=world["thu"], at=LATER, why_late="Chờ Bộ trả lời")
    late = question.late
    assert (late.office, late.clause, late.explanation) == (world.offices[PLANNING], "5.5.b", "Chờ Bộ trả lời")
    assert question.was_late and Entry.objects.get(act="answer_question").facts["late"] is True


def test_what_is_no_question_is_closed_with_a_reason(world: World) -> None:
    question = a_question(world)
    with pytest.raises(NoWords):
        answering.set_aside(question, reason=" ", by=world["thu"], at=TUESDAY)
    with pytest.raises(NotAllowed):
        answering.set_aside(question, reason="Rác", by=world["binh"], at=TUESDAY)
    assert answering.set_aside(question, reason="Quảng cáo", by=world["thu"], at=TUESDAY).state == State.SET_ASIDE
    assert list(told.differences()) == []


@pytest.mark.clause("4.1.c")
def test_the_centre_passes_on_and_the_promised_day_stays(world: World) -> None:
    question = a_call(world, version=None)
    passed = forwarding.forward_question(
        question, to=world.offices[PLANNING], reason="Về đăng ký kinh doanh", by=world["lan"], at=TUESDAY
    )
    assert (passed.owner, passed.due_at) == (world.offices[PLANNING], question.due_at)
    turn = Turn.objects.get()
    assert (turn.from_office, turn.to_office, turn.kind) == (
        world.offices[CENTRE],
        world.offices[PLANNING],
        "forwarded",
    )
    with pytest.raises(NotAllowed):
        forwarding.forward_question(passed, to=world.offices[JUSTICE], by=world["thu"], at=TUESDAY)
    with pytest.raises(NotThere):
        forwarding.forward_question(passed, to=world.offices["tinh"], by=world["thu"], at=TUESDAY)
    assert list(told.differences()) == []


def test_a_district_answers_what_the_hotline_passes_to_it_and_its_lateness_is_its_own(world: World) -> None:
    ha = a_district(world)
    question = a_call(world, heard={"forward_to": world.offices["tp-ha-long"]})
    done = answering.answer_question(question, REPLY, by=ha, at=LATER)
    assert (done.late.office.code, done.late.clause) == ("tp-ha-long", "7.5")


def test_given_back_the_centre_decides_and_then_it_is_answered(world: World) -> None:
    question = a_question(world)
    with pytest.raises(NoReason):
        forwarding.give_question_back(question, reason=" ", by=world["thu"], at=TUESDAY)
    back = forwarding.give_question_back(question, reason="Của Sở Tư pháp", by=world["thu"], at=TUESDAY)
    assert back.owner == world.offices[CENTRE]
    with pytest.raises(NotThere):
        forwarding.give_question_back(back, reason="Không phải", by=world["lan"], at=TUESDAY)
    forwarding.forward_question(back, to=world.offices[PLANNING], by=world["mai"], at=TUESDAY)
    with pytest.raises(Decided):
        forwarding.give_question_back(question, reason="Vẫn không phải", by=world["thu"], at=TUESDAY)
    assert [each.kind for each in Turn.objects.order_by("id")] == ["given_back", "decided"]
    assert list(told.differences()) == []


def test_it_is_late_at_the_body_that_let_the_day_pass_not_at_the_one_that_answers(world: World) -> None:
    question = forwarding.give_question_back(a_question(world), reason="Của Sở Tư pháp", by=world["thu"], at=LATER)
    forwarding.forward_question(question, to=world.offices[JUSTICE], by=world["lan"], at=LATER)
    answering.answer_question(question, REPLY, by=world["binh"], at=LATER)
    assert LateAnswer.objects.get().office == world.offices[PLANNING]


@pytest.mark.clause("4.1.d-1")
def test_the_centre_urges_once_a_day(world: World) -> None:
    question = a_question(world)
    with pytest.raises(NotAllowed):
        forwarding.urge_answer(question, by=world["lan"], at=TUESDAY)
    assert forwarding.urge_answer(question, by=world["mai"], at=MONDAY).urged_at == MONDAY
    with pytest.raises(JustUrged):
        forwarding.urge_answer(question, by=world["mai"], at=MONDAY)
    forwarding.urge_answer(question, by=world["mai"], at=TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_of_eight_one_does_it(transactional_db: None, world: World) -> None:
    ends: list[tuple[Any, dict[str, Any], str]] = [
        (answering.answer_question, {"reply": REPLY}, "thu"),
        (answering.set_aside, {"reason": "Quảng cáo"}, "thu"),
        (forwarding.give_question_back, {"reason": "Của Sở Tư pháp"}, "thu"),
        (forwarding.urge_answer, {}, "mai"),
    ]
    for act, given, name in ends:
        one_wins(act, a_question(world), **given, by=world[name], at=TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_of_eight_one_passes_it_on(transactional_db: None, world: World) -> None:
    question = a_call(world, version=None)
    to = world.offices[PLANNING]
    one_wins(forwarding.forward_question, question, to=to, by=world["lan"], at=TUESDAY)
    assert Question.objects.get(pk=question.pk).owner == to
