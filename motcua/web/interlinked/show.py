"""What the lists of legs show, put together from the queries."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from motcua.domain.dossiers.interlinked import queries as leg_queries
from motcua.domain.dossiers.interlinked import split
from motcua.domain.dossiers.interlinked.queries import Group
from motcua.domain.vietnamese.text import clean
from motcua.web.components.badges import Badge, time_left
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.paging import beside, place_of

GROUPS = {
    "": (Group.RUNNING, "Đang giải quyết", "Hạn của khâu"),
    "qua-han": (Group.LATE, "Khâu quá hạn", "Hạn của khâu"),
    "cho-ban-giao": (Group.TO_HAND_ON, "Chờ bàn giao", "Xong khâu trước"),
    "cho-nhan": (Group.TO_TAKE, "Chờ nhận", "Bàn giao"),
}


@dataclass(frozen=True)
class Line:
    """A leg as one line, with the time left where it runs."""

    leg: Any
    left: Badge | None


@dataclass(frozen=True)
class Listed:
    """A list of legs: the groups with their counts, the bodies to choose from, the lines, the pages beside."""

    asked: str
    tabs: list[tuple[str, str, int]]
    since: str
    body: str
    bodies: list[tuple[str, str]]
    rows: list[Line]
    previous: str
    next: str

    @property
    def title(self) -> str:
        """What the list holds."""
        return GROUPS[self.asked][1]


def listed(request: OfficialRequest, whose: Q) -> Listed:
    """The list that the address asks for."""
    asked = request.GET.get("nhom", "")
    asked = asked if asked in GROUPS else ""
    body, at = clean(request.GET.get("co-quan", "")), request.at
    group, _, since = GROUPS[asked]
    page = leg_queries.listed(whose, group, at, place_of(request), body=body)
    counts = leg_queries.how_many(whose, at, body=body)
    tabs = [(slug, title, counts[each]) for slug, (each, title, _) in GROUPS.items()]
    rows = [_line(leg, at) for leg in page.rows]
    return Listed(asked, tabs, since, body, leg_queries.bodies(whose), rows, *beside(request, page))


def _line(leg: Any, at: datetime) -> Line:
    return Line(leg, time_left(leg.due_at, at, split.calendar_of(leg.office_id)) if leg.due_at else None)
