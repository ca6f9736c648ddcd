"""What people want: chosen, agreed, taken back; noted with how they said it; told without the address."""

import pytest

from motcua.domain.journal.queries import entries
from motcua.domain.messages import again, checks, contacts, forgetting, sending
from motcua.domain.messages.contacts import NotAnAddress, WayDoesNotFit
from motcua.domain.messages.models import Attempt, Contact, Message
from motcua.domain.messages.terms import AddressKind, Outcome, State, Way
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.acts.messages.conftest import AN, NOON
from tests.world import moment


class Citizen:
    """An account of a citizen, as it will sign."""

    def __init__(self, code: str) -> None:
        self.code = code

    def signature(self) -> str:
        return "Công dân"


@pytest.mark.parametrize(
    ("written", "kind", "address"),
    [
        ("+84 912 345 678", AddressKind.PHONE, "0912345678"),
        ("0912.345.678", AddressKind.PHONE, "0912345678"),
        (" An@Example.VN ", AddressKind.EMAIL, "an@example.vn"),
    ],
)
def test_an_address_is_one_row_however_it_is_written(db, written, kind, address):
    first = contacts.contact_of(written)
    assert (first.kind, first.address) == (kind, address)
    assert contacts.contact_of(address) == first


@pytest.mark.parametrize("written", ["", "abc", "12", "an@", "@example.vn"])
def test_what_is_no_address_is_refused(db, written):
    with pytest.raises(NotAnAddress):
        contacts.contact_of(written)


@pytest.mark.clause("4.1.c")
def test_what_somebody_wants_is_noted_and_told_without_the_address(world):
    one, mai = contacts.contact_of(AN.phone), world["mai"]
    contacts.choose_channels(one, ways=[Way.SMS, Way.ZNS], by=mai, at=NOON)
    contacts.give_consent(one, way=Way.ZNS, how="Phiếu đồng ý tại quầy", by=mai, at=NOON)
    one = contacts.withdraw_consent(one, way=Way.SMS, how="Gọi tổng đài", by=mai, at=NOON)
    assert (one.chosen, one.agreed, one.withdrawn) == (["zns", "sms"], ["zns"], ["sms"])
    assert {way: one.wants(way) for way in one.ways()} == {Way.ZNS: True, Way.SMS: False}
    lines = entries(one)
    assert [line.act for line in lines] == ["choose_channels", "give_consent", "withdraw_consent"]
    assert "912345678" not in str([line.facts for line in lines])
    assert list(checks.faults()) == []


@pytest.mark.clause("4.1.c")
def test_without_consent_zalo_is_not_used_and_sms_is(world):
    one = contacts.contact_of(AN.phone)
    assert {way: one.wants(way) for way in one.ways()} == {Way.ZNS: False, Way.SMS: True}
    one = contacts.give_consent(one, way=Way.ZNS, how="Phiếu", by=world["mai"], at=NOON)
    one = contacts.withdraw_consent(one, way=Way.ZNS, how="Phiếu", by=world["mai"], at=NOON)
    assert not one.wants(Way.ZNS)


@pytest.mark.clause("4.1.c")
def test_who_may_note_it(world):
    one = contacts.contact_of(AN.phone)
    Contact.objects.filter(pk=one.pk).update(owner="citizen/1")
    for allowed in (world["mai"], world["kien"], world["lan"], Citizen("citizen/1")):
        contacts.choose_channels(one, ways=[Way.SMS], by=allowed, at=NOON)
    for other in (world["binh"], world["thu"], Citizen("citizen/2"), Citizen("")):
        with pytest.raises(NotAllowed):
            contacts.choose_channels(one, ways=[], by=other, at=NOON)


def test_a_way_that_does_not_reach_the_address_is_refused(world):
    one, mai = contacts.contact_of(AN.phone), world["mai"]
    with pytest.raises(WayDoesNotFit):
        contacts.choose_channels(one, ways=[Way.EMAIL], by=mai, at=NOON)
    with pytest.raises(WayDoesNotFit):
        contacts.give_consent(one, way=Way.EMAIL, how="Phiếu", by=mai, at=NOON)
    with pytest.raises(Refused, match="bằng cách nào"):
        contacts.withdraw_consent(one, way=Way.SMS, how=" ", by=mai, at=NOON)


