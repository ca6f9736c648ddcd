"""The work lists of an official: what is mine, and what waits for somebody like me. Built to stay fast at any size."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.models import Step
from motcua.domain.vietnamese.text import fold

from .models import Task

COLUMNS = {
    "id": "id",
    "due_at": "due_at",
    "kind": "kind",
    "name": "name",
    "taken_at": "taken_at",
    "code": "dossier__code",
    "stage": "dossier__stage",
    "applicant": "dossier__applicant_name",
    "promised_at": "dossier__due_at",
    "procedure": "dossier__version__name",
}


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


def mine(by: Officer, filters: Filters, at: datetime, place: Place) -> Page[Row]:
    """The steps given to me, the most urgent first."""
    return _page(_narrow(_mine(by), filters, at), place)


def waiting(by: Officer, filters: Filters, at: datetime, place: Place) -> Page[Row]:
    """The steps that wait for anybody with my role in my body, the most urgent first."""
    return _page(_narrow(_waiting(by, at), filters, at), place)


def how_many(by: Officer, at: datetime) -> tuple[Counted, Counted]:
    """How many are mine, and how many wait: the figures on the tabs."""
    return counted(_mine(by)), counted(_waiting(by, at))


def to_approve(by: Officer, at: datetime) -> QuerySet[Task]:
    """The steps that wait for my approval."""
    places = by.places_with(at, "approve", "head")
    here = Q(officer=by) | Q(officer=None, office__in=places)
    tasks = Task.objects.filter(here, kind=Step.Kind.APPROVE, done_at=None)
    return tasks.select_related("dossier__version", "dossier__department")


def _mine(by: Officer) -> QuerySet[Task]:
    return Task.objects.filter(officer=by, done_at=None).exclude(kind=Step.Kind.RETURN)


def _waiting(by: Officer, at: datetime) -> QuerySet[Task]:
    held = [Q(office=place, role=role) for each in by.held_at(at) for role in each.roles for place in each.places()]
    # A result that waits for its applicant is nobody's late work: the result desk has its own lists.
    open_tasks = Task.objects.filter(officer=None, done_at=None).exclude(kind=Step.Kind.RETURN)
    return open_tasks.filter(_any(held)) if held else open_tasks.none()


def _any(conditions: list[Q]) -> Q:
    either = conditions[0]
    for condition in conditions[1:]:
        either |= condition
    return either


def _narrow(tasks: QuerySet[Task], filters: Filters, at: datetime) -> QuerySet[Task]:
    if filters.kind:
        tasks = tasks.filter(kind=filters.kind)
    if filters.late:
        tasks = tasks.filter(due_at__lt=at)
    if "-" in filters.words:
        return tasks.filter(dossier__code__startswith=filters.words.strip().upper())
    for word in fold(filters.words).split():
        tasks = tasks.filter(dossier__applicant_folded__contains=word)
    return tasks


def _page(tasks: QuerySet[Task], place: Place) -> Page[Row]:
    plain: Page[Any] = page(tasks.values(*COLUMNS.values()), "due_at", place)
    rows = [Row(**{name: row[column] for name, column in COLUMNS.items()}) for row in plain.rows]
    return Page(rows, plain.after, plain.before)
