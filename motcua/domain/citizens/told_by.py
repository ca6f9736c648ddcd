"""By which ways a citizen is told at the own addresses: those that somebody has confirmed to be theirs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.acts import together
from motcua.domain.messages import contacts
from motcua.domain.messages.manners import MANNERS
from motcua.domain.messages.models import Contact
from motcua.domain.messages.terms import AddressKind, Way

from .models import Person

HOW = "Chọn trên trang của mình"


@dataclass(frozen=True)
class Address:
    """One of the own addresses: how it is reached, and by which of these ways its owner wants to be told."""

    kind: AddressKind
    address: str
    confirmed: bool
    ways: tuple[Way, ...]
    wanted: tuple[Way, ...]


def addresses_of(person: Person) -> list[Address]:
    """Telephone and e-mail as the account knows them; one that nobody confirmed can not be chosen for."""
    given = (
        (AddressKind.PHONE, person.phone, person.phone_confirmed_at),
        (AddressKind.EMAIL, person.email.lower(), person.email_confirmed_at),
    )
    known = {each.address: each for each in Contact.objects.filter(address__in=[address for _, address, _ in given])}
    found = []
    for kind, address, confirmed in given:
        if address:
            contact = known.get(address) or Contact(kind=kind, address=address)
            wanted = tuple(way for way in contact.ways() if contact.wants(way))
            found.append(Address(kind, address, confirmed is not None, contact.ways(), wanted))
    return found


def choose_ways(person: Person, chosen: dict[AddressKind, Collection[str]], *, at: datetime) -> None:
    """Keep what was chosen for each confirmed address; what needs consent is agreed to, or taken back, with it."""
    with together():
        for each in addresses_of(person):
            if each.confirmed and each.kind in chosen:
                _choose(each, {Way(way) for way in chosen[each.kind]}, person, at)


def _choose(each: Address, ways: set[Way], person: Person, at: datetime) -> None:
    contact = contacts.contact_of(each.address)
    if contact.owner != person.code:
        contact = contacts.own_address(contact, owner=person.code, by=person, at=at)
    for way in each.ways:
        if MANNERS[way].consent and (way in ways) != (way in each.wanted):
            note = contacts.give_consent if way in ways else contacts.withdraw_consent
            note(contact, way=way, how=HOW, by=person, at=at)
    contacts.choose_channels(contact, ways=ways, by=person, at=at)
