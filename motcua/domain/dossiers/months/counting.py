"""Counting a month from its dossiers: a job does it every hour for the month at hand, and once more for those before.

What was received is counted by the moment of receipt, what was finished by the moment its result came to the
one-stop. A month is counted whole or not at all; counting it again gives the same, or what has changed since.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median_low
from typing import Any

from django.db import transaction
from django.db.models import Count, Min, Q
from django.db.models.functions import Coalesce, TruncDate

from motcua.domain.organisations.models import Office
from motcua.domain.procedures.terms import Channel
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.queries import calendar_for

from ..models import Dossier
from ..overviews.rates import KEPT, days_taken, pauses_of
from ..terms import ReturnBy
from .models import BodyMonth, Filed, Month

STILL_CHANGING = 2  # months before this one: how a result is to come back may yet be changed
AT_A_TIME = 24
ONLINE, BY_POST = Q(channel=Channel.ONLINE), Q(channel=Channel.POST)
BACK_BY_POST = Q(return_by=ReturnBy.POST)


@dataclass(frozen=True)
class Span:
    """The part of a month that is over: its first day, its begin, and the moment up to which it is counted."""

    first: date
    begin: datetime
    until: datetime


def count_due(at: datetime) -> int:
    """Count the month at hand, those that may still change, and those that were never counted; gives how many."""
    due = list(_due(at))[:AT_A_TIME]
    for first in due:
        count_month(first, at)
    return len(due)


@rule("5.1.f", "3.1")
def count_month(first: date, at: datetime) -> Month:
    """Count one month anew, up to its end or to this moment; who counts it at the same time waits."""
    span = span_of(first, at)
    with transaction.atomic():
        Month.objects.get_or_create(first=first, defaults={"until": span.until, "counted_at": at})
        month = Month.objects.select_for_update().get(first=first)
        month.until, month.counted_at = span.until, at
        month.save(update_fields=["until", "counted_at"])
        month.filed.all().delete()
        month.bodies.all().delete()
        filed = Filed.objects.bulk_create(_filed(month, span), batch_size=1000)
        BodyMonth.objects.bulk_create(_bodies(month, span, filed), batch_size=1000)
    return month


def differences() -> Iterator[str]:
    """Where a month that is over says something else than its dossiers do, counted again.

    How a result is to come back may still be changed after a month was counted for good, so that is not compared.
    """
    for month in Month.objects.order_by("first"):
        if month.until < _end_of(month.first):
            continue  # the month at hand: it is counted again within the hour
        filed = _filed(month, span_of(month.first, month.until))
        if _received(filed) != _received(month.filed.all()):
            yield f"{month}: hồ sơ tiếp nhận đã đếm khác số đếm lại"
        bodies = Counter[int]()
        for row in filed:
            bodies[row.department_id] += row.received
        if bodies != Counter(dict(month.bodies.filter(received__gt=0).values_list("department", "received"))):
            yield f"{month}: số tiếp nhận của các cơ quan đã đếm khác số đếm lại"


def _received(rows: Iterable[Filed]) -> set[tuple[int, ...]]:
    return {(each.one_stop_id, each.department_id, each.procedure_id, each.received, each.online, each.by_post)
            for each in rows}  # fmt: skip


def span_of(first: date, at: datetime) -> Span:
    """What of a month is over at a moment."""
    return Span(first, datetime.combine(first, time(), LOCAL), min(_end_of(first), at))


def _end_of(first: date) -> datetime:
    return datetime.combine((first + timedelta(days=31)).replace(day=1), time(), LOCAL)


def _due(at: datetime) -> Iterator[date]:
    this = local_day(at).replace(day=1)
    counted = set(Month.objects.filter(first__lte=this).values_list("first", flat=True))
    received = Dossier.objects.filter(one_stop__in=Office.objects.values("pk"), received_at__isnull=False)
    oldest = received.aggregate(oldest=Min("received_at"))["oldest"] if len(counted) < AT_A_TIME else None
    begin = min((*counted, this, *([local_day(oldest).replace(day=1)] if oldest else ())))
    month, age = this, 0
    while month >= begin:
        if age <= STILL_CHANGING or month not in counted:
            yield month
        month, age = (month - timedelta(days=1)).replace(day=1), age + 1


def _filed(month: Month, span: Span) -> list[Filed]:
    rows = Dossier.objects.filter(received_at__gte=span.begin, received_at__lt=span.until)
    counted = rows.filter(one_stop__in=Office.objects.values("pk")).values(
        "one_stop", "department", "version__procedure"
    )
    counts: Any = counted.annotate(
        received=Count("id"),
        online=Count("id", filter=ONLINE),
        by_post=Count("id", filter=BY_POST),
        back_by_post=Count("id", filter=BACK_BY_POST),
        postal=Count("id", filter=BY_POST | BACK_BY_POST),
    )
    return [_row(month, each) for each in counts.order_by()]


def _row(month: Month, counts: dict[str, Any]) -> Filed:
    where = {"one_stop_id": counts.pop("one_stop"), "department_id": counts.pop("department")}
    return Filed(month=month, procedure_id=counts.pop("version__procedure"), **where, **counts)


def _bodies(month: Month, span: Span, filed: list[Filed]) -> list[BodyMonth]:
    bodies: dict[int, BodyMonth] = {}

    def of(department: int) -> BodyMonth:
        return bodies.setdefault(department, BodyMonth(month=month, department_id=department))

    for row in filed:
        body = of(row.department_id)
        body.received, body.online, body.postal = (
            body.received + row.received, body.online + row.online, body.postal + row.postal,
        )  # fmt: skip
    for counts in _finished(span):
        body = of(counts["department"])
        body.finished, body.on_time, body.rescheduled = (counts[name] for name in ("number", "on_time", "rescheduled"))
    for department, days in _medians(span).items():
        of(department).usual_days = days
    return list(bodies.values())


def _finished(span: Span) -> Any:
    rows = Dossier.objects.filter(finished_at__gte=span.begin, finished_at__lt=span.until)
    kept = {"on_time": Count("id", filter=KEPT), "rescheduled": Count("id", filter=KEPT & ~Q(rescheduled_to=None))}
    return rows.values("department").annotate(number=Count("id"), **kept).order_by()


def _medians(span: Span) -> dict[int, int]:
    """The working days from completeness to the result that half of a body's dossiers did not exceed.

    Equal pairs of days are counted together; only the few dossiers whose clock stood are looked at one by one.
    """
    rows = Dossier.objects.filter(finished_at__gte=span.begin, finished_at__lt=span.until)
    since = TruncDate(Coalesce("completed_at", "received_at"), tzinfo=LOCAL)
    pairs = rows.filter(pauses=0).values_list("department", since, TruncDate("finished_at", tzinfo=LOCAL))
    calendar, times = calendar_for(), defaultdict[int, list[int]](list)
    for department, begun, ended, number in pairs.annotate(number=Count("id")).order_by():
        times[department] += [calendar.working_days_between(begun, ended)] * number
    complete = Coalesce("completed_at", "received_at")
    stood = list(rows.filter(pauses__gt=0).values_list("pk", "department", complete, "finished_at"))
    pauses = pauses_of([pk for pk, *_ in stood])
    for pk, department, begun_at, ended_at in stood:
        times[department].append(days_taken(calendar, begun_at, ended_at, pauses.get(pk, ())))
    return {department: median_low(days) for department, days in times.items()}
