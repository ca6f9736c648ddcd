"""Accounts that need no identity provider: for pilots, and for those whom an official helps at the counter.

Whoever has read a code at an address may open an account with it and sign in. Who the owner is stays the owner's own
word until an official has seen the identity card (`proving`).
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.messages.contacts import address_of
from motcua.domain.messages.terms import AddressKind
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import confirming, policies, queries, telling
from .accounts import NoName, new_account
from .confirming import Asked
from .models import Confirmation, Person
from .terms import Proof, Purpose

CLAUSE = policies.CLAUSE
CHANGED = {AddressKind.PHONE.value: "Đổi số điện thoại", AddressKind.EMAIL.value: "Đổi thư điện tử"}


class AddressTaken(Refused):
    """Another account signs in with this address."""

    clause = CLAUSE


class NotClaimable(Refused):
    """What somebody says of who they are can not be right."""

    clause = CLAUSE


@dataclass(frozen=True)
class Claimed:
    """Who somebody says to be."""

    name: str
    identity_number: str = ""
    born_on: date | None = None
    address: str = ""

    def checked(self, at: datetime) -> "Claimed":
        """The same as it is stored; raises the sentence of what can not be right."""
        if not clean(self.name):
            raise NoName("Hãy nhập họ và tên.")
        number = self.identity_number
        try:
            if clean(number):
                number = identity.identity_number(identity.IdentityKind.CCCD, number, on=local_day(at))
        except identity.NotValid as fault:
            raise NotClaimable(fault.sentence) from None
        if self.born_on is not None and self.born_on > local_day(at):
            raise NotClaimable("Ngày sinh này chưa tới. Hãy xem lại.")
        if number and self.born_on is not None and identity.born_in(number) != self.born_on.year:
            raise NotClaimable("Năm sinh không khớp với số định danh. Hãy xem lại cả hai.")
        return Claimed(clean(self.name)[:120], clean(number), self.born_on, clean(self.address)[:300])


@act(CLAUSE)
def open_local_account(claimed: Claimed, *, confirmed: UUID, password: str = "", at: datetime) -> Person:
    """Open an account for who has read the code at a telephone number or an e-mail address."""
    claimed = claimed.checked(at)
    one = confirming.take_up(confirmed, Asked(Purpose.SIGN_IN), at=at)
    person = _new(claimed, at)
    if password:
        person.account.set_password(password)
        person.account.save(update_fields=["password"])
    _reached_at(person, one, at)
    _saved(person, one)
    record(open_local_account, about=person, by=person, at=at, proof=person.proof, confirmed=one.kind)
    return person


def owner_behind(confirmed: UUID, *, at: datetime) -> Person | None:
    """Whose account signs in at the address of a right code, which is used up by that; nobody's: it opens one."""
    with transaction.atomic():
        person = queries.reached_at(confirming.confirmation(confirmed).address)
        if person is None:
            return None
        if not person.is_local:
            raise AddressTaken(f"Địa chỉ này thuộc tài khoản {person.issuer}. Hãy đăng nhập bằng {person.issuer}.")
        confirming.take_up(confirmed, Asked(Purpose.SIGN_IN), at=at)
        return person


def name_of(written: str) -> str:
    """The name under which the account at an address signs in; an address without one stands for itself."""
    _, address = address_of(written)
    person = queries.reached_at(address)
    return person.account.username if person is not None and person.is_local else address


@act(CLAUSE)
def open_assisted_account(claimed: Claimed, *, confirmed: UUID | None, by: Officer, at: datetime) -> Person:
    """An official opens an account for somebody who can not do it alone, having seen the identity card.

    With a telephone that got a code the person signs in later; without one the account ties the dossiers all the same.
    """
    require(policies.may_prove(by, at))
    claimed = claimed.checked(at)
    if not claimed.identity_number or claimed.born_on is None:
        raise NotClaimable("Phải ghi số định danh và ngày sinh đúng như trên thẻ căn cước.")
    person = _new(claimed, at)
    person.proof, person.said = Proof.OFFICIAL.value, said_by(claimed)
    one = confirming.take_up(confirmed, Asked(Purpose.COUNTER, by.code), at=at) if confirmed else None
    if one is not None:
        _reached_at(person, one, at)
    _saved(person, one)
    record(open_assisted_account, about=person, by=by, at=at, said=person.said, confirmed=one.kind if one else "")
    return person


@act(CLAUSE)
def confirm_contact(person: Person, *, confirmed: UUID, by: Person | Officer, at: datetime) -> Person:
    """A telephone number or an e-mail address is the owner's: the code was read there. The former one is told."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(policies.may_change_contact(by, person, at))
    purpose = Purpose.CONTACT if isinstance(by, Person) else Purpose.COUNTER
    one = confirming.take_up(confirmed, Asked(purpose, by.code), at=at)
    before = telling.reached(person)
    _reached_at(person, one, at)
    _saved(person, one)
    line = record(confirm_contact, about=person, by=by, at=at, confirmed=one.kind)
    telling.about_security(person, line, CHANGED[one.kind], at, to=before)
    return person


@act(CLAUSE)
def set_password(person: Person, *, password: str, by: Person, at: datetime) -> Person:
    """The owner, who has just shown to be it, sets a password; every other visit ends with the old one."""
    person = Person.objects.select_for_update(of=("self",)).select_related("account").get(pk=person.pk)
    require(policies.may_set_password(by, person))
    person.account.set_password(password)
    person.account.save(update_fields=["password"])
    line = record(set_password, about=person, by=by, at=at)
    telling.about_security(person, line, "Đổi mật khẩu", at, to=telling.reached(person))
    return person


def said_by(claimed: Claimed) -> list[str]:
    """What of it an official has seen on the card, or a provider would have said: it is not typed again."""
    return sorted(each for each in ("name", "identity_number", "born_on", "address") if getattr(claimed, each))


def _new(claimed: Claimed, at: datetime) -> Person:
    account = new_account()
    return Person(
        code=account.username, account=account, proof=Proof.OWN_WORD.value, opened_at=at, name=claimed.name,
        identity_number=claimed.identity_number, born_on=claimed.born_on, address=claimed.address,
    )  # fmt: skip


def _reached_at(person: Person, one: Confirmation, at: datetime) -> None:
    setattr(person, one.kind, one.address)
    setattr(person, f"{one.kind}_confirmed_at", at)


def _saved(person: Person, one: Confirmation | None) -> None:
    """Written, unless another account has the address or the proven number: the database says so to two at once."""
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as fault:
        if "proven_person" in str(fault):
            raise AddressTaken(policies.PROVEN_ELSEWHERE) from None
        what = AddressKind(one.kind).label.lower() if one else "địa chỉ"
        raise AddressTaken(f"Có tài khoản khác đang dùng {what} này để đăng nhập.") from None
