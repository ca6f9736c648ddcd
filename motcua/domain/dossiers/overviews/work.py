"""The work lists of an official: what is mine, and what waits for somebody like me. Built to stay fast at any size.

The statements are written out: composing them anew for every page costs more than the database needs to answer.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from motcua.domain.listing import COUNTED_TO, Counted, Mark, Page, Place, paged
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.models import Step
from motcua.domain.vietnamese.text import fold

from ..models import Task

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a work list: the step, its dossier, until when."""

    id: int
    due_at: datetime
    kind: str
    name: str
    taken_at: datetime | None
    code: str
    stage: str
    applicant: str
    promised_at: datetime | None
    procedure: str


@dataclass(frozen=True)
class Filters:
    """What the address narrows a work list by."""

    words: str = ""
    kind: str = ""
    late: bool = False


# A result that waits for its applicant is nobody's late work: the result desk has its own lists.
_MINE = "task.officer_id = %(me)s and task.done_at is null and task.kind <> 'return'"
_FOR_ANYBODY = """
    task.officer_id is null and task.done_at is null and task.kind <> 'return'
    and (task.office_id, task.role) in (select * from unnest(%(offices)s::bigint[], %(roles)s::text[]))
"""
_ROWS = """
    select task.id, task.due_at, task.kind, task.name, task.taken_at,
           dossier.code, dossier.stage, dossier.applicant_name, dossier.due_at, version.name
    from dossiers_task task
    join dossiers_dossier dossier on dossier.id = task.dossier_id
    join procedures_version version on version.id = dossier.version_id
    where {conditions}
    order by task.due_at {order}, task.id {order}
    limit %(limit)s
"""
_HOW_MANY = f"""
    select (select count(*) from (select from dossiers_task task where {_MINE} limit %(cap)s) counted),
           (select count(*) from (select from dossiers_task task where {_FOR_ANYBODY} limit %(cap)s) counted)
"""  # noqa: S608 - put together from the constants above


def mine(by: Officer, filters: Filters, at: datetime, place: Place) -> Page[Row]:
    """The steps given to me, the most urgent first."""
    return _page(_MINE, {"me": by.pk}, filters, at, place)


def waiting(by: Officer, filters: Filters, at: datetime, place: Place) -> Page[Row]:
    """The steps that wait for anybody with my role in my body, the most urgent first."""
    return _page(_FOR_ANYBODY, _held(by, at), filters, at, place)


def how_many(by: Officer, at: datetime) -> tuple[Counted, Counted]:
    """How many are mine, and how many wait: the figures on the tabs."""
    with connection.cursor() as cursor:
        cursor.execute(_HOW_MANY, {"me": by.pk, **_held(by, at), "cap": COUNTED_TO + 1})
        number_of_mine, number_waiting = cursor.fetchone()
    return Counted.of(number_of_mine), Counted.of(number_waiting)


def to_approve(by: Officer, at: datetime) -> QuerySet[Task]:
    """The steps that wait for my approval."""
    places = by.places_with(at, "approve", "head")
    here = Q(officer=by) | Q(officer=None, office__in=places)
    tasks = Task.objects.filter(here, kind=Step.Kind.APPROVE, done_at=None)
    return tasks.select_related("dossier__version", "dossier__department")


def _held(by: Officer, at: datetime) -> Values:
    """Every place and role of the official at that moment, as two columns."""
    held = {(place, role) for each in by.held_at(at) for role in each.roles for place in each.places()}
    return {"offices": [place for place, _ in held], "roles": [role for _, role in held]}


def _page(whose: str, values: Values, filters: Filters, at: datetime, place: Place) -> Page[Row]:
    narrowed, asked = _narrowed(filters, at)

    def fetch(mark: Mark | None, back: bool, limit: int) -> list[Row]:
        beyond, ends = _beyond(mark, back)
        conditions = " and ".join([whose, *narrowed, *beyond])
        statement = _ROWS.format(conditions=conditions, order="desc" if back else "asc")
        with connection.cursor() as cursor:
            cursor.execute(statement, {**values, **asked, **ends, "limit": limit})
            return [Row(*row) for row in cursor.fetchall()]

    return paged(place, "due_at", read=datetime.fromisoformat, fetch=fetch)


def _narrowed(filters: Filters, at: datetime) -> tuple[list[str], Values]:
    """The conditions of the filters: by code, or by name whatever its diacritics; by kind; only what is late."""
    conditions: list[str] = []
    values: Values = {}
    if filters.kind:
        conditions.append("task.kind = %(kind)s")
        values["kind"] = filters.kind
    if filters.late:
        conditions.append("task.due_at < %(at)s")
        values["at"] = at
    if "-" in filters.words:
        conditions.append("dossier.code like %(code)s")
        values["code"] = _like(filters.words.strip().upper()) + "%"
        return conditions, values
    for number, word in enumerate(fold(filters.words).split()):
        conditions.append(f"dossier.applicant_folded like %(word{number})s")
        values[f"word{number}"] = f"%{_like(word)}%"
    return conditions, values


def _beyond(mark: Mark | None, back: bool) -> tuple[list[str], Values]:
    """The condition that leads on from a mark."""
    if mark is None:
        return [], {}
    sign = "<" if back else ">"
    return [f"(task.due_at, task.id) {sign} (%(due)s, %(id)s)"], {"due": mark[0], "id": mark[1]}


def _like(words: str) -> str:
    """The words themselves, though they hold a sign that `like` would read."""
    return connection.ops.prep_for_like_query(words)
