"""A business has one account: declared with its paper, confirmed by an official, used by whom it admits."""

import pytest

from motcua.domain.citizens import businesses, policies, queries
from motcua.domain.citizens.models import Business, Member
from motcua.domain.citizens.terms import Power, Proof
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.citizens import AN, AT, BINH, TAX_CODE, a_business, a_citizen, a_paper
from tests.racing import THREADS, at_once
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c")
ADMITTED = {"identity_number": BINH.identity_number, "name": "trần thị bình", "powers": ["file"]}


def test_who_declares_a_business_has_every_power_once_it_is_confirmed(world: World) -> None:
    an = a_citizen()
    business = a_business(an)
    assert not policies.may_act_for_business(an, business, Power.FILE, AT)
    business = businesses.confirm_business(business, by=world["lan"], at=AT)
    assert all(policies.may_act_for_business(an, business, each, AT) for each in Power)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"tax_code": "0100233489"}, "chữ số kiểm tra"), ({"name": " "}, "tên"), ({"paper": None}, "giấy đăng ký")],
)
def test_a_business_is_declared_whole(db: None, wrong: dict, words: str) -> None:
    given = {"tax_code": TAX_CODE, "name": "Công ty", "paper": a_paper()} | wrong
    with pytest.raises(businesses.NotABusiness, match=words):
        businesses.declare_business(**given, by=a_citizen(), at=AT)
    assert not Business.objects.exists()


def test_whose_identity_is_only_claimed_declares_none(db: None) -> None:
    with pytest.raises(businesses.NotABusiness, match="xác minh"):
        a_business(a_citizen(proof=Proof.OWN_WORD))


def test_a_business_has_one_account_until_its_declaration_is_refused(world: World) -> None:
    an, binh = a_citizen(), a_citizen(BINH)
    business = a_business(an)
    with pytest.raises(businesses.NotABusiness, match="đã có tài khoản"):
        a_business(binh)
    businesses.refuse_business(business, reason="Giấy mờ, không đọc được.", by=world["lan"], at=AT)
    assert a_business(binh).pk != business.pk


def test_only_who_receives_dossiers_judges_and_only_once_and_says_why_not(world: World) -> None:
    business = a_business(a_citizen())
    with pytest.raises(NotAllowed, match="tiếp nhận"):
        businesses.confirm_business(business, by=world["thu"], at=AT)
    with pytest.raises(Refused, match="lý do"):
        businesses.refuse_business(business, reason=" ", by=world["lan"], at=AT)
    businesses.confirm_business(business, by=world["lan"], at=AT)
    with pytest.raises(businesses.AlreadyJudged):
        businesses.refuse_business(business, reason="Nhầm", by=world["lan"], at=AT)


def test_a_member_does_what_was_given_and_nothing_else(world: World) -> None:
    an, binh = a_citizen(), a_citizen(BINH)
    business = businesses.confirm_business(a_business(an), by=world["lan"], at=AT)
    member = businesses.admit_member(business, **ADMITTED, by=an, at=AT)
    assert policies.may_act_for_business(binh, business, Power.FILE, AT)
    assert not policies.may_act_for_business(binh, business, Power.PAY, AT)
    with pytest.raises(NotAllowed, match="Thêm, bớt người"):
        businesses.change_powers(member, powers=["manage"], by=binh, at=AT)
    businesses.change_powers(member, powers=["follow"], by=an, at=AT)
    assert not policies.may_act_for_business(binh, business, Power.FILE, AT)
    businesses.end_membership(member, by=binh, at=AT)
    assert not policies.may_act_for_business(binh, business, Power.FOLLOW, AT)
    with pytest.raises(Refused, match="đã thôi"):
        businesses.end_membership(member, by=an, at=AT)


@pytest.mark.parametrize("wrong", [{"name": "Trần Thị Ba"}, {"identity_number": "022190009999"}])
def test_number_and_name_must_belong_together(world: World, wrong: dict) -> None:
    an, _ = a_citizen(), a_citizen(BINH)
    with pytest.raises(businesses.NobodyToAdmit, match="đúng số định danh và họ tên"):
        businesses.admit_member(a_business(an), **{**ADMITTED, **wrong}, by=an, at=AT)


def test_a_power_has_to_be_chosen_and_nobody_is_admitted_twice(world: World) -> None:
    an, _ = a_citizen(), a_citizen(BINH)
    business = a_business(an)
    with pytest.raises(Refused, match="ít nhất một quyền"):
        businesses.admit_member(business, **{**ADMITTED, "powers": []}, by=an, at=AT)
    businesses.admit_member(business, **ADMITTED, by=an, at=AT)
    with pytest.raises(businesses.NobodyToAdmit, match="đã là người"):
        businesses.admit_member(business, **ADMITTED, by=an, at=AT)


def test_somebody_always_manages(world: World) -> None:
    an = a_citizen()
    business = a_business(an)
    mine = Member.objects.get(business=business)
    with pytest.raises(businesses.LastManager):
        businesses.end_membership(mine, by=an, at=AT)
    with pytest.raises(businesses.LastManager):
        businesses.change_powers(mine, powers=["file"], by=an, at=AT)


def test_other_peoples_businesses_do_not_exist(world: World) -> None:
    business = a_business(a_citizen())
    with pytest.raises(Business.DoesNotExist):
        queries.business(a_citizen(BINH), business.pk)
    with pytest.raises(Business.DoesNotExist):
        queries.one_to_confirm(world["thu"], business.pk, AT)


@pytest.mark.django_db(transaction=True)
def test_of_eight_declarations_of_a_number_one_stands(transactional_db: None, world: World) -> None:
    an = a_citizen(AN)
    answers = at_once(lambda _: a_business(an))
    assert len([each for each in answers if isinstance(each, Business)]) == 1
    assert len([each for each in answers if isinstance(each, businesses.NotABusiness)]) == THREADS - 1
    business = Business.objects.get()

    def judge(number: int) -> Business:
        if number % 2:
            return businesses.confirm_business(business, by=world["lan"], at=AT)
        return businesses.refuse_business(business, reason="Khác tên", by=world["lan"], at=AT)

    assert len([each for each in at_once(judge) if isinstance(each, Business)]) == 1


@pytest.mark.django_db(transaction=True)
def test_two_managers_do_not_relieve_each_other_to_nobody(transactional_db: None, world: World) -> None:
    an, binh = a_citizen(), a_citizen(BINH)
    business = a_business(an)
    other = businesses.admit_member(business, **{**ADMITTED, "powers": ["manage"]}, by=an, at=AT)
    mine = Member.objects.get(business=business, person=an)

    def relieve(number: int) -> Member:
        if number % 2:
            return businesses.end_membership(mine, by=binh, at=AT)
        return businesses.end_membership(other, by=an, at=AT)

    at_once(relieve)
    assert Member.objects.filter(business=business, until=None, powers__contains=["manage"]).count() == 1
    answers = at_once(lambda _: businesses.admit_member(business, **ADMITTED, by=an, at=AT))
    assert len([each for each in answers if isinstance(each, Member)]) <= 1
    still = Member.objects.filter(business=business, until=None).first()
    changed = at_once(lambda _: businesses.change_powers(still, powers=["manage", "file"], by=still.person, at=AT))
    assert [each for each in changed if isinstance(each, Member)]
