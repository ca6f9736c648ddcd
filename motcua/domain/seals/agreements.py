"""A department and the Centre agree about a second seal: one enters what was signed, both stand by it (4.1.đ, 5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures.models import Procedure
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.domain.vietnamese.text import clean

from . import policies
from .models import Agreement


class NotInTurn(Refused):
    """A side agrees once, and what has ended can not end again."""

    clause = "4.1.đ"


class TwoAtOnce(Refused):
    """A department has one agreement about its seal on any day."""

    clause = "4.1.đ"


@dataclass(frozen=True)
class Terms:
    """What both sides signed: its number and day, from when to when, for which procedures (none named: for all)."""

    number: str
    signed_on: date
    valid_from: date
    valid_to: date | None = None
    procedures: Sequence[Procedure] = ()


@act("4.1.đ", "5.4")
def propose_seal_agreement(
    department: Office, centre: Office, *, terms: Terms, signed_copy: Upload | None = None, by: Officer, at: datetime
) -> Agreement:
    """Enter the regulation that was signed on paper, with its scan; it applies once both sides have agreed here."""
    require(policies.may_propose(by, department, centre, at))
    number = clean(terms.number)
    if not number:
        raise Refused("Phải ghi số của quy chế đã ký.", "4.1.đ")
    if terms.signed_on > local_day(at):
        raise Refused("Ngày ký không được sau hôm nay.", "4.1.đ")
    if terms.valid_to is not None and terms.valid_to < terms.valid_from:
        raise Refused("Ngày hết hiệu lực không được trước ngày có hiệu lực.", "4.1.đ")
    if any(each.owner_id != department.pk for each in terms.procedures):
        raise Refused(f"Chỉ chọn được thủ tục của {department.name}.", "5.4")
    agreement = _entered(department, centre, number, terms)
    if signed_copy is not None:
        agreement.signed_copy = take_in(signed_copy, about=agreement.stream, by=by, at=at)
        agreement.save(update_fields=["signed_copy"])
    codes = [each.code for each in terms.procedures]
    facts = {"number": number, "on": terms.signed_on, "from_on": terms.valid_from, "to_on": terms.valid_to}
    facts |= {"body": department.name, "procedures": codes, "scan": bool(signed_copy)}
    record(propose_seal_agreement, about=agreement, by=by, at=at, **facts)
    return agreement


@act("5.4")
def agree_seal_as_department(agreement: Agreement, *, by: Officer, at: datetime) -> Agreement:
    """The head of the department stands by it."""
    agreement = _locked(agreement)
    require(policies.may_agree_as_department(by, agreement, at))
    if agreement.department_at is not None:
        raise NotInTurn("Sở, ngành đã thống nhất quy chế này.")
    agreement.department_by, agreement.department_at = by, at
    _apply_when_both_agreed(agreement, at)
    facts = {"number": agreement.number, "body": agreement.department.name, "from_on": agreement.applies_from}
    record(agree_seal_as_department, about=agreement, by=by, at=at, **facts)
    return agreement


@act("4.1.đ")
def agree_seal_as_centre(agreement: Agreement, *, by: Officer, at: datetime) -> Agreement:
    """The head of the Centre stands by it."""
    agreement = _locked(agreement)
    require(policies.may_agree_as_centre(by, agreement, at))
    if agreement.centre_at is not None:
        raise NotInTurn("Trung tâm đã thống nhất quy chế này.")
    agreement.centre_by, agreement.centre_at = by, at
    _apply_when_both_agreed(agreement, at)
    facts = {"number": agreement.number, "body": agreement.department.name, "from_on": agreement.applies_from}
    record(agree_seal_as_centre, about=agreement, by=by, at=at, **facts)
    return agreement


@act("4.1.đ", "5.4")
def end_seal_agreement(agreement: Agreement, *, last_on: date, reason: str, by: Officer, at: datetime) -> Agreement:
    """End it after a day that has not passed: from the next day on results are sealed elsewhere again."""
    agreement = _locked(agreement)
    require(policies.may_end(by, agreement, at))
    if agreement.applies_from is None:
        raise NotInTurn("Quy chế này chưa được hai bên thống nhất nên chưa áp dụng.")
    if last_on < max(local_day(at), agreement.applies_from):
        raise NotInTurn("Ngày áp dụng cuối cùng không được trước hôm nay và không được trước ngày bắt đầu áp dụng.")
    if agreement.valid_to is not None and agreement.valid_to <= last_on:
        raise NotInTurn(f"Quy chế này đã kết thúc hoặc sẽ kết thúc sau ngày {show_date(agreement.valid_to)}.")
    if not clean(reason):
        raise Refused("Phải nêu lý do chấm dứt quy chế.", "5.4")
    agreement.valid_to = last_on
    agreement.save(update_fields=["valid_to"])
    facts = {"number": agreement.number, "body": agreement.department.name, "to_on": last_on, "reason": clean(reason)}
    record(end_seal_agreement, about=agreement, by=by, at=at, **facts)
    return agreement


def _entered(department: Office, centre: Office, number: str, terms: Terms) -> Agreement:
    try:
        with transaction.atomic():
            agreement = Agreement.objects.create(
                department=department,
                centre=centre,
                number=number,
                signed_on=terms.signed_on,
                valid_from=terms.valid_from,
                valid_to=terms.valid_to,
                covers_all=not terms.procedures,
            )
    except IntegrityError:
        raise NotInTurn(f"{department.name} đã có quy chế số {number}.") from None
    agreement.procedures.set(terms.procedures)
    return agreement


def _locked(agreement: Agreement) -> Agreement:
    rows = Agreement.objects.select_for_update(of=("self",)).select_related("department", "centre")
    return rows.get(pk=agreement.pk)


def _apply_when_both_agreed(agreement: Agreement, at: datetime) -> None:
    """It applies from its own day, and never to a day on which results may already have been given out unsealed."""
    if agreement.department_at is not None and agreement.centre_at is not None:
        agreement.applies_from = max(agreement.valid_from, local_day(at) + timedelta(days=1))
        if agreement.valid_to is not None and agreement.valid_to < agreement.applies_from:
            raise NotInTurn("Quy chế này đã hết hiệu lực, không thống nhất được nữa.")
    try:
        with transaction.atomic():
            agreement.save()
    except IntegrityError:
        raise TwoAtOnce(
            f"{agreement.department.name} đang có quy chế khác áp dụng trong thời gian này: "
            "hãy chấm dứt quy chế đó trước."
        ) from None
