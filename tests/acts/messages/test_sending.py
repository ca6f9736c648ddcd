"""Sending, against real servers: taken, refused, slow, cut off, garbage; retried, given up, never twice, never not."""

import json
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from motcua.domain.messages import channels, checks, contacts, sending
from motcua.domain.messages.manners import CLAIMED_FOR, PAUSES
from motcua.domain.messages.models import Attempt, Message
from motcua.domain.messages.terms import Outcome, State, Way
from tests.acts.messages.conftest import AN, NOON, RECEIVED, Clock, states
from tests.world import moment

pytestmark = pytest.mark.django_db
BY_SMS = replace(AN, email="", account="")
BY_EMAIL = replace(AN, phone="", account="")


def only() -> Message:
    return Message.objects.get()


def outcomes() -> list[str]:
    return list(Attempt.objects.order_by("number").values_list("outcome", flat=True))


@pytest.mark.clause("4.1.c")
def test_an_email_arrives_whole_with_its_diacritics_and_a_message_id_of_ours(tells, clock, mail):
    tells(to=BY_EMAIL)
    assert sending.send_due(clock).sent == 1
    (letter,) = mail.letters
    message = only()
    assert (message.state, message.sent_at, outcomes()) == (State.SENT, NOON, [Outcome.SENT])
    assert letter["Subject"].strip() == f"Đã tiếp nhận hồ sơ {RECEIVED['code']}"
    assert letter["To"] == "an@example.vn"
    assert letter["Message-ID"] == f"<{message.key}@quangninh.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "Hẹn trả kết quả: 16:30 ngày 30/05/2024." in letter.get_content()
    assert sending.send_due(clock).sent == 0
    assert len(mail.letters) == 1


@pytest.mark.clause("4.1.c")
def test_an_sms_goes_to_the_gateway_under_our_key(tells, clock, sms):
    tells(to=BY_SMS)
    sending.send_due(clock)
    (asked,) = sms.asked
    assert asked == {
        "id": str(only().key),
        "to": "0912345678",
        "sender": "TTHCC QNinh",
        "text": "Ho so 000.00.00.H49-240527-0001 da duoc tiep nhan, hen tra 16:30 ngay 30/05/2024. "
        "Tra cuu bang ma tren giay hen. Ho tro: 1900558826",
    }
    assert sms.headers[0]["Authorization"] == "Bearer tok"
    assert (only().state, only().provider_id) == (State.SENT, "p-1")


@pytest.mark.clause("4.1.c")
def test_zalo_gets_its_template_with_parameters(tells, clock, zns, world):
    contacts.give_consent(contacts.contact_of(AN.phone), way=Way.ZNS, how="Phiếu", by=world["mai"], at=NOON)
    zns.answers = [(200, b'{"error": 0, "message": "Success", "data": {"msg_id": "z-9"}}')]
    tells(to=BY_SMS)
    sending.send_due(clock)
    (asked,) = zns.asked
    data = {"code": RECEIVED["code"], "due": "16:30:00 30/05/2024"}
    assert asked == {
        "phone": "84912345678",
        "template_id": "4711",
        "template_data": data,
        "tracking_id": str(only().key),
    }
    assert zns.headers[0]["access_token"] == "zalo-token"
    assert (only().state, only().provider_id) == (State.SENT, "z-9")


@pytest.mark.clause("4.1.c")
def test_who_has_no_zalo_gets_an_sms_instead_once(tells, clock, zns, sms, world):
    contacts.give_consent(contacts.contact_of(AN.phone), way=Way.ZNS, how="Phiếu", by=world["mai"], at=NOON)
    zns.answers = [(200, b'{"error": -118, "message": "Zalo account not existed"}')]
    tells(to=BY_SMS)
    done = sending.send_due(clock)
    assert (done.sent, states()) == (1, {Way.ZNS: State.GIVEN_UP, Way.SMS: State.SENT})
    assert Message.objects.get(way=Way.ZNS).why == "-118 Zalo account not existed"
    assert len(sms.sent) == 1


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ((500, b"boom"), Outcome.FAILED),
        ((429, b"{}"), Outcome.FAILED),
        ((401, b"{}"), Outcome.FAILED),
        ((302, b"{}"), Outcome.FAILED),
        ((400, b'{"reason": "so 0912345678 khong co"}'), Outcome.REFUSED),
        ((409, b'{"id": "p-1"}'), Outcome.SENT),
        ((202, b'{"id": "p-1"}'), Outcome.SENT),
        ((200, b"<html>garbage"), Outcome.UNKNOWN),
        ((200, b"[1]"), Outcome.UNKNOWN),
        ((200, b"[" * 5000), Outcome.UNKNOWN),
        ((200, b"\xff\xfe"), Outcome.UNKNOWN),
        ((0, b""), Outcome.UNKNOWN),
        ((1, b""), Outcome.UNKNOWN),
    ],
)
def test_whatever_the_gateway_answers_is_written_down_and_never_raises(tells, clock, sms, monkeypatch, answer, outcome):
    monkeypatch.setattr(channels.by_sms, "ANSWER_SECONDS", 0.2)
    sms.answers = [answer]
    tells(to=BY_SMS)
    sending.send_due(clock)
    after = {Outcome.SENT: State.SENT, Outcome.REFUSED: State.GIVEN_UP}.get(outcome, State.WAITING)
    assert (outcomes(), only().state) == ([outcome], after)
    assert "0912345678" not in only().why + Attempt.objects.get().said


