"""How long steps really took: counted anew every night from the finished ones of the past year, and read from there."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import groupby
from math import ceil
from typing import Any

from django.db import transaction

from motcua.domain.working_days.queries import calendar_for

from ..models import Task
from .foreseeing import Pace
from .models import StepTime

A_YEAR = timedelta(days=365)
ENOUGH = 5  # chosen by us: with fewer cases the time that the process allots says more
FINISHED = ("done", "approved", "endorsed")
BY = ("dossier__version__procedure", "office", "kind", "name")
Work = tuple[int, int, str, str]


def count_step_times(at: datetime) -> int:
    """Count the times of all steps anew; gives how many kinds of step there are. A second run changes nothing."""
    with transaction.atomic():
        StepTime.objects.all().delete()
        made = StepTime.objects.bulk_create(_counted(at), batch_size=500)
    return len(made)


def paces(procedure_ids: Iterable[int]) -> dict[Work, Pace]:
    """How long the steps of these procedures usually take, by procedure, body, kind and name."""
    rows = StepTime.objects.filter(procedure__in=set(procedure_ids))
    return {(row.procedure_id, row.office_id, row.kind, row.name): Pace(row.usual, row.slow) for row in rows}


def _counted(at: datetime) -> Iterator[StepTime]:
    for work, rows in groupby(_finished(at), key=lambda row: tuple(row[name] for name in BY)):
        minutes = sorted(_minutes(row) for row in rows)
        if len(minutes) >= ENOUGH:
            procedure, office, kind, name = work
            usual, slow = mark(minutes, 0.5), mark(minutes, 0.9)
            yield StepTime(
                procedure_id=procedure, office_id=office, kind=kind, name=name,
                count=len(minutes), usual=usual, slow=slow,
            )  # fmt: skip


def _finished(at: datetime) -> Iterator[dict[str, Any]]:
    rows = Task.objects.filter(done_at__gt=at - A_YEAR, done_at__lte=at, how__in=FINISHED).exclude(kind="return")
    return rows.order_by(*BY).values(*BY, "opened_at", "done_at", "office__code").iterator(chunk_size=2000)


def _minutes(row: dict[str, Any]) -> int:
    calendar = calendar_for(row["office__code"])
    return max(0, calendar.working_minutes_between(row["opened_at"], row["done_at"]))


def mark(minutes: list[int], part: float) -> int:
    """The shortest of these sorted times within which that part of all cases was done."""
    return minutes[max(0, ceil(part * len(minutes)) - 1)]
