"""Naming who promotes filing online and by post, and the shares that are aimed at (5.1.f)."""

from datetime import date, datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import show_date
from motcua.domain.vietnamese.text import clean

from ..models import Procedure
from ..taking import locked
from . import policies
from .models import Promoter, Target
from .queries import between, body_of

PERCENTS = range(101)


class NotFit(Refused):
    """Days that run backwards, a task that says nothing, a share that is none."""

    clause = "5.1.f"


class AlreadySo(Refused):
    """The official promotes it at that time already, has ended already, or the day has a target already."""

    clause = "5.1.f"


@act("5.1.f")
def name_promoter(
    procedure: Procedure,
    *,
    officer: Officer,
    task: str,
    from_on: date,
    to_on: date | None = None,
    by: Signs,
    at: datetime,
) -> Promoter:
    """Name an official who helps people file this procedure online or by post: what he or she does, from–to."""
    procedure = locked(procedure)
    require(policies.may_name_promoter(by, procedure, officer, at))
    task = clean(task)
    if not task:
        raise NotFit("Phải ghi cán bộ làm gì để khuyến khích nộp trực tuyến, bưu chính.")
    if to_on is not None and to_on < from_on:
        raise NotFit("Ngày kết thúc không được trước ngày bắt đầu.")
    if between(procedure, officer, from_on, to_on).exists():
        raise AlreadySo(f"{officer.name} đã được cử cho thủ tục {procedure.code} trong thời gian này.")
    office = body_of(by, officer, at)
    named = Promoter.objects.create(
        procedure=procedure, office=office, officer=officer, task=task, from_on=from_on, to_on=to_on
    )
    term = {"task": task, "from_on": from_on, "to_on": to_on, "office": office.code}
    who = {"officer": officer.code, "name": officer.name}
    record(name_promoter, about=procedure, by=by, at=at, procedure=procedure.code, **who, **term)
    return named


@act("5.1.f")
def end_promoting(promoter: Promoter, *, to_on: date, by: Signs, at: datetime) -> Promoter:
    """Let an official be done with it after a day."""
    procedure = locked(promoter.procedure)
    promoter = Promoter.objects.select_related("officer", "office").get(pk=promoter.pk)
    require(policies.may_end_promoting(by, promoter, at))
    if promoter.to_on is not None and promoter.to_on <= to_on:
        raise AlreadySo(f"Việc này đã kết thúc sau ngày {show_date(promoter.to_on)}.")
    if to_on < promoter.from_on:
        raise NotFit("Ngày kết thúc không được trước ngày bắt đầu.")
    promoter.to_on = to_on
    promoter.save(update_fields=["to_on"])
    who = {"officer": promoter.officer.code, "name": promoter.officer.name}
    record(end_promoting, about=procedure, by=by, at=at, procedure=procedure.code, **who, to_on=to_on)
    return promoter


@act("5.1.f")
def set_target(
    office: Office, *, online: int, postal: int, document: str, from_on: date, by: Signs, at: datetime
) -> Target:
    """Enter the shares that a body aims at from a day on, as a document asks it to."""
    office = Office.objects.select_for_update(no_key=True).get(pk=office.pk)
    require(policies.may_set_target(by, office, at))
    document = clean(document)
    if not document:
        raise NotFit("Phải ghi văn bản giao chỉ tiêu.")
    if online not in PERCENTS or postal not in PERCENTS:
        raise NotFit("Chỉ tiêu là số từ 0 đến 100 phần trăm.")
    if Target.objects.filter(office=office, from_on=from_on).exists():
        raise AlreadySo(f"{office.name} đã có chỉ tiêu áp dụng từ ngày {show_date(from_on)}.")
    aimed = Target.objects.create(office=office, online=online, postal=postal, document=document, from_on=from_on)
    shares = {"online": online, "postal": postal, "document": document, "from_on": from_on}
    record(set_target, about=office, by=by, at=at, office=office.code, name=office.name, **shares)
    return aimed
