"""How many dossiers were finished on time, and how long they really take: measures the public may see (3.1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_DOWN, Decimal
from statistics import median_low

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce

from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import LOCAL, local_day
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.pauses import Pause, working_days_stood
from motcua.domain.working_days.queries import calendar_for

from ..models import ClockStop, Dossier

USUAL_DAYS, AT_LEAST, AT_MOST = 90, 10, 200
KEPT = Q(finished_at__lte=F("due_at"))  # what came no later than the applicant was promised


@dataclass(frozen=True)
class OnTime:
    """What one body finished in a time: how many, how many on time, and how many of those by a new date."""

    code: str
    name: str
    finished: int
    on_time: int
    rescheduled: int

    @property
    def late(self) -> int:
        """How many were not on time."""
        return self.finished - self.on_time

    @property
    def share(self) -> Decimal:
        """The part that was on time, in percent; rounded down, so that only all is 100."""
        exact = Decimal(100 * self.on_time) / self.finished
        return Decimal(100) if self.on_time == self.finished else exact.quantize(Decimal("0.1"), rounding=ROUND_DOWN)


@dataclass(frozen=True)
class Usual:
    """How long a procedure really takes: half of so many dossiers were ready within these working days."""

    days: int
    of: int


@rule("3.1")
def on_time_by_body(first: date, last: date) -> list[OnTime]:
    """For each body the dossiers whose result, or reasoned refusal, came to the one-stop from one day to another.

    On time is what came no later than the applicant was promised, the one new date of an
    apology included; those are also counted apart. Time spent waiting for papers, a payment or the
    applicant's wish is nobody's.
    """
    here = Dossier.objects.filter(finished_at__gte=_begin(first), finished_at__lt=_begin(last + timedelta(days=1)))
    counted = here.values("department__code", "department__name").annotate(
        finished=Count("id"),
        on_time=Count("id", filter=KEPT),
        rescheduled=Count("id", filter=KEPT & Q(rescheduled_to__isnull=False)),
    )
    return [OnTime(*row) for row in counted.order_by("department__sort_key").values_list(*_COLUMNS)]


def whole(bodies: list[OnTime]) -> OnTime:
    """All bodies together."""
    return OnTime("", "", *(sum(getattr(each, name) for each in bodies) for name in _COUNTS))


def usual(version_id: int, at: datetime) -> Usual | None:
    """How long the newest dossiers of the last 90 days took, from completeness to the result; none from too few."""
    rows = Dossier.objects.filter(version=version_id, finished_at__gt=at - timedelta(days=USUAL_DAYS))
    complete = Coalesce("completed_at", "received_at")
    times = list(rows.order_by("-finished_at").values_list("pk", complete, "finished_at", "pauses")[:AT_MOST])
    calendar, stops = calendar_for(), pauses_of([pk for pk, *_, pauses in times if pauses])
    days = [days_taken(calendar, since, until, stops.get(pk, ())) for pk, since, until, _ in times]
    return Usual(median_low(days), len(days)) if len(days) >= AT_LEAST else None


def days_taken(calendar: Calendar, since: datetime, until: datetime, pauses: Iterable[Pause]) -> int:
    """How many working days a dossier took from completeness on, without those on which its clock stood."""
    stood = working_days_stood(calendar, (each for each in pauses if each.from_ >= since))
    return calendar.working_days_between(local_day(since), local_day(until)) - stood


def pauses_of(dossier_ids: list[int]) -> dict[int, list[Pause]]:
    """The times in which the clocks of these dossiers stood: they count for nobody."""
    found: dict[int, list[Pause]] = {}
    for stop in ClockStop.objects.filter(dossier__in=dossier_ids) if dossier_ids else ():
        found.setdefault(stop.dossier_id, []).append(stop.as_pause())
    return found


_COUNTS = ("finished", "on_time", "rescheduled")
_COLUMNS = ("department__code", "department__name", *_COUNTS)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL)