@pytest.fixture
def given_up(tells, clock, sms) -> Message:
    sms.answers = [(400, b'{"reason": "no"}'), (200, b'{"id": "p"}')]
    tells(to=AN.__class__("applicant", phone=AN.phone))
    sending.send_due(clock)
    return Message.objects.get()


@pytest.mark.clause("4.1.c")
def test_what_was_given_up_goes_out_again_under_the_same_key(given_up, world, clock, sms):
    again.send_again(given_up, by=world["kien"], at=NOON)
    assert sending.send_due(clock).sent == 1
    assert list(Attempt.objects.order_by("number").values_list("number", "outcome")) == [
        (1, Outcome.REFUSED),
        (2, Outcome.SENT),
    ]
    assert len({each["id"] for each in sms.asked}) == 1
    (line,) = entries(given_up)
    assert line.facts == {
        "dossier": given_up.about,
        "way": "Tin nhắn SMS",
        "tries": 1,
        "why": "Cổng tin nhắn trả lời 400 no",
    }
    assert list(checks.faults()) == []


@pytest.mark.clause("4.1.c")
def test_only_what_was_given_up_and_only_by_who_watches_is_sent_again(given_up, world):
    for other in ("lan", "thu", "binh"):
        with pytest.raises(NotAllowed, match="theo dõi hoặc quản trị"):
            again.send_again(given_up, by=world[other], at=NOON)
    again.send_again(given_up, by=world["mai"], at=NOON)
    with pytest.raises(NotAllowed, match="chờ gửi"):
        again.send_again(given_up, by=world["mai"], at=NOON)
    Message.objects.update(state=State.GIVEN_UP, address="")
    with pytest.raises(NotAllowed, match="đã được xóa"):
        again.send_again(given_up, by=world["mai"], at=NOON)


def test_addresses_are_blotted_out_after_a_while_and_the_rest_stays(given_up, tells):
    tells("dossier/1#2")
    assert forgetting.forget_addresses(moment("2024-08-20 12:00")) == 0
    assert forgetting.forget_addresses(moment("2024-08-26 12:00")) == 1
    assert forgetting.forget_addresses(moment("2024-08-26 12:00")) == 0
    assert sorted(Message.objects.values_list("way", "address")) == [
        ("app", "citizen/1"), ("email", "an@example.vn"), ("sms", ""), ("sms", "0912345678"),
    ]  # fmt: skip


HARMS = {
    "đã gửi 2 lần": lambda one: (
        Attempt.objects.create(message=one, number=9, begun_at=NOON, outcome=Outcome.SENT)
        and Attempt.objects.create(message=one, number=10, begun_at=NOON, outcome=Outcome.SENT)
    ),
    "không có lần gửi nào thành công": lambda one: Message.objects.update(state=State.SENT, sent_at=NOON),
    "ghi 5 lần thử, có 1": lambda one: Message.objects.update(tries=5),
    "chosen là ['sms'], nhật ký kể None": lambda one: Contact.objects.create(
        kind=AddressKind.PHONE, address="0987654321", chosen=["sms"]
    ),
}


@pytest.mark.parametrize("seen", HARMS)
def test_each_harm_is_seen(given_up, seen):
    assert list(checks.faults()) == []
    HARMS[seen](given_up)
    assert any(seen in fault for fault in checks.faults()), list(checks.faults())


def test_an_event_told_twice_is_seen_even_without_the_constraint(given_up):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("alter table outbox_message drop constraint told_once_by_each_way")
    row = Message.objects.values().get()
    Message.objects.create(**{**row, "id": None, "key": "00000000-0000-4000-8000-000000000001", "tries": 0})
    assert f"{given_up.event}: báo cho applicant 2 lần qua Tin nhắn SMS" in list(checks.faults())
