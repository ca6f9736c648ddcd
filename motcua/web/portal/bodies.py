"""What the pages of a body show: its procedures by field, its printed set, and what changed in a month."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from motcua.domain.listing import Place
from motcua.domain.organisations import queries as organisations
from motcua.domain.procedures import changes, posting_sets, queries
from motcua.domain.procedures.changes import Began
from motcua.domain.procedures.queries import InUse
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.components.entrance import found
from motcua.web.components.environment import procedure_address
from motcua.web.components.languages import month as show_month
from motcua.web.components.paging import beside, place_of
from motcua.web.procedures.comparing import Change, compared
from motcua.web.shares.forms import month_in

from .door import PublicRequest

WHOLE_UP_TO = 400  # procedures: beyond that a body's page names the fields, and each field opens its list
SIZE, MONTHS = 20, 12
ENDED = "het-hieu-luc"
IN_A_FEED = 40


@dataclass(frozen=True)
class Body:
    """A body with its procedures in force: by field, each with its name and code; or only how many each field has."""

    office: Any
    total: int
    groups: list[tuple[InUse, list[Any]]]
    printed: Any
    changed: int
    month: date


@dataclass(frozen=True)
class Changed:
    """A version that began: what it changed, part by part, with only the lines that changed."""

    began: Began
    address: str
    changes: list[Change]


@dataclass(frozen=True)
class Changes:
    """The changes of a month, in all bodies or in one."""

    month: date
    months: list[tuple[str, str]]
    body: Any
    began: list[Changed]
    ended: list[Any]
    tab: str
    previous: str
    next: str


def body(code: str, at: datetime) -> Body:
    """One body as the public reads it; a body without procedures in force does not exist here."""
    today = local_day(at)
    office, fields = found(organisations.office, code), queries.fields_in_use(today, owner=code)
    total = sum(each.procedures for each in fields)
    rows = queries.names_in_force(code, today) if total <= WHOLE_UP_TO else []
    by_field = {field: list(some) for field, some in groupby(rows, key=lambda row: row.field_code)}
    month = today.replace(day=1)
    return Body(
        office=office,
        total=total,
        groups=[(each, by_field.get(each.code, [])) for each in fields],
        printed=posting_sets.current_set(today, owner=code),
        changed=changes.how_many(month, _end(month), owner=code),
        month=month,
    )


def changed(request: PublicRequest) -> Changes:
    """The changes that the address asks for: of a month, of all bodies or one, what began or what ended."""
    today, code = local_day(request.at), clean(request.GET.get("co-quan", ""))[:40]
    month = month_in(request.GET.get("thang", ""), today)
    tab = ENDED if request.GET.get("xem") == ENDED else ""
    read = changes.ended if tab else changes.began
    page = read(month, _end(month), place_of(request, SIZE), owner=code)
    before, after = beside(request, page)
    return Changes(
        month=month,
        months=_months(month, today),
        body=found(organisations.office, code) if code else None,
        began=[] if tab else [_changed(each, today) for each in page.rows],
        ended=page.rows if tab else [],
        tab=tab,
        previous=before,
        next=after,
    )


def newest(code: str, today: date) -> list[Changed]:
    """What began in the last months, the newest first, for who follows the feed."""
    since, place = today - timedelta(days=366), Place(size=IN_A_FEED)
    return [_changed(each, today) for each in changes.began(since, today, place, owner=code).rows]


def _changed(began: Began, today: date) -> Changed:
    was, now = began.both()
    shown = compared(was, now, leave=changes.UNTOLD) if was else []
    version = began.version
    there = version.current_on(today) or (began.before is not None and began.before.current_on(today))
    return Changed(began, procedure_address(version.procedure.code, version.name) if there else "", shown)


def _months(chosen: date, today: date) -> list[tuple[str, str]]:
    months, month = {chosen}, today.replace(day=1)
    for _ in range(MONTHS):
        months.add(month)
        month = (month - timedelta(days=1)).replace(day=1)
    return [(f"{each:%Y-%m}", show_month(each)) for each in sorted(months, reverse=True)]


def _end(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
