"""What the lists of the department's desk show, put together from the queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.dossiers import possible
from motcua.domain.dossiers.overviews import lists
from motcua.domain.dossiers.overviews import work as queues
from motcua.domain.dossiers.overviews.lists import Line, State
from motcua.domain.dossiers.overviews.work import Filters, Row
from motcua.domain.listing import SIZE, Counted, Page
from motcua.domain.procedures.terms import StepKind
from motcua.domain.regulation.answers import Answer
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import Badge, promise, time_left
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.paging import beside, place_of

WAITING, LATE = "cho-nhan", "qua-han"
AT_ONCE = SIZE
KINDS = tuple((kind.value, kind.label) for kind in StepKind if kind not in (StepKind.RECEIVE, StepKind.RETURN))
STATES = {
    "": (State.OPEN, "Đang giải quyết"),
    "cho-bo-sung": (State.WAITING, "Chờ người dân"),
    "qua-han": (State.OVERDUE, "Quá hạn"),
    "da-xong": (State.FINISHED, "Xong trong tháng"),
}


@dataclass(frozen=True)
class Work:
    """The work list: what it is narrowed by, how many there are, the steps with the time left, the pages beside."""

    waiting: bool
    filters: Filters
    mine: Counted
    for_anybody: Counted
    rows: list[tuple[Row, Badge]]
    previous: str
    next: str

    @property
    def narrowed(self) -> bool:
        """Whether a filter hides some of it."""
        return bool(self.filters.words or self.filters.kind or self.filters.late)


@dataclass(frozen=True)
class Listed:
    """A list of dossiers: what was asked, the lines with the state of their promise, the pages beside."""

    asked: str
    rows: list[tuple[Line, Badge]]
    previous: str
    next: str
    tabs: tuple[tuple[str, str, Counted], ...] = ()


@dataclass(frozen=True)
class Owed:
    """Breaches that wait for an explanation, each with whether this official may give it."""

    rows: list[tuple[Any, Answer]]
    total: Counted
    previous: str
    next: str


def work(request: OfficialRequest) -> Work:
    """The list of my steps, or of those that wait for anybody like me."""
    by, at = request.officer, request.at
    waiting = request.GET.get("muc") == WAITING
    filters = _filters(request)
    mine, for_anybody = queues.how_many(by, at)
    page = (queues.waiting if waiting else queues.mine)(by, filters, at, place_of(request))
    calendar = _calendar_of(request)
    rows = [(row, time_left(row.due_at, at, calendar)) for row in page.rows]
    return Work(waiting, filters, mine, for_anybody, rows, *beside(request, page))


def dossiers(request: OfficialRequest) -> Listed:
    """The dossiers of the body in the asked state."""
    by, at = request.officer, request.at
    asked = request.GET.get("tinh-trang", "")
    asked = asked if asked in STATES else ""
    state, _ = STATES[asked]
    counts = lists.how_many(by, at)
    page = lists.of_my_bodies(by, state, at, place_of(request))
    tabs = tuple((name, words, counts[each]) for name, (each, words) in STATES.items())
    return Listed(asked, _with_promise(page.rows, at), *beside(request, page), tabs)


def search(request: OfficialRequest) -> Listed:
    """What the words bring up; nothing before anybody has asked."""
    words = request.GET.get("tim", "").strip()[:200]
    page: Page[Line] = Page([])
    if words:
        page = lists.found(request.officer, words, request.at, place_of(request))
    return Listed(words, _with_promise(page.rows, request.at), *beside(request, page))


def owed(request: OfficialRequest) -> Owed:
    """The explanations that the official, or the body, still owes."""
    by, at = request.officer, request.at
    page = lists.unexplained(by, at, place_of(request))
    rows = list(possible.explaining(by, page.rows, at))
    return Owed(rows, lists.how_many_unexplained(by, at), *beside(request, page))


def _filters(request: OfficialRequest) -> Filters:
    kind = request.GET.get("loai", "")
    return Filters(
        words=request.GET.get("tim", "").strip()[:200],
        kind=kind if kind in StepKind else "",
        late=request.GET.get("han") == LATE,
    )


def _calendar_of(request: OfficialRequest) -> Calendar:
    """The calendar of the body the official works for."""
    return calendar_for(request.officer.held_at(request.at)[0].body_code)


def _with_promise(rows: Iterable[Line], at: datetime) -> list[tuple[Line, Badge]]:
    calendar = calendar_for()
    return [(row, promise(row.stage, row.due_at, at, calendar)) for row in rows]
