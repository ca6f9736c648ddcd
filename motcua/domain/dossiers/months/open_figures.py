"""What each body did in each month, for everybody: counts, shares, usual times; small groups are not told (3.1, 5.1.f).

A group of fewer than five dossiers could point to persons: of it nothing is told but that it is small.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.db.models import F, Max, QuerySet

from motcua.domain.regulation.citations import rule

from .models import BodyMonth, Month

SMALL = 5


@dataclass(frozen=True)
class OpenMonth:
    """A body in a month; what is None is not told because its group is small, or because there is nothing to tell."""

    month: date
    body_code: str
    body: str
    received: int | None
    online: int | None
    online_share: Decimal | None
    postal: int | None
    postal_share: Decimal | None
    finished: int | None
    on_time: int | None
    on_time_share: Decimal | None
    rescheduled: int | None
    late: int | None
    usual_days: int | None
    small: bool


@rule("3.1", "5.1.f")
def rows() -> Iterator[OpenMonth]:
    """Every body of every month that is over and counted whole, the newest month first."""
    counted = BodyMonth.objects.filter(month__in=_whole()).select_related("month", "department")
    for row in counted.order_by("-month__first", "department__sort_key", "id").iterator(chunk_size=500):
        yield _told(row)


def last_counted() -> datetime | None:
    """When the newest of these figures were counted."""
    moment: datetime | None = _whole().aggregate(last=Max("counted_at"))["last"]
    return moment


def _whole() -> QuerySet[Month]:
    """The months that were counted after their end: a month under way is counted up to the very moment."""
    return Month.objects.filter(until__lt=F("counted_at"))


def _told(row: BodyMonth) -> OpenMonth:
    few_in, few_out = 0 < row.received < SMALL, 0 < row.finished < SMALL
    received: dict[str, Any] = {"received": None, "online": None, "postal": None}
    finished: dict[str, Any] = {"finished": None, "on_time": None, "rescheduled": None, "late": None}
    if not few_in:
        received = {name: getattr(row, name) for name in received}
    if not few_out:
        finished = {name: getattr(row, name) for name in ("finished", "on_time", "rescheduled")}
        finished["late"] = row.finished - row.on_time
    return OpenMonth(
        month=row.month.first,
        body_code=row.department.code,
        body=row.department.name,
        **received,
        **finished,
        online_share=_percent(received["online"], received["received"]),
        postal_share=_percent(received["postal"], received["received"]),
        on_time_share=_percent(finished["on_time"], finished["finished"]),
        usual_days=None if few_out else row.usual_days,
        small=few_in or few_out,
    )


def _percent(part: int | None, whole: int | None) -> Decimal | None:
    """In percent, rounded down; nothing of nothing."""
    if part is None or not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), rounding=ROUND_DOWN)
