"""Who may act with an account, in the name of a business, or for another person."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import YES, Answer, no
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from .models import Authority, Business, Member, Person
from .terms import Power

CLAUSE = "4.1.c"
PROVEN_ELSEWHERE = "Số định danh này đã có tài khoản đã xác minh. Mỗi người có một tài khoản: hãy dùng tài khoản ấy."


@rule(CLAUSE)
def may_use_account(by: Person) -> Answer:
    """An account that was closed does nothing more."""
    return YES if by.closed_at is None else no("Tài khoản này đã đóng.", CLAUSE)


@rule(CLAUSE)
def may_prove(by: Any, at: datetime) -> Answer:
    """Who receives dossiers sees identity cards all day: the same eyes open and prove accounts."""
    if by.has_role(Role.RECEIVE, at):
        return YES
    return no("Chỉ cán bộ tiếp nhận hồ sơ được đối chiếu căn cước của người có tài khoản.", CLAUSE)


@rule(CLAUSE)
def can_be_proven(person: Person) -> Answer:
    """An account that is open and of which nobody knows yet whose it is."""
    if person.closed_at is not None:
        return no("Tài khoản này đã đóng.", CLAUSE)
    return no("Tài khoản này đã được xác minh.", CLAUSE) if person.is_proven else YES


@rule(CLAUSE)
def may_change_contact(by: Any, person: Person, at: datetime) -> Answer:
    """The owner; or an official for an owner whose identity is proven and who lost the telephone."""
    if not may_use_account(person):
        return may_use_account(person)
    if isinstance(by, Person):
        return YES if by.pk == person.pk else no("Tài khoản này không phải của bạn.", CLAUSE)
    if not person.is_proven:
        return no("Chưa xác minh danh tính thì chưa đổi được tại quầy. Hãy đối chiếu căn cước trước.", CLAUSE)
    return may_prove(by, at)


@rule(CLAUSE)
def may_set_password(by: Person, person: Person) -> Answer:
    """The owner of an account that is not an identity provider's."""
    if by.pk != person.pk:
        return no("Tài khoản này không phải của bạn.", CLAUSE)
    if not person.is_local:
        return no(f"Bạn đăng nhập bằng {person.issuer} nên không có mật khẩu ở cổng này.", CLAUSE)
    return may_use_account(person)


@rule(CLAUSE)
def may_have_second_factor(by: Person, person: Person) -> Answer:
    """The owner alone, by whatever way they sign in."""
    return may_use_account(person) if by.pk == person.pk else no("Tài khoản này không phải của bạn.", CLAUSE)


@rule(CLAUSE)
def may_reset_second_factor(by: Any, person: Person, at: datetime) -> Answer:
    """Who sees cards, for an owner whose card was seen before: else the card proves nothing about the account."""
    if not may_use_account(person):
        return may_use_account(person)
    if not person.is_proven:
        return no("Chưa xác minh danh tính thì chưa gỡ được. Hãy đối chiếu căn cước trước.", CLAUSE)
    return may_prove(by, at)


@rule(CLAUSE)
def may_act_for_business(by: Person, business: Business, power: Power, at: datetime) -> Answer:
    """A member with this power, of a business that an official has confirmed."""
    if business.confirmed_at is None:
        return no("Tổ chức này chưa được cán bộ tiếp nhận xác nhận.", CLAUSE)
    return _has_power(by, business, power)


@rule(CLAUSE)
def may_manage(by: Person, business: Business) -> Answer:
    """Members are admitted and relieved by those among them who manage; also before an official has confirmed."""
    if business.refused_at is not None:
        return no("Tổ chức này không được xác nhận.", CLAUSE)
    return _has_power(by, business, Power.MANAGE)


@rule(CLAUSE)
def may_confirm_business(by: Any, at: datetime) -> Answer:
    """Who receives dossiers compares the registration paper with what was declared."""
    if by.has_role(Role.RECEIVE, at):
        return YES
    return no("Chỉ cán bộ tiếp nhận hồ sơ được xác nhận doanh nghiệp, tổ chức.", CLAUSE)


@rule(CLAUSE)
def may_act_under(by: Person, authority: Authority, at: datetime) -> Answer:
    """Whoever claimed it with a paper, while it holds."""
    if authority.agent_id != by.pk:
        return no("Việc nộp thay này không thuộc về bạn.", CLAUSE)
    if not authority.holds_on(local_day(at)):
        return no(f"Việc nộp thay cho {authority.name} không còn hoặc chưa có hiệu lực.", CLAUSE)
    return YES


def _has_power(by: Person, business: Business, power: Power) -> Answer:
    mine = Member.objects.filter(business=business, person=by, until=None).first()
    if mine is not None and mine.may(power):
        return YES
    return no(f"Bạn không có quyền “{power.label}” trong {business.name}.", CLAUSE)
