"""Finding an answer that was given before: by words without marks, those of the procedure first, the much used next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.procedures.finding import in_force_on
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold

from . import policies
from .models import LibraryAnswer

OFFERED = 8
MOST_WORDS = 8


@dataclass(frozen=True)
class Asked:
    """How the list of a body's answers is narrowed."""

    words: str = ""
    standing: str = ""  # "" in use, "draft" waits for approval, "again" to be read again, "ended"


def offered(words: str, at: datetime, *, procedure_id: int | None = None) -> list[Any]:
    """The few answers in use that fit best, each with how often it was used; one statement.

    Without words, those of the procedure; without either, those used most.
    """
    rows: QuerySet[Any] = _in_use(at)
    for word in fold(words).split()[:MOST_WORDS]:
        rows = rows.filter(folded__contains=word)
    if procedure_id is not None:
        mine = Q(version__procedure=procedure_id)
        rows = rows.filter(mine) if not words else rows
        rows = rows.annotate(near=Case(When(mine, then=0), default=1))
    rows = _counted(rows, at)
    order = ["near"] if procedure_id is not None else []
    return list(rows.order_by(*order, "-used", "id")[:OFFERED])


def kept(by: Officer, asked: Asked, at: datetime, place: Place) -> Page[Any]:
    """The answers of the bodies of this official, the newest first."""
    rows: QuerySet[Any] = LibraryAnswer.objects.filter(office__in=by.bodies_with(at, *policies.ANSWERS))
    today = local_day(at)
    if asked.standing == "draft":
        rows = rows.filter(approved_by=None, valid_to=None)
    elif asked.standing == "ended":
        rows = rows.filter(valid_to__lt=today)
    else:
        rows = rows.filter(approved_by__isnull=False).exclude(valid_to__lt=today)
    for word in fold(asked.words).split()[:MOST_WORDS]:
        rows = rows.filter(folded__contains=word)
    rows = _counted(rows, at)
    rows = rows.filter(again=True) if asked.standing == "again" else rows
    return page(rows, "id", place, newest_first=True)


def one(by: Officer, pk: int, at: datetime) -> Any:
    """One of them, old ones too; raises `LibraryAnswer.DoesNotExist`."""
    rows = _counted(LibraryAnswer.objects.all(), at).select_related("approved_by", "replaces")
    found = rows.get(pk=pk)
    if found.office_id not in by.bodies_with(at, *policies.ANSWERS):
        raise LibraryAnswer.DoesNotExist
    return found


def to_use(pk: int, at: datetime) -> LibraryAnswer:
    """One in use, for whoever answers; raises `LibraryAnswer.DoesNotExist`."""
    return _in_use(at).select_related("version__procedure").get(pk=pk)


def how_many_to_read_again(by: Officer, at: datetime) -> int:
    """How many answers of these bodies rest on a version that is not in force any more."""
    rows = LibraryAnswer.objects.filter(office__in=by.bodies_with(at, *policies.ANSWERS), approved_by__isnull=False)
    return _flagged(rows.exclude(valid_to__lt=local_day(at)), at).filter(again=True)[:1000].count()


def _in_use(at: datetime) -> QuerySet[LibraryAnswer]:
    today = local_day(at)
    return LibraryAnswer.objects.filter(valid_from__lte=today).exclude(valid_to__lt=today)


def _counted(rows: QuerySet[LibraryAnswer], at: datetime) -> QuerySet[Any]:
    rows = rows.select_related("office", "version__procedure", "written_by").annotate(used=Count("used_for"))
    return _flagged(rows, at)


def _flagged(rows: QuerySet[LibraryAnswer], at: datetime) -> QuerySet[Any]:
    """Whether the procedure has another version by now: then the answer is to be read again."""
    same = in_force_on(local_day(at)).filter(pk=OuterRef("version"))
    never = Value(False, output_field=BooleanField())
    return rows.annotate(again=Case(When(version__isnull=True, then=never), default=~Exists(same)))
