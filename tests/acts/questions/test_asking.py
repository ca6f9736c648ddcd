"""A question comes in: from the portal, from a call, from a letter; one body has to answer it until a day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.dossiers import guidance
from motcua.domain.dossiers.guidance import Asking
from motcua.domain.journal.models import Entry
from motcua.domain.organisations.models import Office
from motcua.domain.papers.uploads import Upload
from motcua.domain.questions import answering, asking, figures, told
from motcua.domain.questions.asking import AlreadyCameBack, Asker, Empty
from motcua.domain.questions.models import AnswerDays, Question
from motcua.domain.questions.terms import Channel, Outcome, State
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.citizens import a_citizen
from tests.moments import moment
from tests.papers import corpus
from tests.people import CENTRE, PLANNING
from tests.questions import DUE, MONDAY, REPLY, TUESDAY, a_call, a_question, answered, asked
from tests.racing import at_once
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "5.5.b")


def test_the_department_of_the_procedure_answers_within_five_working_days(world: World) -> None:
    question = a_question(world)
    assert (question.owner, question.due_at, question.state) == (world.offices[PLANNING], DUE, State.OPEN)
    assert question.channel == Channel.PORTAL and question.taken_by is None
    assert list(told.differences()) == []


@pytest.mark.clause("3.2")
def test_what_is_about_no_procedure_is_the_centres(world: World) -> None:
    assert a_question(world, version=None).owner == world.offices[CENTRE]


def test_what_is_about_a_dossier_is_answered_by_who_handles_it(world: World) -> None:
    question = a_call(world, dossier=world.received(), version=None)
    assert question.owner == world.offices[PLANNING]


def test_with_an_account_it_is_among_ones_own_and_the_journal_names_no_words(world: World) -> None:
    person = a_citizen()
    question = asking.ask_question(asked(world), by=person, at=MONDAY)
    assert question.person == person
    line = Entry.objects.get(act="ask_question")
    assert line.by_code == person.code
    assert "0912345678" not in str(line.facts) and "công chứng" not in str(line.facts)


def test_nobody_need_be_named_but_something_must_be_asked(world: World) -> None:
    assert a_question(world, name="", phone="", email="").name == ""
    for nothing in ({"subject": " "}, {"text": "\n "}):
        with pytest.raises(Empty):
            a_question(world, **nothing)


def test_a_call_that_is_answered_at_once_is_closed_and_counted(world: World) -> None:
    call = a_call(world, heard={"reply": REPLY, "outcome": Outcome.ANSWERED})
    assert (call.state, call.owner, call.answered_by) == (State.ANSWERED, world.offices[CENTRE], world["lan"])
    assert list(told.differences()) == []
    assert ("Tổng đài", 1) in figures.by_channel(date(2024, 5, 1))


@pytest.mark.clause("7.5")
def test_a_call_is_passed_on_or_called_back(world: World) -> None:
    on = date(2024, 5, 29)
    passed = a_call(world, heard={"forward_to": world.offices["so-tp"], "outcome": Outcome.FORWARDED})
    assert passed.owner == world.offices["so-tp"]
    back = a_call(world, heard={"call_back_on": on, "outcome": Outcome.CALL_BACK})
    assert (back.owner, back.call_back_on, back.state) == (world.offices[CENTRE], on, State.OPEN)
    with pytest.raises(Refused, match="đã qua"):
        a_call(world, heard={"call_back_on": date(2024, 5, 26)})
    with pytest.raises(Refused, match="Không chuyển được"):
        a_call(world, heard={"forward_to": world.offices["tinh"]})


def test_a_letter_is_kept_as_a_scan_and_the_portal_is_nobodys_to_write_for(world: World) -> None:
    letter = Upload("thu.pdf", corpus.pdf())
    question = a_call(world, heard={"channel": Channel.LETTER, "letter": letter}, address="Tổ 5, Hồng Hải")
    assert question.scan is not None and question.scan.about == question.stream
    with pytest.raises(Refused, match="tự viết"):
        a_call(world, heard={"channel": Channel.PORTAL})
    with pytest.raises(NotAllowed):
        asking.record_contact(asked(world), asking.Heard(Channel.COUNTER), by=world["kien"], at=MONDAY)


def test_a_guidance_at_the_counter_is_linked_and_counted_once(world: World) -> None:
    given = guidance.guide(
        Asking(world.version, world.offices[CENTRE], "Nguyễn Văn An"), faults=(), by=world["lan"], at=MONDAY
    )
    assert dict(figures.by_channel(date(2024, 5, 1)))["Tại quầy"] == 1
    question = a_call(world, heard={"channel": Channel.COUNTER, "guidance": given, "reply": REPLY})
    assert question.guidance == given
    assert dict(figures.by_channel(date(2024, 5, 1)))["Tại quầy"] == 1


def test_who_was_answered_may_come_back_once_to_the_same_body(world: World) -> None:
    waiting = a_question(world)
    with pytest.raises(AlreadyCameBack, match="đang chờ"):
        asking.ask_again(waiting, text="Còn chờ?", by=Asker(), at=TUESDAY)
    first = answering.answer_question(waiting, REPLY, by=world["thu"], at=TUESDAY)
    again = asking.ask_again(first, text="Bản sao có được không?", by=Asker(), at=TUESDAY)
    assert (again.before, again.owner, again.due_at) == (first, first.owner, moment("2024-06-04 17:00"))
    answering.answer_question(again, REPLY, by=world["thu"], at=TUESDAY)
    for each in (first, again):
        with pytest.raises(AlreadyCameBack, match="một lần"):
            asking.ask_again(each, text="Nữa?", by=Asker(), at=TUESDAY)


@pytest.mark.clause("7.5")
def test_the_head_of_a_body_sets_its_own_days(world: World) -> None:
    office = world.offices[PLANNING]
    with pytest.raises(NotAllowed):
        asking.set_answer_days(office, days=2, by=world["thu"], at=MONDAY)
    for days in (0, 11):
        with pytest.raises(Refused, match="từ 1 đến 10"):
            asking.set_answer_days(office, days=days, by=world["quang"], at=MONDAY)
    asking.set_answer_days(office, days=2, by=world["quang"], at=MONDAY)
    assert a_question(world).due_at == moment("2024-05-29 17:00")


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_come_back_one_does(transactional_db: None, world: World) -> None:
    first = answered(world)
    answers = at_once(lambda _: asking.ask_again(first, text="Bản sao?", by=Asker(), at=TUESDAY))
    assert len([each for each in answers if isinstance(each, Question)]) == 1
    office: Office = world.offices[PLANNING]
    head = world["quang"]
    head.held  # noqa: B018 - read once, not by eight threads
    at_once(lambda number: asking.set_answer_days(office, days=number + 1, by=head, at=MONDAY))
    assert AnswerDays.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_who_ask_and_eight_calls_each_have_one(transactional_db: None, world: World) -> None:
    lan = world["lan"]
    lan.held  # noqa: B018 - read once, not by eight threads
    heard = asking.Heard(Channel.PHONE, reply=REPLY)
    at_once(lambda _: asking.ask_question(asked(world), by=Asker(), at=MONDAY))
    at_once(lambda _: asking.record_contact(asked(world), heard, by=lan, at=MONDAY))
    assert Question.objects.count() == 16
    assert list(told.differences()) == []


def test_the_database_keeps_a_question_from_ending_without_words(world: World) -> None:
    question = a_question(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(state=State.ANSWERED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=question.pk).update(channel=Channel.PHONE)