def test_a_gateway_that_is_not_there_is_tried_again(tells, clock, settings):
    settings.SMS_URL = "http://127.0.0.1:1/send"
    tells(to=BY_SMS)
    sending.send_due(clock)
    assert (outcomes(), only().state, only().next_at) == ([Outcome.FAILED], State.WAITING, NOON + PAUSES[0])


def test_it_is_tried_with_growing_pauses_and_then_given_up_visibly(tells, clock, sms):
    sms.answers = [(500, b"")]
    tells(to=BY_SMS)
    for number, pause in enumerate(PAUSES, start=1):
        sending.send_due(clock)
        assert (only().state, only().tries, only().next_at) == (State.WAITING, number, clock.at + pause)
        assert sending.send_due(clock).in_vain == 0
        clock.at = max(clock.at + pause, moment("2024-05-28 07:00") if number > 4 else clock.at)
    sending.send_due(clock)
    assert (only().state, only().why, len(outcomes())) == (State.GIVEN_UP, "Cổng tin nhắn trả lời 500", len(PAUSES) + 1)
    sending.send_due(clock.after(days=1))
    assert len(sms.asked) == len(PAUSES) + 1
    assert {each["id"] for each in sms.asked} == {str(only().key)}


def test_an_answer_that_got_lost_is_asked_for_under_the_same_key_and_sent_once(tells, clock, sms):
    sms.answers = [(0, b""), (409, b'{"id": "p-1"}')]
    tells(to=BY_SMS)
    sending.send_due(clock)
    sending.send_due(clock.after(minutes=1))
    assert (outcomes(), only().state) == ([Outcome.UNKNOWN, Outcome.SENT], State.SENT)
    assert len(sms.sent) == 1


def test_a_worker_that_falls_while_sending_neither_sends_twice_nor_never(tells, clock, sms):
    class Falls(channels.BySms):
        def send(self, message: Any) -> Any:
            super().send(message)
            raise KeyboardInterrupt

    tells(to=BY_SMS)
    with pytest.raises(KeyboardInterrupt):
        sending.send_due(clock, by={Way.SMS: Falls()})
    assert (only().state, outcomes()) == (State.SENDING, [""])
    assert sending.send_due(clock.after(minutes=1)).sent == 0
    clock.at = NOON + CLAIMED_FOR
    assert sending.send_due(clock).sent == 1
    assert (outcomes(), len(sms.asked), len(sms.sent)) == ([Outcome.UNKNOWN, Outcome.SENT], 2, 1)
    assert list(checks.faults()) == []


def test_a_worker_that_falls_before_sending_leaves_the_message_to_the_next(tells, clock, sms):
    class Falls(channels.BySms):
        def send(self, message: Any) -> Any:
            raise KeyboardInterrupt

    tells(to=BY_SMS)
    with pytest.raises(KeyboardInterrupt):
        sending.send_due(clock, by={Way.SMS: Falls()})
    clock.at = NOON + CLAIMED_FOR
    sending.send_due(clock)
    assert (only().state, len(sms.sent)) == (State.SENT, 1)


@pytest.mark.parametrize(
    ("to_address", "to_letter", "outcome"),
    [
        ("550 no such user", "250 OK", Outcome.REFUSED),
        ("451 try later", "250 OK", Outcome.FAILED),
        ("250 OK", "554 spam", Outcome.REFUSED),
        ("250 OK", "452 full", Outcome.FAILED),
        ("250 OK", "cut", Outcome.UNKNOWN),
    ],
)
def test_whatever_the_mail_server_answers_is_written_down(tells, clock, mail, to_address, to_letter, outcome):
    mail.to_address, mail.to_letter = to_address, to_letter
    tells(to=BY_EMAIL)
    sending.send_due(clock)
    assert outcomes() == [outcome]
    assert only().state == (State.GIVEN_UP if outcome == Outcome.REFUSED else State.WAITING)
    assert "@" not in only().why


def test_a_letter_that_may_have_gone_out_goes_again_as_the_same_letter(tells, clock, mail):
    mail.to_letter = "cut"
    tells(to=BY_EMAIL)
    sending.send_due(clock)
    mail.to_letter = "250 OK"
    sending.send_due(clock.after(minutes=1))
    assert only().state == State.SENT
    assert len({letter["Message-ID"] for letter in mail.letters}) == 1


