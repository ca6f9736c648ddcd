"""The legs of dossiers told again from the journal and their dates counted again, and where rows say otherwise."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from motcua.domain.journal.models import Entry
from motcua.domain.journal.queries import entries_of

from . import split
from .models import Leg

MOMENTS = ("ready_at", "handed_at", "taken_at", "began_at", "ended_at")
BATCH = 500


def retell(entries: Iterable[Entry]) -> dict[int, dict[str, datetime]]:
    """The moments of each leg by its number, from the entries of one dossier, oldest first."""
    told: dict[int, dict[str, datetime]] = {}
    for entry in entries:
        legs: Any = entry.facts.get("legs")
        for each in legs if isinstance(legs, list) else []:
            moments = {name: datetime.fromisoformat(each[name]) for name in MOMENTS if each.get(name)}
            told.setdefault(each["leg"], {}).update(moments)
    return told


def differences() -> Iterator[str]:
    """Each leg of which the row says something else than the journal."""
    batch: list[Leg] = []
    rows = Leg.objects.select_related("dossier").order_by("dossier_id", "number")
    for leg in rows.iterator(chunk_size=BATCH):
        if len(batch) >= BATCH and leg.dossier_id != batch[-1].dossier_id:
            yield from _of(batch)
            batch = []
        batch.append(leg)
    yield from _of(batch)


def wrong_dates() -> Iterator[str]:
    """Each running leg whose stored end is not what its clock says."""
    running = Leg.objects.filter(ended_at=None).select_related("dossier").order_by("id")
    for leg in running.iterator(chunk_size=BATCH):
        due = split.due_of(leg)
        if leg.due_at != due:
            yield f"{leg.dossier} khâu {leg.number}: lưu {leg.due_at}, tính lại {due}"


def _of(batch: list[Leg]) -> Iterator[str]:
    streams = {leg.dossier.stream for leg in batch}
    entries = groupby(entries_of(streams), key=lambda entry: entry.stream)
    told = {stream: retell(list(each)) for stream, each in entries}
    for leg in batch:
        row = {name: getattr(leg, name) for name in MOMENTS if getattr(leg, name)}
        journal = told.get(leg.dossier.stream, {}).get(leg.number)
        if row != journal:
            yield f"{leg.dossier} khâu {leg.number}: {row} ≠ {journal}"
