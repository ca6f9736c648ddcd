"""What the pages of the Centre's desk show, put together from the queries."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from motcua.domain.dossiers.overviews import figures, rates, watching
from motcua.domain.dossiers.overviews.figures import BY_DUE, NOBODY, Group, Lying, Standing, Watch
from motcua.domain.dossiers.overviews.rates import OnTime
from motcua.domain.dossiers.overviews.watching import Line, Narrowed, Step
from motcua.domain.listing import Counted, Place
from motcua.domain.organisations import queries as organisations
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import Badge, time_left
from motcua.web.components.entrance import OfficialRequest, found
from motcua.web.components.paging import beside, place_of
from motcua.web.portal.show import measures

from .groups import Named, groups

LYING = (Group.NOT_TRANSFERRED, Group.WAITING_LONG, Group.UNPAID_LONG, Group.UNCOLLECTED)
NEWEST = 5
ALL, UNTAKEN = "tat-ca", "Chưa ai nhận"


@dataclass(frozen=True)
class Cell:
    """A figure in a table: how many, and the list that shows them."""

    number: int
    address: str
    what: str


@dataclass(frozen=True)
class Row:
    """The figures of one body or one official."""

    name: str
    cells: list[Cell]


@dataclass(frozen=True)
class Figure:
    """A figure of the board: its group, how many, since how many days the oldest, and its list."""

    named: Named
    number: int
    address: str
    days: int | None = None


@dataclass(frozen=True)
class Board:
    """The whole board."""

    figures: list[Figure]
    bodies: list[Row]
    totals: list[Cell]
    officials: list[Row]
    breaches: list[Any]
    unexplained: Counted
    on_time: OnTime | None
    month: date
    groups: list[Named]
    at_one_stop: bool


@dataclass(frozen=True)
class Watched:
    """A dossier of a list: how its time stands, how many days it has been in its group, and the steps with theirs."""

    line: Line
    left: Badge | None
    days: int
    steps: list[tuple[Step, Badge]]


@dataclass(frozen=True)
class Dossiers:
    """A list behind a figure."""

    named: Named
    groups: list[Named]
    rows: list[Watched]
    total: int
    narrowed: list[tuple[str, str]]
    previous: str
    next: str


@dataclass(frozen=True)
class Breaches:
    """Rules that were broken."""

    rows: list[Any]
    total: Counted
    unexplained: bool
    previous: str
    next: str


def board(request: OfficialRequest) -> Board:
    """The board as it stands at this moment, for what this official watches over."""
    by, at = request.officer, request.at
    seen, named = figures.watch(by, at), groups(local_day(at))
    bodies = figures.by_body(seen)
    totals = Standing("", "", *(sum(getattr(each, group.value) for each in bodies) for group in BY_DUE))
    lying = {group: figures.lying(seen, group) for group in LYING} if seen.one_stops else {}
    month = measures(at)
    return Board(
        figures=[_due(named[group], totals) for group in BY_DUE]
        + [_lying(named[group], each, at) for group, each in lying.items()],
        bodies=[Row(each.name, _cells(named, each, "co-quan")) for each in bodies],
        totals=_cells(named, totals, ""),
        officials=[
            Row(each.name or "Chưa ai nhận", _cells(named, each, "can-bo")) for each in figures.by_official(seen)
        ],
        breaches=watching.breaches(seen, Place(size=NEWEST)).rows,
        unexplained=watching.how_many_breaches(seen),
        on_time=_on_time(by, at, seen, month.bodies),
        month=month.month,
        groups=list(named.values()),
        at_one_stop=bool(seen.one_stops),
    )


def dossiers(request: OfficialRequest) -> Dossiers:
    """The list that the address asks for; without a group what is overdue."""
    seen, named = figures.watch(request.officer, request.at), groups(local_day(request.at))
    asked = next((each for each in named.values() if each.slug == request.GET.get("nhom")), named[Group.OVERDUE])
    wanted = Narrowed(
        asked.group,
        department=clean(request.GET.get("co-quan", "")),
        officer=clean(request.GET.get("can-bo", "")) if asked.by_due else "",
    )
    page = watching.dossiers(seen, wanted, place_of(request))
    return Dossiers(
        asked,
        list(named.values()),
        [_watched(line, asked, request.at) for line in page.rows],
        watching.how_many(seen, wanted),
        _narrowed(wanted),
        *beside(request, page),
    )


def breaches(request: OfficialRequest) -> Breaches:
    """Rules that were broken: those that nobody has explained, or all."""
    seen, unexplained = figures.watch(request.officer, request.at), request.GET.get("xem") != ALL
    page = watching.breaches(seen, place_of(request), unexplained=unexplained)
    total = watching.how_many_breaches(seen, unexplained=unexplained)
    return Breaches(page.rows, total, unexplained, *beside(request, page))


def address_of(named: Named, **narrowed: str) -> str:
    """The list of a group, narrowed."""
    query = {"nhom": named.slug, **{name: code for name, code in narrowed.items() if code}}
    return f"{reverse('centre:dossiers')}?{urlencode(query)}"


def _due(named: Named, totals: Standing) -> Figure:
    return Figure(named, getattr(totals, named.group.value), address_of(named))


def _lying(named: Named, lying: Lying, at: datetime) -> Figure:
    days = (local_day(at) - local_day(lying.oldest)).days if lying.oldest else None
    return Figure(named, lying.number, address_of(named), days)


def _cells(named: dict[Group, Named], each: Standing, name: str) -> list[Cell]:
    who = each.name or (UNTAKEN if each.code else "tất cả")
    return [
        Cell(
            getattr(each, group.value),
            address_of(named[group], **({name: each.code} if name else {})),
            f"{named[group].title.lower()}: {who}",
        )
        for group in BY_DUE
    ]


def _on_time(by: Any, at: datetime, seen: Watch, bodies: list[OnTime]) -> OnTime | None:
    """The last full month of all bodies for who watches over a one-stop, of the own bodies for a head."""
    own = {held.body_code for held in by.held_at(at) if held.body_id in seen.bodies}
    mine = bodies if seen.one_stops else [each for each in bodies if each.code in own]
    return rates.whole(mine) if mine else None


def _watched(line: Line, named: Named, at: datetime) -> Watched:
    calendar = calendar_for()
    return Watched(
        line,
        time_left(line.due_at, at, calendar) if named.by_due and line.due_at else None,
        (local_day(at) - local_day(line.since)).days,
        [(step, time_left(step.due_at, at, calendar)) for step in line.steps],
    )


def _narrowed(wanted: Narrowed) -> list[tuple[str, str]]:
    """The filters that are on: the words of each, and its name in the address."""
    on = []
    if wanted.department:
        on.append((found(organisations.office, wanted.department).name, "co-quan"))
    if wanted.officer:
        nobody = wanted.officer == NOBODY
        on.append((UNTAKEN if nobody else found(organisations.officer, wanted.officer).name, "can-bo"))
    return on
