"""Computing a quarter: marks of dossiers, figures of bodies and officials, a digest over both; then publishing it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Max, Min

from motcua.domain.dossiers.models import Dossier
from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.journal.system import System
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.queries import calendar_for

from . import of_bodies, of_dossiers, policies
from .models import Edition, Figure, Mark
from .periods import Quarter, ended
from .rules import Index, Points

T = TypeVar("T")
CLAUSE = "3.3-1"
AT_ONCE = 1000
LOOKS_BACK = 4
COLUMNS = {
    Index.TIME: "time",
    Index.OWN_TIME: "own_time",
    Index.CONTACTS: "contacts",
    Index.BODIES: "bodies",
    Index.ATTITUDE: "attitude",
}
_MARK = ("dossier_id", "office_id", "officer_id", *COLUMNS.values())
_FIGURE = ("office_id", "officer_id", "index", "two", "one", "zero", "counts")
Whose = tuple[int, int | None]


class NotOver(Refused):
    """A quarter is computed from the first working day after it on."""

    clause = CLAUSE


class AlreadyComputed(Refused):
    """What stands is computed anew only for a reason, and is published once."""

    clause = CLAUSE


def compute_due(by: System, at: datetime) -> int:
    """Compute the quarters of the last year that are over and were never computed; gives how many."""
    oldest = Dossier.objects.filter(finished_at__isnull=False).aggregate(oldest=Min("finished_at"))["oldest"]
    if oldest is None:
        return 0
    done = 0
    for quarter in reversed(list(ended(local_day(at), LOOKS_BACK))):
        known = Edition.objects.filter(year=quarter.year, quarter=quarter.number).exists()
        if oldest < quarter.end and not known and at >= quarter.closes_at(calendar_for()):
            compute_quality(quarter, by=by, at=at)
            done += 1
    return done


@act(CLAUSE)
def compute_quality(quarter: Quarter, *, by: Signs, at: datetime, reason: str = "") -> Edition:
    """Compute the index of a quarter from what happened; once more only by who may, with the reason.

    The version before stays as it was, and stays public until the new one is published.
    """
    if isinstance(by, Officer):
        require(policies.may_recompute(by, at))
    if at < quarter.closes_at(calendar_for()):
        raise NotOver(f"Chỉ số {quarter} được tính từ ngày làm việc đầu tiên sau khi hết quý.")
    edition = _next(quarter, clean(reason), at)
    points: dict[Whose, dict[Index, Points]] = defaultdict(dict)
    for rows in in_batches(of_dossiers.marks(of_dossiers.finished_in(quarter), at)):
        _add_up(points, rows)
        for row in rows:
            row.edition = edition
        Mark.objects.bulk_create(rows)
    Figure.objects.bulk_create(_figures(edition, points, quarter), batch_size=AT_ONCE)
    edition.digest = digest_of(edition)
    edition.save(update_fields=["digest"])
    facts = {"quarter": str(quarter), "version": edition.version, "digest": edition.digest, "reason": edition.reason}
    record(compute_quality, about=edition, by=by, at=at, **facts, bodies=len({office for office, _ in points}))
    return edition


@act(CLAUSE, "3.1")
def publish_quality(edition: Edition, *, by: Officer, at: datetime) -> Edition:
    """Show the figures of the bodies to everybody; those of officials are never public."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    require(policies.may_publish(by, at))
    if edition.published_at is not None:
        raise AlreadyComputed("Lần tính này đã công khai.")
    if edition.version != _newest(edition.of):
        raise AlreadyComputed("Đã có lần tính mới hơn: hãy công khai lần đó.")
    edition.published_at, edition.published_by = at, by
    edition.save(update_fields=["published_at", "published_by"])
    record(publish_quality, about=edition, by=by, at=at, quarter=str(edition.of), version=edition.version)
    return edition


def digest_of(edition: Edition) -> str:
    """SHA-256 over every mark and every figure of an edition, in one order."""
    digest = hashlib.sha256()
    order = ("office_id", "officer_id", "dossier_id")
    marks = Mark.objects.filter(edition=edition).order_by(*order).values_list(*_MARK)
    figures = Figure.objects.filter(edition=edition).order_by("office_id", "officer_id", "index").values_list(*_FIGURE)
    for rows in (marks, figures):
        for row in rows.iterator(chunk_size=AT_ONCE):
            digest.update(json.dumps(row, sort_keys=True).encode() + b"\n")
    return digest.hexdigest()


def in_batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """So many at a time, in their order."""
    left = iter(rows)
    while some := list(islice(left, AT_ONCE)):
        yield some


def added_up(marks: Iterable[Mark]) -> dict[Whose, dict[Index, Points]]:
    """The points of these marks by body, official and index."""
    points: dict[Whose, dict[Index, Points]] = defaultdict(dict)
    _add_up(points, marks)
    return points


def _next(quarter: Quarter, reason: str, at: datetime) -> Edition:
    version = _newest(quarter) + 1
    if version > 1 and not reason:
        raise AlreadyComputed(f"Chỉ số {quarter} đã tính. Muốn tính lại, hãy ghi lý do.")
    given = {"year": quarter.year, "quarter": quarter.number, "version": version}
    edition, made = Edition.objects.get_or_create(**given, defaults={"counted_at": at, "reason": reason})
    if not made:  # somebody else was at it in the same moment
        raise AlreadyComputed(f"Chỉ số {quarter} vừa được người khác tính.")
    return edition


def _newest(quarter: Quarter) -> int:
    rows = Edition.objects.filter(year=quarter.year, quarter=quarter.number)
    return rows.aggregate(newest=Max("version"))["newest"] or 0


def _add_up(points: dict[Whose, dict[Index, Points]], marks: Iterable[Mark]) -> None:
    for mark in marks:
        whose = points[mark.office_id, mark.officer_id]
        for index, column in COLUMNS.items():
            value = getattr(mark, column)
            if value is not None:
                whose[index] = whose.get(index, Points()) + Points.single(value)


def _figures(edition: Edition, points: dict[Whose, dict[Index, Points]], quarter: Quarter) -> Iterator[Figure]:
    for (office, officer), indices in points.items():
        for index, found in indices.items():
            yield _figure(edition, office, officer, index, found, {})
    for said in of_bodies.said(quarter):
        yield _figure(edition, said.office_id, None, said.index, Points.single(said.points), said.counts)


def _figure(
    edition: Edition, office: int, officer: int | None, index: Index, found: Points, counts: dict[str, Any]
) -> Figure:
    given = {"two": found.two, "one": found.one, "zero": found.zero, "counts": counts}
    return Figure(edition=edition, office_id=office, officer_id=officer, index=index.value, **given)
