"""An account is opened, kept true to what the identity provider says, completed by its owner, and closed."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Account
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from . import policies
from .claims import SAYS_WHO, Identity
from .models import Business, Member, Person, managers_of
from .terms import Power, Proof

CLAUSE = policies.CLAUSE


class NoName(Refused):
    """Nobody has an account without a name."""

    clause = CLAUSE


class NotConfirmed(Refused):
    """With what somebody signs in is not changed by typing."""

    clause = CLAUSE


class ProvenAlready(Refused):
    """What the provider said is not typed over."""

    clause = CLAUSE


class StillManages(Refused):
    """A business would be left with nobody who may admit others."""

    clause = CLAUSE


@act(CLAUSE)
def open_citizen_account(identity: Identity, *, proof: Proof, issuer: str = "", at: datetime) -> Person:
    """Open the account of somebody whom a provider has named; who has one under the same number gets that one.

    A telephone or e-mail that another account has confirmed is left out, as is one that is not confirmed here.
    """
    if not clean(identity.name):
        raise NoName("Nơi định danh không cho biết họ tên nên chưa mở được tài khoản. Hãy liên hệ tổng đài.")
    known = _known(identity)
    if known is not None:
        return refresh_identity(known, identity, proof=proof, issuer=issuer, at=at)
    account = new_account()
    person = Person(code=account.username, account=account, proof=proof.value, issuer=issuer, opened_at=at)
    _take(person, identity, at)
    try:
        with transaction.atomic():
            person.save(force_insert=True)
    except IntegrityError:  # the same person signed in twice at the same moment
        known = _known(identity)
        if known is None:
            raise
        account.delete()
        return refresh_identity(known, identity, proof=proof, issuer=issuer, at=at)
    record(open_citizen_account, about=person, by=person, at=at, proof=proof.value, issuer=issuer, said=person.said)
    return person


def new_account() -> Account:
    """What a new citizen signs in with, under a code that says nothing of its owner."""
    account = Account(username=f"cd-{uuid4().hex[:16]}")
    account.set_unusable_password()
    account.save()
    return account


@act(CLAUSE)
def refresh_identity(person: Person, identity: Identity, *, proof: Proof, issuer: str, at: datetime) -> Person:
    """What the provider says today replaces what it said before; nothing is written when it says the same."""
    person = Person.objects.select_for_update(of=("self",)).select_related("account").get(pk=person.pk)
    require(policies.may_use_account(person))
    before = _told(person)
    person.proof, person.issuer = proof.value, issuer
    _take(person, identity, at)
    changed = sorted(name for name, value in _told(person).items() if before[name] != value)
    if changed:
        person.save()
        record(refresh_identity, about=person, by=person, at=at, issuer=issuer, changed=changed)
    return person


@act(CLAUSE)
def complete_particulars(
    person: Person, *, name: str = "", address: str = "", phone: str = "", email: str = "", by: Person, at: datetime
) -> Person:
    """The owner adds what the provider did not say; a new telephone or e-mail has to be confirmed again."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    require(policies.may_use_account(person))
    if person.is_local and (phone, clean(email).lower()) != (person.phone, person.email):
        raise NotConfirmed("Số điện thoại và thư điện tử dùng để đăng nhập: hãy đổi bằng mã xác nhận.")
    given = {"name": clean(name), "address": clean(address), "phone": phone, "email": clean(email).lower()}
    for each in ("name", "address"):
        if each in person.said and given[each] and given[each] != getattr(person, each):
            raise ProvenAlready("Họ tên và nơi cư trú đã xác minh thì không sửa ở đây được.")
    changed = [each for each, value in given.items() if value != getattr(person, each) and each not in person.said]
    if "name" in changed and not given["name"]:
        raise NoName("Hãy nhập họ và tên.")
    for each in changed:
        setattr(person, each, given[each])
        if each in ("phone", "email"):
            setattr(person, f"{each}_confirmed_at", None)
    if changed:
        person.save()
        record(complete_particulars, about=person, by=by, at=at, changed=sorted(changed))
    return person


@act(CLAUSE)
def close_citizen_account(person: Person, *, by: Person, at: datetime) -> Person:
    """The owner wants no account any more: nobody signs in with it; dossiers and the journal stay."""
    person = Person.objects.select_for_update(of=("self",)).select_related("account").get(pk=person.pk)
    require(policies.may_use_account(person))
    _leaves_no_business_alone(person)
    person.closed_at = at
    person.save(update_fields=["closed_at"])
    person.account.is_active = False
    person.account.save(update_fields=["is_active"])
    record(close_citizen_account, about=person, by=by, at=at)
    return person


def _leaves_no_business_alone(person: Person) -> None:
    """Somebody has to be able to admit others; whoever ends or closes at the same moment waits for the business."""
    mine = Member.objects.filter(person=person, until=None, powers__contains=[Power.MANAGE.value])
    held = Business.objects.filter(pk__in=mine.values("business"), refused_at=None)
    for business in held.select_for_update().order_by("pk"):
        if not managers_of(business).exclude(person=person).exists():
            raise StillManages(
                f"Bạn là người quản lý duy nhất của {business.name}. Hãy giao quyền quản lý cho người khác trước."
            )


def _known(identity: Identity) -> Person | None:
    if not identity.identity_number:
        return None
    proven = Person.objects.exclude(proof=Proof.OWN_WORD.value)
    return proven.filter(identity_number=identity.identity_number, closed_at=None).first()


def _take(person: Person, identity: Identity, at: datetime) -> None:
    """Put what was said on the row. Contacts are taken only confirmed, and only where the owner has none."""
    identity = replace(identity, name=clean(identity.name)[:120])
    for each in SAYS_WHO:
        if getattr(identity, each):
            setattr(person, each, getattr(identity, each))
    person.said = sorted(set(person.said or []) | set(identity.given()))
    if identity.phone_confirmed and not person.phone and not _phone_taken(identity.phone):
        person.phone, person.phone_confirmed_at = identity.phone, at
    if identity.email_confirmed and not person.email and not _email_taken(identity.email):
        person.email, person.email_confirmed_at = identity.email, at


def _phone_taken(phone: str) -> bool:
    return Person.objects.filter(phone=phone, phone_confirmed_at__isnull=False, closed_at=None).exists()


def _email_taken(email: str) -> bool:
    return Person.objects.filter(email=email, email_confirmed_at__isnull=False, closed_at=None).exists()


def _told(person: Person) -> dict[str, object]:
    return {each: getattr(person, each) for each in (*SAYS_WHO, "phone", "email", "proof", "issuer")}
