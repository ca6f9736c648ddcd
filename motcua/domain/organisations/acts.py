"""Bodies open and close, officials are registered, posted and relieved: each change an act."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.meanwhile import require_unchanged
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import fold, name_sort_key, sort_key

from . import policies, queries
from .models import Account, Office, Officer, Posting


class AlreadyThere(Refused):
    """A code or a posting that exists already."""

    clause = "2"


class AlreadyEnded(Refused):
    """What has ended can not end again."""

    clause = "2"


@act("2")
def open_office(
    code: str,
    *,
    name: str,
    kind: str,
    parent: Office | None,
    valid_from: date,
    by: Signs,
    at: datetime,
    **details: Any,
) -> Office:
    """Enter a body into the tree from a day on; `details` are identifier, short_name, abbreviation, address, phone."""
    require(policies.may_administer(by, at))
    if Office.objects.filter(code=code).exists():
        raise AlreadyThere(f"Đã có cơ quan mang mã {code}.")
    details.setdefault("short_name", name[:80])
    with _first(f"Đã có cơ quan mang mã {code}."):
        office = Office.objects.create(
            code=code, name=name, kind=kind, parent=parent, valid_from=valid_from, sort_key=sort_key(name), **details
        )
    record(open_office, about=office, by=by, at=at, code=code, name=name, kind=kind, valid_from=valid_from)
    return office


@act("2")
def amend_office(office: Office, *, seen: int | None = None, by: Signs, at: datetime, **details: Any) -> Office:
    """Correct a body's name, identifier, address or phone; what papers already say stays as it was.

    `seen` is how many lines the journal had about it when the correction was begun.
    """
    require(policies.may_administer(by, at))
    office = Office.objects.select_for_update().get(pk=office.pk)
    require_unchanged(office, seen)
    was = {field: getattr(office, field) for field in details}
    for field, value in details.items():
        setattr(office, field, value)
    office.sort_key = sort_key(office.name)
    office.save()
    transaction.on_commit(queries.forget_offices)
    record(amend_office, about=office, by=by, at=at, code=office.code, was=was, now=details)
    return office


@act("2")
def close_office(office: Office, *, valid_to: date, by: Signs, at: datetime) -> Office:
    """End a body after a day; its dossiers and papers stay."""
    require(policies.may_administer(by, at))
    office = Office.objects.select_for_update().get(pk=office.pk)
    if office.valid_to is not None:
        raise AlreadyEnded(f"{office.name} đã có ngày kết thúc.")
    if valid_to < office.valid_from:
        raise Refused("Ngày kết thúc không được trước ngày bắt đầu.", "2")
    office.valid_to = valid_to
    office.save(update_fields=["valid_to"])
    transaction.on_commit(queries.forget_offices)
    record(close_office, about=office, by=by, at=at, code=office.code, valid_to=valid_to)
    return office


@act("2")
def register_officer(code: str, *, name: str, phone: str = "", email: str = "", by: Signs, at: datetime) -> Officer:
    """Enter an official by name; rights come only with a posting."""
    require(policies.may_administer(by, at))
    if Officer.objects.filter(code=code).exists():
        raise AlreadyThere(f"Đã có cán bộ mang mã {code}.")
    with _first(f"Đã có cán bộ mang mã {code}."):
        officer = Officer.objects.create(
            code=code, name=name, phone=phone, email=email, folded=fold(name), sort_key=name_sort_key(name)
        )
    record(register_officer, about=officer, by=by, at=at, code=code, name=name)
    return officer


@act("2")
def amend_officer(officer: Officer, *, seen: int | None = None, by: Signs, at: datetime, **details: str) -> Officer:
    """Correct an official's name, e-mail address or phone; what papers and the journal already say stays as it was.

    `seen` is how many lines the journal had about the official when the correction was begun.
    """
    require(policies.may_administer(by, at))
    officer = Officer.objects.select_for_update(of=("self",)).select_related("account").get(pk=officer.pk)
    require_unchanged(officer, seen)
    was = {field: getattr(officer, field) for field in details if getattr(officer, field) != details[field]}
    if not was:
        return officer
    for field in was:
        setattr(officer, field, details[field])
    officer.folded, officer.sort_key = fold(officer.name), name_sort_key(officer.name)
    officer.save(update_fields=[*was, "folded", "sort_key"])
    now = {field: details[field] for field in was}
    record(amend_officer, about=officer, by=by, at=at, code=officer.code, was=was, now=now)
    return officer


@dataclass(frozen=True)
class Position:
    """Where somebody is posted: the body, the title, the roles, and the one-stop where he or she sits."""

    office: Office
    title: str
    roles: tuple[str, ...]
    seat: Office | None = None


@act("2")
def appoint(
    officer: Officer,
    *,
    position: Position,
    from_on: date,
    to_on: date | None = None,
    decision: str = "",
    by: Signs,
    at: datetime,
) -> Posting:
    """Post an official to a body with roles, from–to, under a decision."""
    require(policies.may_administer(by, at))
    posting = post(officer, position=position, from_on=from_on, to_on=to_on, decision=decision)
    where = {"office": position.office.code, "office_name": position.office.name, "title": position.title}
    term = {"from_on": from_on, "to_on": to_on, "decision": decision}
    record(appoint, about=officer, by=by, at=at, **where, **term, roles=list(position.roles))
    return posting


def post(officer: Officer, *, position: Position, from_on: date, to_on: date | None, decision: str) -> Posting:
    """The posting itself, for the acts that give one: they ask who may, and tell the journal."""
    if not position.roles:
        raise Refused("Phải chọn ít nhất một vai trò.", "2")
    if to_on is not None and to_on < from_on:
        raise Refused("Ngày kết thúc không được trước ngày bắt đầu.", "2")
    Officer.objects.select_for_update().get(pk=officer.pk)  # two appointments of one person follow one another
    if Posting.objects.filter(officer=officer, office=position.office, from_on=from_on).exists():
        raise AlreadyThere(f"{officer.name} đã được phân công vào {position.office.name} từ ngày này.")
    posting = Posting.objects.create(
        officer=officer,
        office=position.office,
        seat=position.seat,
        title=position.title,
        roles=list(position.roles),
        from_on=from_on,
        to_on=to_on,
        decision=decision,
    )
    officer.__dict__.pop("held", None)
    return posting


@act("2")
def end_posting(posting: Posting, *, to_on: date, by: Signs, at: datetime) -> Posting:
    """End a posting after a day: from the next day on none of its rights remains."""
    require(policies.may_administer(by, at))
    posting = Posting.objects.select_for_update(of=("self",)).select_related("officer", "office").get(pk=posting.pk)
    if posting.to_on is not None and posting.to_on <= to_on:
        raise AlreadyEnded("Phân công này đã kết thúc từ trước.")
    if to_on < posting.from_on:
        raise Refused("Ngày kết thúc không được trước ngày bắt đầu.", "2")
    posting.to_on = to_on
    posting.save(update_fields=["to_on"])
    record(end_posting, about=posting.officer, by=by, at=at, office=posting.office.code, to_on=to_on)
    return posting


class Hashed(str):
    """A password that was hashed before, so that many accounts of one password cost one hash."""


@act("2")
def give_account(officer: Officer, *, username: str, password: str | Hashed, by: Signs, at: datetime) -> Account:
    """Give an official the means to sign in, or a new password when the old one is lost."""
    require(policies.may_administer(by, at))
    officer = Officer.objects.select_for_update(of=("self",)).select_related("account").get(pk=officer.pk)
    account = officer.account or Account()
    if Account.objects.filter(username=username).exclude(pk=account.pk).exists():
        raise AlreadyThere(f"Tên đăng nhập {username} đã có người dùng.")
    account.username, account.is_active = username, True
    if isinstance(password, Hashed):
        account.password = password
    else:
        account.set_password(password)
    with _first(f"Tên đăng nhập {username} đã có người dùng."):
        account.save()
    officer.account = account
    officer.save(update_fields=["account"])
    record(give_account, about=officer, by=by, at=at, username=username)
    return account


@act("2")
def close_account(officer: Officer, *, by: Signs, at: datetime) -> Officer:
    """Take the means to sign in away; the next request is already refused."""
    require(policies.may_administer(by, at))
    officer = Officer.objects.select_for_update(of=("self",)).select_related("account").get(pk=officer.pk)
    if officer.account is None or not officer.account.is_active:
        raise AlreadyEnded(f"{officer.name} không có tài khoản đang dùng.")
    officer.account.is_active = False
    officer.account.save(update_fields=["is_active"])
    record(close_account, about=officer, by=by, at=at, username=officer.account.username)
    return officer


@contextmanager
def _first(sentence: str) -> Iterator[None]:
    """Refuse with this sentence where somebody entered the same a moment before."""
    try:
        yield
    except IntegrityError:
        raise AlreadyThere(sentence) from None
