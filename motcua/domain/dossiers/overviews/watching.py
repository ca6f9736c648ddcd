"""The lists behind the figures, a page at a time: dossiers of a group with who has them, breaches as they came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from motcua.domain.listing import Counted, Page, Place, counted, page

from ..models import Breach, Task
from .figures import Watch, in_group

COLUMNS = {
    "id": "id",
    "code": "code",
    "stage": "stage",
    "applicant": "applicant_name",
    "procedure": "version__name",
    "body": "department__short_name",
    "due_at": "due_at",
    "since": "since",
    "shelf": "shelf",
}


@dataclass(frozen=True)
class Step:
    """An open step: what is to be done, where, by whom (empty: nobody has taken it), until when."""

    name: str
    body: str
    officer: str
    due_at: datetime


@dataclass(frozen=True)
class Line:
    """A watched dossier as one line: since when it has been in its group, and who has it now."""

    id: int
    code: str
    stage: str
    applicant: str
    procedure: str
    body: str
    due_at: datetime | None
    since: datetime
    shelf: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Narrowed:
    """Which group, and of it only what one body or one official has."""

    group: str
    department: str = ""
    officer: str = ""


def dossiers(seen: Watch, wanted: Narrowed, place: Place) -> Page[Line]:
    """The dossiers of a group, what is worst first."""
    rows = _of(seen, wanted).values(*COLUMNS.values())
    plain: Page[Any] = page(rows, "since", place)
    steps = _open_steps(row["id"] for row in plain.rows)
    return Page([_line(row, steps) for row in plain.rows], plain.after, plain.before)


def how_many(seen: Watch, wanted: Narrowed) -> int:
    """How many there are: the same count as the figure that led here."""
    return _of(seen, wanted).count()


def breaches(seen: Watch, place: Place, *, unexplained: bool = True) -> Page[Breach]:
    """Rules that were broken, the newest first; those without an explanation, or all."""
    rows = _breaches(seen, unexplained).select_related("dossier__version", "office", "officer")
    return page(rows, "at", place, newest_first=True)


def how_many_breaches(seen: Watch, *, unexplained: bool = True) -> Counted:
    """How many there are, up to a thousand."""
    return counted(_breaches(seen, unexplained))


def _of(seen: Watch, wanted: Narrowed) -> "QuerySet[Any]":
    return in_group(seen, wanted.group, department=wanted.department, officer=wanted.officer)


def _open_steps(dossier_ids: Iterable[int]) -> dict[int, tuple[Step, ...]]:
    """The open steps of these dossiers, in one statement."""
    found: dict[int, tuple[Step, ...]] = {}
    tasks = Task.objects.filter(dossier__in=list(dossier_ids), done_at=None).select_related("office", "officer")
    for task in tasks.order_by("id"):
        step = Step(task.name, task.office.short_name, task.officer.name if task.officer else "", task.due_at)
        found[task.dossier_id] = (*found.get(task.dossier_id, ()), step)
    return found


def _line(row: dict[str, Any], steps: dict[int, tuple[Step, ...]]) -> Line:
    plain = {name: row[column] for name, column in COLUMNS.items()}
    return Line(**plain, steps=steps.get(row["id"], ()))


def _breaches(seen: Watch, unexplained: bool) -> QuerySet[Breach]:
    here = Q(dossier__one_stop__in=seen.one_stops) | Q(office__in=seen.bodies)
    return Breach.objects.filter(here, **({"explanation": ""} if unexplained else {}))
