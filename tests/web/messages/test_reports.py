"""Providers report over HTTP: with a secret or not at all, doubled, garbage, of messages we know and do not know."""

import hashlib
import json
from typing import Any

import pytest
from django.test import Client

from motcua.domain.messages import contacts, sending
from motcua.domain.messages.models import Message, Report
from motcua.domain.messages.outbox import Recipient
from motcua.domain.messages.terms import State, Way
from tests.acts.messages.conftest import AN, NOON

pytestmark = pytest.mark.django_db
SECRET, OA_SECRET = "bi-mat", "oa-bi-mat"
SMS, ZNS = "/tin-nhan/bao-nhan/sms/", "/tin-nhan/bao-nhan/zns/"


@pytest.fixture(autouse=True)
def secrets(settings: Any) -> None:
    settings.SMS_REPORT_SECRET, settings.ZNS_REPORT_SECRET, settings.ZNS_APP_ID = SECRET, OA_SECRET, "4242"


@pytest.fixture
def sent(tells, clock, sms) -> Message:
    tells(to=Recipient("applicant", phone=AN.phone))
    sending.send_due(clock)
    return Message.objects.get()


def says(message: Message, **other: Any) -> dict[str, Any]:
    return {"id": str(message.key), "status": "delivered", "at": "2024-05-27T12:01:00+07:00", **other}


def post(data: Any, secret: str = SECRET) -> Any:
    body = data if isinstance(data, bytes) else json.dumps(data)
    headers = {"Authorization": f"Bearer {secret}"}
    return Client(enforce_csrf_checks=True).post(SMS, body, content_type="application/json", headers=headers)


@pytest.mark.clause("4.1.c")
def test_a_report_with_the_secret_is_kept_and_ten_of_it_are_one(sent):
    answers = [post(says(sent)) for _ in range(10)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(200, b'{"known": true}')}
    assert (Message.objects.get().state, Report.objects.count()) == (State.DELIVERED, 1)


@pytest.mark.parametrize("secret", ["", "sai", "bi-mat2"])
def test_without_the_secret_there_is_no_such_page(sent, secret):
    assert post(says(sent), secret).status_code == 404
    assert Report.objects.count() == 0


def test_where_no_secret_is_set_there_is_no_such_page(sent, settings):
    settings.SMS_REPORT_SECRET = settings.ZNS_REPORT_SECRET = ""
    assert post(says(sent), "").status_code == 404
    assert Client().post(ZNS, b"{}", content_type="application/json").status_code == 404


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"\xff\xfe", [], "abc", {}, {"id": "x"}, b"null", b"[" * 5000,
     {"id": "00000000-0000-4000-8000-000000000000", "status": "eaten", "at": "2024-05-27T12:01:00+07:00"},
     {"id": "00000000-0000-4000-8000-000000000000", "status": "failed", "at": "2024-05-27T12:01:00"}],
)  # fmt: skip
def test_garbage_is_refused_and_changes_nothing(sent, data):
    assert post(data).status_code == 400
    assert Message.objects.get().state == State.SENT


def test_what_we_do_not_know_is_answered_so_that_it_is_not_sent_for_ever(sent):
    answer = post({**says(sent), "id": "00000000-0000-4000-8000-000000000000"})
    assert (answer.status_code, answer.json()) == (200, {"known": False})


def test_a_report_that_is_too_long_is_not_read(sent):
    assert post(b"x" * (64 * 1024 + 1)).status_code == 404
    assert Client().get(SMS).status_code == 405


def event(message: Message, name: str = "user_received_message") -> bytes:
    told = {"delivery_time": "1716786060000", "msg_id": "z-9", "tracking_id": str(message.key)}
    return json.dumps({"event_name": name, "message": told, "timestamp": "1716786061000"}).encode()


def zalo(data: bytes, secret: str = OA_SECRET) -> Any:
    made = hashlib.sha256(b"4242" + data + json.loads(data)["timestamp"].encode() + secret.encode()).hexdigest()
    return Client().post(ZNS, data, content_type="application/json", headers={"X-ZEvent-Signature": f"mac={made}"})


@pytest.mark.clause("4.1.c")
def test_zalo_reports_with_its_signature(tells, clock, zns, world):
    contacts.give_consent(contacts.contact_of(AN.phone), way=Way.ZNS, how="Phiếu", by=world["mai"], at=NOON)
    tells(to=Recipient("applicant", phone=AN.phone))
    sending.send_due(clock)
    message = Message.objects.get()
    assert zalo(event(message), "sai").status_code == 404
    assert zalo(event(message, "user_send_text")).json() == {"known": False}
    assert zalo(event(message)).json() == {"known": True}
    assert zalo(event(message)).json() == {"known": True}
    assert (Message.objects.get().state, Report.objects.count()) == (State.DELIVERED, 1)
