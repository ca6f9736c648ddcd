"""One account a person: opened by what the provider says, kept true to it, completed and closed by its owner."""

from dataclasses import replace

import pytest

from motcua.domain.citizens import accounts, businesses
from motcua.domain.citizens.claims import Identity
from motcua.domain.citizens.models import Person, managers_of
from motcua.domain.citizens.terms import Proof
from motcua.domain.journal.models import Entry
from motcua.domain.organisations.models import Account
from motcua.domain.regulation.answers import NotAllowed
from tests.citizens import AN, AT, BINH, a_business, a_citizen
from tests.racing import THREADS, at_once
from tests.world import build

pytestmark = pytest.mark.clause("4.1.c")


def test_whom_the_provider_names_has_an_account_with_what_it_said(db: None) -> None:
    person = a_citizen()
    assert (person.name, person.identity_number, person.said) == (
        "Nguyễn Hoài An", "022085001234", ["address", "born_on", "identity_number", "name"],
    )  # fmt: skip
    assert not person.account.has_usable_password()
    assert person.signature() == "Nguyễn Hoài An (người dân, đã định danh điện tử)"
    entry = Entry.objects.get(stream=person.stream)
    assert (entry.act, entry.by_code) == ("open_citizen_account", person.code)
    assert "022085001234" not in str(entry.facts)


def test_nobody_has_an_account_without_a_name(db: None) -> None:
    with pytest.raises(accounts.NoName, match="họ tên"):
        a_citizen(replace(AN, name="  "))
    assert not Person.objects.exists()


def test_the_same_person_has_one_account(db: None) -> None:
    first = a_citizen()
    again = a_citizen(replace(AN, address="Phường Hồng Gai"))
    assert (again.pk, again.address) == (first.pk, "Phường Hồng Gai")
    assert Account.objects.filter(username__startswith="cd-").count() == 1


def test_a_claimed_number_does_not_take_the_account_of_who_has_proved_it(db: None) -> None:
    claimed = a_citizen(replace(AN, name="Kẻ Mạo Danh"), proof=Proof.OWN_WORD)
    assert a_citizen().pk != claimed.pk


def test_what_the_provider_says_again_writes_nothing(db: None) -> None:
    person = a_citizen()
    accounts.refresh_identity(person, AN, proof=Proof.PROVIDER, issuer="VNeID", at=AT)
    assert Entry.objects.filter(stream=person.stream).count() == 1


def test_a_confirmed_telephone_of_another_is_not_taken(db: None) -> None:
    a_citizen(replace(AN, phone="0912345678", phone_confirmed=True))
    assert a_citizen(replace(BINH, phone="0912345678", phone_confirmed=True)).phone == ""


def test_the_owner_completes_what_was_not_said_and_a_new_telephone_is_unconfirmed(db: None) -> None:
    person = a_citizen(replace(BINH, phone="0912345678", phone_confirmed=True))
    after = accounts.complete_particulars(
        person, name=BINH.name, address="Thôn 3", phone="0987654321", by=person, at=AT
    )  # fmt: skip
    assert (after.address, after.phone, after.phone_confirmed_at) == ("Thôn 3", "0987654321", None)


def test_what_is_proven_is_not_typed_over(db: None) -> None:
    person = a_citizen()
    with pytest.raises(accounts.ProvenAlready):
        accounts.complete_particulars(person, name="Người Khác", by=person, at=AT)
    assert Person.objects.get().name == AN.name


def test_a_closed_account_does_nothing_and_its_number_is_free(db: None) -> None:
    person = accounts.close_citizen_account(a_citizen(), by=a_citizen(), at=AT)
    assert not Account.objects.get(person=person).is_active
    with pytest.raises(NotAllowed, match="đã đóng"):
        accounts.complete_particulars(person, phone="0987654321", by=person, at=AT)
    with pytest.raises(NotAllowed):
        accounts.close_citizen_account(person, by=person, at=AT)
    assert a_citizen().pk != person.pk


@pytest.mark.django_db(transaction=True)
def test_of_eight_first_signings_in_of_one_person_one_account_is_left(transactional_db: None) -> None:
    answers = at_once(lambda _: a_citizen())
    assert {each.pk for each in answers if isinstance(each, Person)} == {Person.objects.get().pk}
    assert len(answers) == THREADS
    assert Account.objects.filter(username__startswith="cd-").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_eight_closings_one_is_written(transactional_db: None) -> None:
    person = a_citizen(Identity(name="Lê Văn Cảnh"))
    at_once(lambda _: accounts.close_citizen_account(person, by=person, at=AT))
    assert Entry.objects.filter(stream=person.stream, act="close_citizen_account").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_managers_who_close_at_once_one_stays_with_the_business(transactional_db: None) -> None:
    build()
    an, binh = a_citizen(), a_citizen(BINH)
    business = a_business(an)
    given = {"identity_number": BINH.identity_number, "name": BINH.name, "powers": ["manage"]}
    businesses.admit_member(business, **given, by=an, at=AT)
    both = (an, binh)
    answers = at_once(lambda n: accounts.close_citizen_account(both[n % 2], by=both[n % 2], at=AT))
    (gone,) = [each for each in answers if isinstance(each, Person)]
    assert [each.person for each in managers_of(business)] == [each for each in both if each != gone]
    assert sum(isinstance(each, accounts.StillManages) for each in answers) == THREADS // 2
    assert Entry.objects.filter(act="close_citizen_account").count() == 1
