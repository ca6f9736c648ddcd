"""What the pages of the shares show, put together from the counts of the months."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from motcua.domain.dossiers.months import shares
from motcua.domain.dossiers.months.shares import Share, Wanted, Way
from motcua.domain.organisations import queries as organisations
from motcua.domain.procedures.promotion import queries as promotion
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.components.entrance import OfficialRequest, found
from motcua.web.components.paging import beside, place_of

from .chart import Chart, chart
from .forms import month_in

SIZE = 50
SLUGS = {Way.ALL: "tat-ca", Way.ONLINE: "truc-tuyen", Way.POSTAL: "buu-chinh"}
TITLES = {
    Way.ALL: "Hồ sơ tiếp nhận",
    Way.ONLINE: "Hồ sơ nộp trực tuyến",
    Way.POSTAL: "Hồ sơ nộp hoặc nhận kết quả qua bưu chính",
}


@dataclass(frozen=True)
class Line:
    """A body or a procedure: its counts, what is aimed at, who promotes it, and the lists behind the counts."""

    share: Share
    addresses: dict[str, str]
    aim: Any = None
    promoters: tuple[str, ...] = ()
    within: str = ""


@dataclass(frozen=True)
class Shares:
    """The page of one month, of all bodies that somebody watches or of one of them."""

    month: date
    months: list[tuple[str, str]]
    until: Any
    body: Any
    whole: Line
    bodies: list[Line]
    procedures: list[Line]
    year: list[Line]
    chart: Chart
    aim: Any
    previous: str
    next: str


@dataclass(frozen=True)
class Dossiers:
    """The dossiers behind a figure."""

    month: date
    way: str
    title: str
    rows: list[Any]
    total: int
    body: Any
    procedure: str
    back: str
    previous: str
    next: str


def page_of(request: OfficialRequest) -> Shares:
    """The month that the address asks for: by body, and by procedure what is filed most first."""
    today, scope = local_day(request.at), shares.scope_of(request.officer, request.at)
    month = month_in(request.GET.get("thang", ""), today)
    code = clean(request.GET.get("co-quan", ""))[:40]
    body = found(organisations.office, code) if code else None
    procedures = shares.by_procedure(scope, month, place_of(request, SIZE), department=code)
    bodies = [each for each in shares.by_body(scope, month) if code in ("", each.code)]
    year, aims, counted = (
        shares.by_month(scope, month, department=code),
        promotion.targets_on(_end(month)),
        shares.counted(month),
    )
    own = body or (bodies[0] if len(bodies) == 1 else None)
    aim = aims.get(own.code) if own else None
    before, after = beside(request, procedures)
    return Shares(
        month=month,
        months=_months(month, today),
        until=counted.until if counted else None,
        body=body,
        whole=_line(year[-1], month, code, aim=aim),
        bodies=[_line(each, month, each.code, aim=aims.get(each.code), within=each.code) for each in bodies],
        procedures=_procedures(procedures.rows, month, code),
        year=[_line(each, date.fromisoformat(f"{each.code}-01"), code) for each in year],
        chart=chart(year, aim.online if aim else None),
        aim=aim,
        previous=before,
        next=after,
    )


def dossiers(request: OfficialRequest) -> Dossiers:
    """The dossiers that a figure counts."""
    scope, asked = shares.scope_of(request.officer, request.at), request.GET
    way = next((way for way, slug in SLUGS.items() if slug == asked.get("cach")), Way.ALL)
    wanted = Wanted(
        month_in(asked.get("thang", ""), local_day(request.at)),
        way,
        clean(asked.get("co-quan", ""))[:40],
        clean(asked.get("thu-tuc", ""))[:40],
    )
    page = shares.dossiers(scope, wanted, request.at, place_of(request))
    body = found(organisations.office, wanted.department) if wanted.department else None
    return Dossiers(
        wanted.first,
        way,
        TITLES[way],
        page.rows,
        shares.how_many(scope, wanted, request.at),
        body,
        wanted.procedure,
        _address("shares:shares", thang=f"{wanted.first:%Y-%m}", **{"co-quan": wanted.department}),
        *beside(request, page),
    )


def _months(chosen: date, today: date) -> list[tuple[str, str]]:
    """The months to choose from, the newest first, with the one that was chosen."""
    known = {chosen, *shares.year_up_to(today.replace(day=1))}
    return [(f"{each:%Y-%m}", f"{each:%m/%Y}") for each in sorted(known, reverse=True)]


def _end(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _procedures(rows: list[Share], month: date, body: str) -> list[Line]:
    promoters = promotion.promoters_of([each.id for each in rows], month, _end(month))
    return [_line(each, month, body, procedure=each.code, promoters=tuple(promoters.get(each.id, ()))) for each in rows]


def _line(share: Share, month: date, body: str, procedure: str = "", **more: Any) -> Line:
    narrowed = {"thang": f"{month:%Y-%m}", "co-quan": body, "thu-tuc": procedure}
    lists = {way.value: _address("shares:dossiers", cach=slug, **narrowed) for way, slug in SLUGS.items()}
    return Line(share, lists, **more)


def _address(name: str, **query: str) -> str:
    return f"{reverse(name)}?{urlencode({key: value for key, value in query.items() if value})}"