def test_nothing_personal_is_logged_whatever_fails(tells, clock, sms, mail, caplog):
    sms.answers = [(400, b'{"reason": "0912345678"}')]
    mail.to_address = "550 <an@example.vn> unknown"
    with caplog.at_level(0):
        tells()
        sending.send_due(clock)
    ours = [each.getMessage() for each in caplog.records if not each.name.startswith("mail")]  # that one is the server
    kept = str(ours) + str(list(Attempt.objects.values_list("said", flat=True)))
    assert "912345678" not in kept
    assert "an@example" not in kept


def test_a_mail_server_that_is_not_there_is_tried_again(tells, clock, settings):
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_FROM = "127.0.0.1", 1, "a@b.example"
    tells(to=BY_EMAIL)
    sending.send_due(clock)
    assert (outcomes(), only().state) == ([Outcome.FAILED], State.WAITING)


def test_while_nothing_is_set_up_it_waits_and_goes_out_once_it_is(tells, clock, settings):
    tells()
    assert sending.send_due(clock).sent == 0
    assert states() == {Way.APP: State.SENT, Way.SMS: State.WAITING, Way.EMAIL: State.WAITING}
    assert {way: bool(channels.missing(way)) for way in Way} == {
        Way.APP: False, Way.ZNS: True, Way.SMS: True, Way.EMAIL: True,
    }  # fmt: skip
    assert Attempt.objects.count() == 0


def test_what_nobody_need_be_told_any_more_is_left_and_says_so(tells, clock, sms):
    tells(to=BY_SMS)
    assert sending.send_due(clock.after(hours=49)).outdated == 1
    assert (only().state, sms.asked) == (State.OUTDATED, [])


def test_in_the_quiet_hours_nothing_goes_out_and_in_the_morning_it_does(tells, sms, mail):
    night = Clock(moment("2024-05-27 21:00"))
    tells(to=replace(AN, account=""), at=night.at)
    assert sending.send_due(night).sent == 0
    assert sending.send_due(Clock(moment("2024-05-28 06:59"))).sent == 0
    assert sending.send_due(Clock(moment("2024-05-28 07:00"))).sent == 2


def test_what_is_urgent_goes_out_at_night(tells, sms, monkeypatch):
    from motcua.domain.messages import texts

    urgent = replace(texts.KINDS["received"], urgent=True)
    monkeypatch.setitem(texts.KINDS, "received", urgent)
    night = Clock(moment("2024-05-27 23:00"))
    tells(to=BY_SMS, at=night.at)
    assert sending.send_due(night).sent == 1


@pytest.mark.clause("4.1.c")
def test_who_took_back_their_consent_overnight_is_not_written_to(tells, clock, sms, world):
    tells(to=BY_SMS)
    tells("dossier/1#2", to=replace(BY_SMS, phone="0987654321"))
    contacts.withdraw_consent(contacts.contact_of(AN.phone), way=Way.SMS, how="Gọi", by=world["mai"], at=NOON)
    assert sending.send_due(clock).sent == 1
    assert Message.objects.get(address=AN.phone).state == State.NOT_WANTED
    assert [each["to"] for each in sms.asked] == ["0987654321"]
    assert list(checks.faults()) == []


def test_a_way_that_fails_again_and_again_rests_until_the_next_run_and_the_others_go_on(tells, clock, sms, mail):
    sms.answers = [(500, b"")]
    for number in range(6):
        tells(f"dossier/{number}#1", to=replace(AN, account=""))
    done = sending.send_due(clock)
    assert (done.sent, len(sms.asked), len(mail.letters)) == (6, sending.IN_VAIN, 6)


def test_a_fault_of_ours_stops_one_message_and_not_the_others(tells, clock, sms):
    tells(to=BY_SMS)
    Message.objects.update(facts={})
    tells("dossier/2#1", to=BY_SMS)
    assert sending.send_due(clock).sent == 1
    assert Attempt.objects.get(outcome=Outcome.FAILED).said == "Lỗi của chương trình: KeyError"


def test_a_run_ends_after_a_while_and_the_next_one_goes_on(tells, sms):
    for number in range(3):
        tells(f"dossier/{number}#1", to=BY_SMS)
    clock = Clock()
    sms.meanwhile = lambda: clock.after(seconds=30) and None
    assert [sending.send_due(clock).sent, sending.send_due(clock).sent] == [2, 1]


def test_nothing_is_sent_inside_an_act(world, clock):
    from motcua.domain.journal.acts import together

    with together(), pytest.raises(RuntimeError, match="inside an act"):
        sending.send_due(clock)


def test_no_transaction_is_open_while_the_other_side_is_asked(transactional_db, tells, clock, sms):
    seen = []

    class Looks(channels.BySms):
        def send(self, message: Any) -> Any:
            seen.append(connection.in_atomic_block)
            return super().send(message)

    tells(to=BY_SMS)
    sending.send_due(clock, by={Way.SMS: Looks()})
    assert seen == [False]
    assert json.loads(json.dumps(sms.asked[0]))["id"] == str(only().key)
