"""Eight at once: workers at one message, acts that tell the same, officials that send again, reports that collide."""

from dataclasses import replace

import pytest

from motcua.domain.messages import again, checks, contacts, inbox, reports, sending
from motcua.domain.messages.models import Attempt, Contact, Message, Report
from motcua.domain.messages.reports import Word
from motcua.domain.messages.terms import Said, State, Way
from tests.acts.dossiers.test_races import THREADS, at_once
from tests.acts.messages.conftest import AN, NOON, Clock
from tests.world import moment

pytestmark = pytest.mark.django_db(transaction=True)
BY_SMS = replace(AN, email="", account="")


@pytest.mark.clause("4.1.c")
def test_eight_workers_at_one_message_send_it_once(transactional_db, tells, sms):
    tells(to=BY_SMS)
    done = at_once(lambda _: sending.send_due(Clock()).sent)
    assert sum(done) == 1
    assert (len(sms.asked), Attempt.objects.count(), Message.objects.get().state) == (1, 1, State.SENT)


@pytest.mark.clause("4.1.c")
def test_eight_workers_share_what_is_due_and_nothing_goes_twice(transactional_db, tells, sms):
    for number in range(20):
        tells(f"dossier/{number}#1", to=BY_SMS)
    assert sum(at_once(lambda _: sending.send_due(Clock()).sent)) == 20
    assert len({each["id"] for each in sms.asked}) == len(sms.asked) == 20
    assert list(checks.faults()) == []


def test_eight_tellings_of_one_event_are_one(transactional_db, tells):
    assert sum(at_once(lambda _: tells(to=BY_SMS))) == 1


def test_eight_that_send_again_send_once(transactional_db, tells, sms, world):
    sms.answers = [(400, b"{}"), (200, b'{"id": "p"}')]
    tells(to=BY_SMS)
    sending.send_due(Clock())
    message, mai = Message.objects.get(), world["mai"]
    done = at_once(lambda _: again.send_again(message, by=mai, at=NOON))
    assert len([each for each in done if isinstance(each, Message)]) == 1
    assert sending.send_due(Clock()).sent == 1
    assert len(sms.asked) == 2


def test_eight_reports_at_once_leave_one_and_the_last_word(transactional_db, tells, sms):
    tells(to=BY_SMS)
    sending.send_due(Clock())
    key = Message.objects.get().key
    words = (Said.DELIVERED, Said.FAILED)
    at_once(
        lambda number: reports.take_in(
            Word(key, words[number % 2], moment(f"2024-05-27 12:0{number % 2}")), way=Way.SMS, at=NOON
        )
    )
    assert Report.objects.count() == 2
    assert Message.objects.get().state == State.DELIVERED


@pytest.mark.clause("4.1.c")
def test_wishes_at_once_are_one_row_and_the_journal_tells_them_all(transactional_db, world):
    mai = world["mai"]

    def say(number: int) -> object:
        one = contacts.contact_of(AN.phone)
        if number % 3 == 0:
            return contacts.choose_channels(one, ways=[Way.SMS], by=mai, at=NOON)
        note = contacts.give_consent if number % 3 == 1 else contacts.withdraw_consent
        return note(one, way=Way.ZNS, how="Gọi", by=mai, at=NOON)

    assert len(at_once(say)) == THREADS
    assert Contact.objects.count() == 1
    assert list(checks.faults()) == []


@pytest.mark.clause("4.1.c")
def test_what_a_page_was_shown_is_noted_once_however_many_telephones_show_it(transactional_db, tells):
    for number in range(3):
        tells(f"dossier/{number}#1")
    assert sorted(at_once(lambda _: inbox.see_all("citizen/1", NOON))) == [0] * (THREADS - 1) + [3]
