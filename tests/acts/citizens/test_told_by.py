"""By which ways somebody is told at the own addresses: chosen at home, for what was proved to be theirs."""

from dataclasses import replace

import pytest

from motcua.domain.citizens import told_by
from motcua.domain.citizens.models import Person
from motcua.domain.messages import checks, contacts
from motcua.domain.messages.contacts import WayDoesNotFit
from motcua.domain.messages.models import Contact
from motcua.domain.messages.terms import AddressKind, Way
from motcua.domain.regulation.answers import NotAllowed
from tests.citizens import AN, AT, BINH, a_citizen
from tests.racing import THREADS, at_once

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c")]
PHONE = "0912345678"
REACHED = replace(AN, phone=PHONE, phone_confirmed=True)


def wanted(person: Person) -> dict[str, list[Way]]:
    """What the page of this person says."""
    return {each.address: list(each.wanted) for each in told_by.addresses_of(person)}


def test_what_is_chosen_holds_for_confirmed_addresses_alone() -> None:
    an = a_citizen(REACHED)
    an.email = "an@example.vn"  # typed, never confirmed
    assert [(each.address, each.confirmed) for each in told_by.addresses_of(an)] == [
        (PHONE, True), ("an@example.vn", False),
    ]  # fmt: skip
    told_by.choose_ways(an, {AddressKind.PHONE: [], AddressKind.EMAIL: []}, at=AT)
    assert wanted(an) == {PHONE: [], "an@example.vn": [Way.EMAIL]}
    assert Contact.objects.get().owner == an.code


def test_zalo_is_agreed_to_and_taken_back_with_the_choice() -> None:
    an = a_citizen(REACHED)
    told_by.choose_ways(an, {AddressKind.PHONE: [Way.ZNS, Way.SMS]}, at=AT)
    assert (wanted(an)[PHONE], Contact.objects.get().agreed) == ([Way.ZNS, Way.SMS], ["zns"])
    told_by.choose_ways(an, {AddressKind.PHONE: [Way.SMS]}, at=AT)
    kept = Contact.objects.get()
    assert (wanted(an)[PHONE], kept.agreed, kept.withdrawn) == ([Way.SMS], [], ["zns"])
    assert list(checks.faults()) == []


def test_a_way_that_does_not_reach_it_and_the_address_of_another_are_refused() -> None:
    an, binh = a_citizen(REACHED), a_citizen(BINH)
    with pytest.raises(WayDoesNotFit):
        told_by.choose_ways(an, {AddressKind.PHONE: [Way.EMAIL]}, at=AT)
    assert not Contact.objects.exists()  # all of it or nothing
    told_by.choose_ways(an, {AddressKind.PHONE: [Way.SMS]}, at=AT)
    with pytest.raises(NotAllowed):
        contacts.choose_channels(contacts.contact_of(PHONE), ways=[], by=binh, at=AT)
    assert wanted(an)[PHONE] == [Way.SMS]


@pytest.mark.django_db(transaction=True)
def test_eight_choices_at_once_leave_one_of_them_whole() -> None:
    an = a_citizen(REACHED)
    choices = ([Way.SMS], [Way.ZNS, Way.SMS])
    chosen = at_once(lambda number: told_by.choose_ways(an, {AddressKind.PHONE: choices[number % 2]}, at=AT))
    assert chosen == [None] * THREADS
    assert wanted(an)[PHONE] in [list(each) for each in choices]
    assert list(checks.faults()) == []
