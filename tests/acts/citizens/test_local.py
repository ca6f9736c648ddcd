"""A local account: opened with a code, its identity only claimed until an official has seen the card."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.citizens import accounts, local, proving
from motcua.domain.citizens.confirming import Asked, NotConfirmed
from motcua.domain.citizens.local import AddressTaken, Claimed, NotClaimable
from motcua.domain.citizens.models import Confirmation, Person
from motcua.domain.citizens.terms import Proof, Purpose
from motcua.domain.filing import mine
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.messages.models import Message
from motcua.domain.organisations.models import Account
from motcua.domain.regulation.answers import NotAllowed
from tests.citizens import AN, AT, BINH, a_citizen
from tests.local_accounts import CLAIMED, EMAIL, OTHER_PHONE, PHONE, a_local_account, confirmed
from tests.racing import at_once, one_wins
from tests.web.citizen.test_pages import belonging_to
from tests.world import World, build

pytestmark = [pytest.mark.clause("4.1.c"), pytest.mark.usefixtures("sends")]
SECRET = "bốn từ không liên quan"


def count() -> int:
    return Account.objects.filter(username__startswith="cd-").count()


class TestOpening:
    def test_who_read_the_code_has_an_account_with_a_claimed_identity(self, world: World) -> None:
        person = a_local_account()
        assert (person.phone, person.phone_confirmed_at, person.email) == (PHONE, AT, "")
        assert (person.proof, person.said, person.is_proven, person.is_local) == (Proof.OWN_WORD, [], False, True)
        entry = Entry.objects.get(stream=person.stream)
        assert (entry.act, entry.facts) == ("open_local_account", {"proof": "own_word", "confirmed": "phone"})

    def test_a_password_is_kept_as_argon2_would_and_without_one_there_is_none(self, world: World) -> None:
        assert a_local_account(password=SECRET).account.check_password(SECRET)
        assert not a_local_account(EMAIL).account.has_usable_password()

    @pytest.mark.parametrize(
        ("claimed", "words"),
        [
            (replace(CLAIMED, name=" "), "họ và tên"),
            (replace(CLAIMED, identity_number="123"), "12 chữ số"),
            (replace(CLAIMED, born_on=date(2030, 1, 1)), "chưa tới"),
            (replace(CLAIMED, born_on=date(1986, 4, 2)), "không khớp"),
        ],
    )
    def test_what_can_not_be_right_is_refused_and_the_code_still_serves(
        self, world: World, claimed: Claimed, words: str
    ) -> None:
        key = confirmed()
        with pytest.raises(Exception, match=words):
            local.open_local_account(claimed, confirmed=key, at=AT)
        assert local.open_local_account(CLAIMED, confirmed=key, at=AT)

    def test_one_address_has_one_account(self, world: World) -> None:
        a_local_account()
        with pytest.raises(AddressTaken, match="tài khoản khác"):
            a_local_account()
        assert (Person.objects.count(), count()) == (1, 1)

    def test_without_a_right_code_there_is_no_account(self, world: World) -> None:
        with pytest.raises(NotConfirmed):
            local.open_local_account(CLAIMED, confirmed=confirmed(for_what=Asked(Purpose.COUNTER)), at=AT)
        assert not Person.objects.exists()

    def test_a_closed_account_leaves_its_number_to_a_new_one(self, world: World) -> None:
        first = a_local_account()
        accounts.close_citizen_account(first, by=first, at=AT)
        assert a_local_account().pk != first.pk

    @pytest.mark.django_db(transaction=True)
    def test_of_eight_who_confirmed_one_number_at_once_one_has_the_account(self, transactional_db: None) -> None:
        keys = [confirmed(at=AT.replace(hour=8 + n // 2, minute=30 * (n % 2))) for n in range(8)]
        Confirmation.objects.update(confirmed_at=AT)
        answers = at_once(lambda n: local.open_local_account(CLAIMED, confirmed=keys[n], at=AT))
        assert sum(isinstance(each, Person) for each in answers) == 1
        assert sum(isinstance(each, AddressTaken) for each in answers) == 7
        assert (Person.objects.count(), count()) == (1, 1)

    @pytest.mark.django_db(transaction=True)
    def test_the_same_code_sent_eight_times_opens_one_account(self, transactional_db: None) -> None:
        key = confirmed()
        answers = at_once(lambda _: local.open_local_account(CLAIMED, confirmed=key, at=AT))
        assert sum(isinstance(each, Person) for each in answers) == 1


class TestComingIn:
    def test_the_owner_of_an_address_is_found_by_a_right_code_once(self, world: World) -> None:
        person, key = a_local_account(), confirmed()
        assert local.owner_behind(key, at=AT) == person
        with pytest.raises(NotConfirmed):
            local.owner_behind(key, at=AT)

    def test_an_address_of_nobody_leads_to_a_new_account(self, world: World) -> None:
        assert local.owner_behind(confirmed(), at=AT) is None

    def test_who_has_a_provider_signs_in_there(self, world: World) -> None:
        a_citizen(replace(AN, phone=PHONE, phone_confirmed=True))
        with pytest.raises(AddressTaken, match="đăng nhập bằng VNeID"):
            local.owner_behind(confirmed(), at=AT)

    def test_an_address_without_an_account_has_a_name_that_signs_nobody_in(self, world: World) -> None:
        assert local.name_of("0912 345 678") == PHONE
        assert local.name_of(PHONE) != a_local_account().code
        assert local.name_of("+84 912 345 678") == Person.objects.get().code


class TestContact:
    def test_a_new_number_counts_when_its_code_was_read_and_the_old_one_is_told(self, world: World) -> None:
        person = a_local_account()
        key = confirmed(OTHER_PHONE, Asked(Purpose.CONTACT, person.code))
        assert local.confirm_contact(person, confirmed=key, by=person, at=AT).phone == OTHER_PHONE
        told = Message.objects.filter(kind="account_security").values_list("way", "address")
        assert set(told) == {("app", f"account/{person.account_id}"), ("sms", PHONE)}

    def test_an_e_mail_address_stands_beside_the_number(self, world: World) -> None:
        person = a_local_account()
        key = confirmed(EMAIL, Asked(Purpose.CONTACT, person.code))
        after = local.confirm_contact(person, confirmed=key, by=person, at=AT)
        assert (after.phone, after.email, after.email_confirmed_at) == (PHONE, EMAIL, AT)

    def test_the_number_of_another_account_is_refused(self, world: World) -> None:
        a_local_account(OTHER_PHONE, Claimed("Trần Thị Bình"))
        person = a_local_account()
        key = confirmed(OTHER_PHONE, Asked(Purpose.CONTACT, person.code))
        with pytest.raises(AddressTaken):
            local.confirm_contact(person, confirmed=key, by=person, at=AT)
        assert Person.objects.get(pk=person.pk).phone == PHONE

    def test_nobody_changes_the_number_of_somebody_else(self, world: World) -> None:
        person, other = a_local_account(), a_local_account(EMAIL, Claimed("Trần Thị Bình"))
        key = confirmed(OTHER_PHONE, Asked(Purpose.CONTACT, other.code))
        with pytest.raises(NotAllowed, match="không phải của bạn"):
            local.confirm_contact(person, confirmed=key, by=other, at=AT)

    def test_a_number_is_not_changed_by_typing(self, world: World) -> None:
        person = a_local_account()
        with pytest.raises(accounts.NotConfirmed, match="mã xác nhận"):
            accounts.complete_particulars(person, name=person.name, phone=OTHER_PHONE, by=person, at=AT)

    def test_an_official_gives_a_proven_owner_another_number_and_no_unproven_one(self, world: World) -> None:
        person = a_local_account()
        key = confirmed(OTHER_PHONE, Asked(Purpose.COUNTER, world["lan"].code))
        with pytest.raises(NotAllowed, match="đối chiếu căn cước trước"):
            local.confirm_contact(person, confirmed=key, by=world["lan"], at=AT)
        proving.prove_identity(person, CLAIMED, by=world["lan"], at=AT)
        with pytest.raises(NotAllowed):
            local.confirm_contact(person, confirmed=key, by=world["thu"], at=AT)
        assert local.confirm_contact(person, confirmed=key, by=world["lan"], at=AT).phone == OTHER_PHONE

    @pytest.mark.django_db(transaction=True)
    def test_of_eight_with_the_same_code_one_changes_it(self, transactional_db: None) -> None:
        person = a_local_account()
        key = confirmed(OTHER_PHONE, Asked(Purpose.CONTACT, person.code))
        answers = at_once(lambda _: local.confirm_contact(person, confirmed=key, by=person, at=AT))
        assert sum(isinstance(each, Person) for each in answers) == 1


class TestPassword:
    def test_the_owner_sets_one_and_is_told(self, world: World) -> None:
        person = a_local_account()
        local.set_password(person, password=SECRET, by=person, at=AT)
        assert Account.objects.get(person=person).check_password(SECRET)
        assert Message.objects.filter(kind="account_security", way="sms", address=PHONE).exists()
        assert SECRET not in str(list(Entry.objects.values_list("facts", flat=True)))

    def test_nobody_else_does_and_no_owner_with_a_provider(self, world: World) -> None:
        person, at_provider = a_local_account(), a_citizen(BINH)
        with pytest.raises(NotAllowed, match="không phải của bạn"):
            local.set_password(person, password=SECRET, by=at_provider, at=AT)
        with pytest.raises(NotAllowed, match="VNeID"):
            local.set_password(at_provider, password=SECRET, by=at_provider, at=AT)


class TestProving:
    def test_the_card_an_official_saw_ties_the_dossiers_of_that_number(self, world: World) -> None:
        person = a_local_account(claimed=replace(CLAIMED, name="Nguyen Hoai An"))
        dossier = belonging_to(person, world)
        assert not mine.mine(person, AT, Place()).rows
        proven = proving.prove_identity(person, CLAIMED, by=world["lan"], at=AT)
        assert (proven.name, proven.proof, proven.said) == (
            AN.name, Proof.OFFICIAL, ["address", "born_on", "identity_number", "name"],
        )  # fmt: skip
        assert [each.id for each in mine.mine(proven, AT, Place()).rows] == [dossier.pk]
        entry = Entry.objects.filter(stream=person.stream).last()
        assert (entry.act, entry.by_code) == ("prove_identity", world["lan"].code)
        assert AN.identity_number not in str(entry.facts)

    def test_only_who_receives_dossiers_proves_and_only_once(self, world: World) -> None:
        person = a_local_account()
        with pytest.raises(NotAllowed, match="tiếp nhận"):
            proving.prove_identity(person, CLAIMED, by=world["thu"], at=AT)
        proving.prove_identity(person, CLAIMED, by=world["lan"], at=AT)
        with pytest.raises(NotAllowed, match="đã được xác minh"):
            proving.prove_identity(person, CLAIMED, by=world["lan"], at=AT)

    def test_number_and_birthday_must_stand_there(self, world: World) -> None:
        with pytest.raises(NotClaimable, match="ngày sinh"):
            proving.prove_identity(a_local_account(), Claimed(AN.name, AN.identity_number), by=world["lan"], at=AT)

    def test_who_is_proven_elsewhere_keeps_that_one_account(self, world: World) -> None:
        a_citizen()
        with pytest.raises(proving.NumberProven, match="Mỗi người có một tài khoản"):
            proving.prove_identity(a_local_account(), CLAIMED, by=world["lan"], at=AT)

    def test_a_proven_local_account_is_found_by_the_provider_later(self, world: World) -> None:
        person = proving.prove_identity(a_local_account(), CLAIMED, by=world["lan"], at=AT)
        assert a_citizen().pk == person.pk

    @pytest.mark.django_db(transaction=True)
    def test_of_two_accounts_that_prove_one_number_at_once_one_is_proven(self, transactional_db: None) -> None:
        world = build()
        both = [a_local_account(), a_local_account(EMAIL)]
        world["lan"].held  # noqa: B018 - read once, not by eight threads
        answers = at_once(lambda n: proving.prove_identity(both[n % 2], CLAIMED, by=world["lan"], at=AT))
        assert sum(isinstance(each, Person) for each in answers) == 1
        assert Person.objects.filter(proof=Proof.OFFICIAL).count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_of_eight_who_prove_one_account_one_does(self, transactional_db: None) -> None:
        one_wins(proving.prove_identity, a_local_account(), seen=CLAIMED, by=build()["lan"], at=AT)


class TestAssisted:
    def test_an_official_opens_a_proven_account_with_a_telephone(self, world: World) -> None:
        key = confirmed(for_what=Asked(Purpose.COUNTER, world["lan"].code))
        person = local.open_assisted_account(CLAIMED, confirmed=key, by=world["lan"], at=AT)
        assert (person.is_proven, person.phone, person.account.has_usable_password()) == (True, PHONE, False)
        entry = Entry.objects.get(stream=person.stream)
        assert (entry.act, entry.by_code) == ("open_assisted_account", world["lan"].code)

    def test_without_a_telephone_too(self, world: World) -> None:
        person = local.open_assisted_account(CLAIMED, confirmed=None, by=world["lan"], at=AT)
        assert (person.is_proven, person.phone, person.email) == (True, "", "")

    def test_who_has_an_account_gets_no_second_one(self, world: World) -> None:
        a_citizen()
        with pytest.raises(AddressTaken, match="Mỗi người có một tài khoản"):
            local.open_assisted_account(CLAIMED, confirmed=None, by=world["lan"], at=AT)
        assert count() == 1

    def test_only_who_receives_opens_one_and_only_with_a_whole_identity(self, world: World) -> None:
        with pytest.raises(NotAllowed):
            local.open_assisted_account(CLAIMED, confirmed=None, by=world["thu"], at=AT)
        with pytest.raises(NotClaimable):
            local.open_assisted_account(Claimed(AN.name), confirmed=None, by=world["lan"], at=AT)

    def test_a_code_another_official_asked_for_does_not_serve(self, world: World) -> None:
        key = confirmed(for_what=Asked(Purpose.COUNTER, "người khác"))
        with pytest.raises(NotConfirmed):
            local.open_assisted_account(CLAIMED, confirmed=key, by=world["lan"], at=AT)

    @pytest.mark.django_db(transaction=True)
    def test_of_eight_openings_for_one_person_one_is_left(self, transactional_db: None) -> None:
        lan = build()["lan"]
        lan.held  # noqa: B018
        answers = at_once(lambda _: local.open_assisted_account(CLAIMED, confirmed=None, by=lan, at=AT))
        assert sum(isinstance(each, Person) for each in answers) == 1
        assert (Person.objects.count(), count()) == (1, 1)
