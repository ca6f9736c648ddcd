"""Reports of delivery: doubled, out of order, before we know ourselves that it was sent, of what we never sent."""

from dataclasses import replace
from uuid import uuid4

import pytest

from motcua.domain.messages import checks, contacts, reports, sending
from motcua.domain.messages.models import Message, Report
from motcua.domain.messages.reports import Word
from motcua.domain.messages.terms import Said, State, Way
from tests.acts.messages.conftest import AN, NOON, states
from tests.world import moment

pytestmark = pytest.mark.django_db
BY_SMS = replace(AN, email="", account="")
LATER = moment("2024-05-27 12:05")


@pytest.fixture
def sent(tells, clock, sms) -> Message:
    """An SMS that the gateway has taken."""
    tells(to=BY_SMS)
    sending.send_due(clock)
    return Message.objects.get()


def report(message: Message, said: Said, at: str = "2024-05-27 12:01", reason: str = "") -> bool:
    return reports.take_in(Word(message.key, said, moment(at), reason), way=Way.SMS, at=LATER)


def state() -> str:
    return Message.objects.get(way=Way.SMS).state


@pytest.mark.clause("4.1.c")
def test_that_it_arrived_is_kept_with_its_moment(sent):
    assert report(sent, Said.DELIVERED)
    one = Message.objects.get()
    assert (one.state, one.ended_at, one.sent_at) == (State.DELIVERED, moment("2024-05-27 12:01"), NOON)
    assert list(checks.faults()) == []


def test_the_same_report_ten_times_is_one(sent):
    assert all(report(sent, Said.DELIVERED) for _ in range(10))
    assert Report.objects.count() == 1


def test_that_it_did_not_arrive_is_seen_with_the_reason(sent):
    report(sent, Said.FAILED, reason="Máy 0912345678 tắt")
    assert (state(), Message.objects.get().why) == (State.NOT_DELIVERED, "Máy … tắt")


@pytest.mark.parametrize("order", [(Said.DELIVERED, Said.FAILED), (Said.FAILED, Said.DELIVERED)])
def test_that_it_arrived_is_the_last_word_in_whatever_order(sent, order):
    for number, said in enumerate(order):
        report(sent, said, at=f"2024-05-27 12:0{number}")
    assert state() == State.DELIVERED
    assert Report.objects.count() == 2


@pytest.mark.parametrize(("said", "after"), [(Said.DELIVERED, State.DELIVERED), (Said.FAILED, State.NOT_DELIVERED)])
def test_a_report_that_is_quicker_than_our_own_note_stands(tells, clock, sms, said, after):
    sms.meanwhile = lambda: report(Message.objects.get(), said) and None
    seen = []

    class Told(sending.channels.BySms):
        def send(self, message):
            answer = super().send(message)
            report(Message.objects.get(), said)
            seen.append(answer.outcome)
            return answer

    sms.meanwhile = lambda: None
    tells(to=BY_SMS)
    sending.send_due(clock, by={Way.SMS: Told()})
    assert (seen, state()) == (["sent"], after)
    assert list(checks.faults()) == []


def test_what_may_have_gone_out_and_is_reported_as_arrived_is_not_sent_again(tells, clock, sms):
    sms.answers = [(0, b"")]
    tells(to=BY_SMS)
    sending.send_due(clock)
    report(Message.objects.get(), Said.DELIVERED)
    assert sending.send_due(clock.after(minutes=5)).sent == 0
    assert (state(), len(sms.asked)) == (State.DELIVERED, 1)
    assert list(checks.faults()) == []


def test_a_report_of_what_was_never_sent_is_of_no_message(tells, clock):
    tells(to=BY_SMS)
    message = Message.objects.get()
    assert not report(message, Said.DELIVERED)
    assert not reports.take_in(Word(uuid4(), Said.DELIVERED, NOON), way=Way.SMS, at=NOON)
    assert state() == State.WAITING


def test_a_report_by_another_way_is_of_no_message(sent):
    assert not reports.take_in(Word(sent.key, Said.DELIVERED, NOON), way=Way.ZNS, at=NOON)


def test_what_zalo_could_not_deliver_goes_by_sms_once(tells, clock, zns, sms, world):
    contacts.give_consent(contacts.contact_of(AN.phone), way=Way.ZNS, how="Phiếu", by=world["mai"], at=NOON)
    tells(to=BY_SMS)
    sending.send_due(clock)
    message = Message.objects.get()
    for minute in range(3):
        word = Word(message.key, Said.FAILED, moment(f"2024-05-27 12:0{minute}"))
        reports.take_in(word, way=Way.ZNS, at=LATER)
    assert sending.send_due(clock.after(minutes=6)).sent == 1
    assert states() == {Way.ZNS: State.NOT_DELIVERED, Way.SMS: State.SENT}
    assert len(sms.sent) == 1
