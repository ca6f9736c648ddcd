"""Somebody files for a relative, or as an authorised person: claimed once with the paper that shows it."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.papers.scans import Component, take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation import limits
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese import identity
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .models import Authority, Person
from .terms import Relation

CLAUSE = policies.CLAUSE
PAPER = Component("nop-thay", "Giấy chứng minh việc nộp thay")


class NotAnAuthority(Refused):
    """Something claimed can not be right: the sentence says what."""

    clause = CLAUSE


@dataclass(frozen=True)
class Principal:
    """For whom somebody files."""

    relation: str
    name: str
    identity_number: str = ""
    born_on: date | None = None
    address: str = ""
    from_on: date | None = None
    to_on: date | None = None


@act(CLAUSE)
def claim_authority(principal: Principal, *, paper: Upload | None, by: Person, at: datetime) -> Authority:
    """Enter for whom one files and attach the paper; whoever examines a dossier filed under it sees the paper."""
    require(policies.may_use_account(by))
    number = _checked(principal, paper, by, local_day(at))
    authority = Authority(
        agent=by, relation=principal.relation, name=clean(principal.name), identity_number=number,
        born_on=principal.born_on, address=clean(principal.address),
        from_on=principal.from_on or local_day(at), to_on=principal.to_on, claimed_at=at,
    )  # fmt: skip
    assert paper is not None  # noqa: S101 - `_checked` refuses without one
    authority.paper = take_in(paper, about=by.stream, by=by, at=at, component=PAPER)
    authority.save(force_insert=True)
    record(claim_authority, about=authority, by=by, at=at, relation=principal.relation, name=authority.name)
    return authority


@act(CLAUSE)
def withdraw_authority(authority: Authority, *, by: Person, at: datetime) -> Authority:
    """Nothing more is filed under it; what was filed stays."""
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    if authority.agent_id != by.pk:
        raise NotAnAuthority("Việc nộp thay này không thuộc về bạn.")
    if authority.withdrawn_at is not None:
        raise NotAnAuthority("Việc nộp thay này đã thôi trước đó.")
    authority.withdrawn_at = at
    authority.save(update_fields=["withdrawn_at"])
    record(withdraw_authority, about=authority, by=by, at=at, name=authority.name)
    return authority


def _checked(principal: Principal, paper: Upload | None, by: Person, today: date) -> str:
    """The number as it is stored; raises `NotAnAuthority` with the sentence."""
    if principal.relation not in Relation.values:
        raise NotAnAuthority("Hãy chọn quan hệ với người được nộp thay.")
    if not clean(principal.name) or paper is None:
        raise NotAnAuthority("Phải ghi họ tên người được nộp thay và kèm giấy chứng minh.")
    begins = principal.from_on or today
    if principal.to_on is not None and principal.to_on < max(begins, today):
        raise NotAnAuthority("Ngày hết hạn nộp thay không được trước ngày bắt đầu và không được đã qua.")
    if principal.relation == Relation.AUTHORISED and principal.to_on is None:
        raise NotAnAuthority("Văn bản ủy quyền phải có ngày hết hạn.")
    if principal.relation == Relation.CHILD:
        _is_a_minor(principal, today)
    if not principal.identity_number:
        if principal.relation != Relation.CHILD:
            raise NotAnAuthority("Phải ghi số định danh cá nhân của người được nộp thay.")
        return ""
    try:
        number = identity.identity_number(identity.IdentityKind.CCCD, principal.identity_number, on=today)
    except identity.NotValid as fault:
        raise NotAnAuthority(fault.sentence) from None
    if number == by.identity_number:
        raise NotAnAuthority("Đây là số định danh của chính bạn: hãy nộp cho mình, không cần nộp thay.")
    return number


def _is_a_minor(principal: Principal, today: date) -> None:
    born, years = principal.born_on, int(limits.age_of_majority(today))
    if born is None or born > today:
        raise NotAnAuthority("Phải ghi ngày sinh của con.")
    of_age = (born.year + years, born.month, born.day)
    if of_age <= (today.year, today.month, today.day):
        raise NotAnAuthority(f"Con đã đủ {years} tuổi thì tự nộp, hoặc ủy quyền bằng văn bản.")
