"""Telling: a row for each way that fits, once, in the transaction of the act, in one statement."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from motcua.domain.listing import Place
from motcua.domain.messages import contacts, inbox, outbox
from motcua.domain.messages.models import Contact, Message
from motcua.domain.messages.outbox import About
from motcua.domain.messages.terms import State, Way
from tests.acts.messages.conftest import AN, NOON, RECEIVED, states


@pytest.fixture
def phone(world):
    return contacts.contact_of(AN.phone)


@pytest.mark.clause("4.1.c")
def test_a_row_is_written_for_each_address_the_first_way_to_it(tells, world):
    assert tells() == 3
    assert states() == {Way.APP: State.SENT, Way.SMS: State.WAITING, Way.EMAIL: State.WAITING}
    row = Message.objects.get(way=Way.SMS)
    assert (row.event, row.recipient, row.about, row.kind) == ("dossier/1#1", "applicant", RECEIVED["code"], "received")
    assert row.facts == {"code": RECEIVED["code"], "due": "2024-05-30T09:30:00+00:00"}
    assert (row.told_at, row.next_at, row.tries, row.address) == (NOON, NOON, 0, "0912345678")


def test_what_is_told_names_nobody(tells):
    tells()
    kept = str(list(Message.objects.values_list("facts", "event", "recipient", "about", "why")))
    assert "An" not in kept
    assert AN.phone not in kept


def test_the_same_event_is_told_once_however_often_it_is_said(tells):
    assert [tells(), tells(), tells("dossier/1#2")] == [3, 0, 3]
    assert Message.objects.count() == 6
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.create(**{**Message.objects.filter(way=Way.SMS).values().first(), "id": None, "key": None})


def test_telling_costs_one_statement(tells):
    tells("dossier/1#0")
    with CaptureQueriesContext(connection) as sent:
        tells()
    assert len([each for each in sent if "outbox" in each["sql"]]) == 1
    assert len([each for each in sent if "SAVEPOINT" not in each["sql"]]) == 1


@pytest.mark.parametrize(
    ("change", "ways"),
    [
        ({"phone": ""}, {Way.APP, Way.EMAIL}),
        ({"phone": "02033838399"}, {Way.APP, Way.EMAIL}),
        ({"phone": "+81312345678"}, {Way.APP, Way.EMAIL}),
        ({"email": "không có"}, {Way.APP, Way.SMS}),
        ({"email": ""}, {Way.APP, Way.SMS}),
        ({"account": ""}, {Way.SMS, Way.EMAIL}),
        ({"phone": "", "email": "", "account": ""}, set()),
    ],
)
def test_where_nothing_can_arrive_nothing_is_written(tells, change, ways):
    assert tells(to=replace(AN, **change)) == len(ways)
    assert states().keys() == ways


@pytest.mark.clause("4.1.c")
def test_who_agreed_is_told_by_zalo_and_not_by_sms_as_well(tells, world, phone, zns):
    contacts.give_consent(phone, way=Way.ZNS, how="Gọi tổng đài", by=world["mai"], at=NOON)
    tells()
    assert states().keys() == {Way.APP, Way.ZNS, Way.EMAIL}


def test_what_is_set_up_goes_before_what_is_not(tells, world, phone, sms):
    contacts.give_consent(phone, way=Way.ZNS, how="Gọi tổng đài", by=world["mai"], at=NOON)
    tells()
    assert states().keys() == {Way.APP, Way.SMS, Way.EMAIL}


def test_a_kind_without_a_registered_template_goes_by_sms(tells, world, phone, zns, sms):
    contacts.give_consent(phone, way=Way.ZNS, how="Gọi tổng đài", by=world["mai"], at=NOON)
    tells(kind="result_ready")
    assert states().keys() == {Way.APP, Way.SMS, Way.EMAIL}


@pytest.mark.clause("4.1.c")
def test_who_wants_nothing_is_not_told_and_who_chose_is_told_so(tells, world, phone):
    contacts.withdraw_consent(phone, way=Way.SMS, how="Trả lời tin nhắn", by=world["mai"], at=NOON)
    tells()
    assert states().keys() == {Way.APP, Way.EMAIL}
    contacts.choose_channels(contacts.contact_of(AN.email), ways=[], by=world["mai"], at=NOON)
    tells("dossier/1#2")
    assert Message.objects.filter(event="dossier/1#2").get().way == Way.APP


def test_outside_a_transaction_nothing_can_be_told(world, transactional_db):
    about = About("dossier/1#1", "x", world.offices["trung-tam"].pk)
    with pytest.raises(RuntimeError, match="transaction of its act"):
        outbox.tell("received", about, to=AN, facts=RECEIVED, at=NOON)


def test_an_account_reads_its_own_page_and_nobody_elses(tells):
    tells()
    tells("dossier/2#1", to=replace(AN, account="citizen/2"))
    assert str(inbox.unseen("citizen/1")) == "1"
    assert inbox.see_all("citizen/1", NOON) == 1
    assert (str(inbox.unseen("citizen/1")), str(inbox.unseen("citizen/2"))) == ("0", "1")
    assert inbox.see_all("citizen/1", NOON + timedelta(hours=1)) == 0
    (mine,) = inbox.inbox("citizen/1", Place()).rows
    assert (mine.state, mine.ended_at) == (State.DELIVERED, NOON)
    assert Contact.objects.count() == 0
