"""A business has an account: declared by one of its people, confirmed by an official, used by those it admits."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers.scans import Component, take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.text import clean, fold

from . import policies
from .models import Business, Member, Person, managers_of
from .terms import Power, Proof

CLAUSE = policies.CLAUSE
REGISTRATION = Component("dang-ky", "Giấy đăng ký doanh nghiệp hoặc quyết định thành lập")


class NotABusiness(Refused):
    """Something declared can not be right, or is there already."""

    clause = CLAUSE


class AlreadyJudged(Refused):
    """An official was faster."""

    clause = CLAUSE


class NobodyToAdmit(Refused):
    """No account belongs to the number and the name together."""

    clause = CLAUSE


class LastManager(Refused):
    """Somebody has to be able to admit others."""

    clause = CLAUSE


@act(CLAUSE)
def declare_business(
    *, tax_code: str, name: str, address: str = "", paper: Upload | None, by: Person, at: datetime
) -> Business:
    """Declare a business with its registration paper; whoever declares it is its first member, with every power."""
    require(policies.may_use_account(by))
    if not by.is_proven:
        raise NotABusiness("Chỉ người đã xác minh danh tính được khai doanh nghiệp, tổ chức.")
    if not clean(name) or paper is None:
        raise NotABusiness("Phải ghi tên và kèm giấy đăng ký doanh nghiệp hoặc quyết định thành lập.")
    try:
        number = identity.identity_number(identity.IdentityKind.TAX_CODE, tax_code)
    except identity.NotValid as fault:
        raise NotABusiness(fault.sentence) from None
    business = Business(tax_code=number, name=clean(name), address=clean(address), declared_by=by, declared_at=at)
    try:
        with transaction.atomic():
            business.save()
    except IntegrityError:
        raise NotABusiness(
            f"Mã số thuế {number} đã có tài khoản. Hãy đề nghị người quản lý tài khoản ấy thêm bạn vào."
        ) from None
    business.paper = take_in(paper, about=business.stream, by=by, at=at, component=REGISTRATION)
    business.save(update_fields=["paper"])
    Member.objects.create(business=business, person=by, powers=[each.value for each in Power], since=at)
    record(declare_business, about=business, by=by, at=at, tax_code=number, name=business.name)
    return business


@act(CLAUSE)
def confirm_business(business: Business, *, by: Officer, at: datetime) -> Business:
    """An official has compared the paper with what was declared: from now on its people act in its name."""
    business = _to_judge(business, by, at)
    business.confirmed_at = at
    business.save(update_fields=["confirmed_at"])
    record(confirm_business, about=business, by=by, at=at, tax_code=business.tax_code)
    return business


@act(CLAUSE)
def refuse_business(business: Business, *, reason: str, by: Officer, at: datetime) -> Business:
    """The paper does not show what was declared: the reason is told, and the number is free again."""
    business = _to_judge(business, by, at)
    if not clean(reason):
        raise Refused("Phải ghi lý do để người khai biết phải sửa gì.", CLAUSE)
    business.refused_at, business.why_refused = at, clean(reason)
    business.save(update_fields=["refused_at", "why_refused"])
    record(refuse_business, about=business, by=by, at=at, reason=business.why_refused)
    return business


@act(CLAUSE)
def admit_member(
    business: Business, *, identity_number: str, name: str, powers: Collection[str], by: Person, at: datetime
) -> Member:
    """Let somebody with an account act in the name of the business. Number and name must belong together."""
    business = _managed(business, by)
    chosen = _powers(powers)
    proven = Person.objects.exclude(proof=Proof.OWN_WORD.value).filter(closed_at=None)
    person = proven.filter(identity_number=identity_number.replace(" ", "") or "-").first()
    if person is None or fold(person.name) != fold(name):
        raise NobodyToAdmit("Chưa có tài khoản đã xác minh nào mang đúng số định danh và họ tên này.")
    try:
        with transaction.atomic():
            member = Member.objects.create(business=business, person=person, powers=chosen, since=at)
    except IntegrityError:
        raise NobodyToAdmit(f"{person.name} đã là người của {business.name}.") from None
    record(admit_member, about=business, by=by, at=at, person=person.code, powers=chosen)
    return member


@act(CLAUSE)
def change_powers(member: Member, *, powers: Collection[str], by: Person, at: datetime) -> Member:
    """Give a member other powers."""
    business = _managed(member.business, by)
    member, chosen = _still(member), _powers(powers)
    if Power.MANAGE not in chosen:
        _somebody_else_manages(business, member)
    member.powers = chosen
    member.save(update_fields=["powers"])
    record(change_powers, about=business, by=by, at=at, person=member.person.code, powers=chosen)
    return member


@act(CLAUSE)
def end_membership(member: Member, *, by: Person, at: datetime) -> Member:
    """A member acts no longer in the name of the business: a manager ends it, or the member."""
    business = _managed(member.business, by) if member.person_id != by.pk else _locked(member.business)
    member = _still(member)
    _somebody_else_manages(business, member)
    member.until = at
    member.save(update_fields=["until"])
    record(end_membership, about=business, by=by, at=at, person=member.person.code)
    return member


def _locked(business: Business) -> Business:
    return Business.objects.select_for_update().get(pk=business.pk)


def _managed(business: Business, by: Person) -> Business:
    business = _locked(business)
    require(policies.may_manage(by, business))
    return business


def _to_judge(business: Business, by: Officer, at: datetime) -> Business:
    business = _locked(business)
    require(policies.may_confirm_business(by, at))
    if business.confirmed_at or business.refused_at:
        raise AlreadyJudged(f"{business.name} đã được cán bộ khác xem xét.")
    return business


def _powers(powers: Collection[str]) -> list[str]:
    chosen = [each.value for each in Power if each.value in powers]
    if not chosen:
        raise Refused("Hãy chọn ít nhất một quyền.", CLAUSE)
    return chosen


def _still(member: Member) -> Member:
    member = Member.objects.select_related("person").get(pk=member.pk)
    if member.until is not None:
        raise Refused(f"{member.person.name} đã thôi là người của tổ chức này.", CLAUSE)
    return member


def _somebody_else_manages(business: Business, member: Member) -> None:
    if Power.MANAGE.value in member.powers and not managers_of(business).exclude(pk=member.pk).exists():
        raise LastManager("Phải còn ít nhất một người có quyền thêm, bớt người.")
