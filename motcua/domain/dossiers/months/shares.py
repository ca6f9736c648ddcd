"""The share of dossiers filed online and by post, per procedure, body and month, for who watches them (5.1.f)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.regulation.citations import rule

from ..models import Dossier
from .counting import BACK_BY_POST, BY_POST, ONLINE, span_of
from .models import Filed, Month

MONTHS = 12
COUNTS = ("received", "online", "by_post", "back_by_post", "postal")
_SUMS = {name: Sum(name) for name in COUNTS}


def _newest(procedure: str) -> Subquery:
    return Subquery(Version.objects.filter(procedure=OuterRef(procedure)).order_by("-number").values("name")[:1])


NEWEST_NAME, NAME_OF_COUNTED = _newest("pk"), _newest("procedure")


class Way(StrEnum):
    """Which dossiers of a figure: all that were received, or those that came in or go back in one way."""

    ALL = "received"
    ONLINE = "online"
    POSTAL = "postal"


_OF_WAY = {Way.ALL: Q(), Way.ONLINE: ONLINE, Way.POSTAL: BY_POST | BACK_BY_POST}


@dataclass(frozen=True)
class Scope:
    """What somebody watches: the dossiers received at these one-stops, and those that these bodies settle."""

    one_stops: frozenset[int]
    bodies: frozenset[int]

    def of(self, prefix: str = "") -> Q:
        """As a condition on dossiers, on their counts, or (with a prefix) on what these belong to."""
        return Q(**{f"{prefix}one_stop__in": self.one_stops}) | Q(**{f"{prefix}department__in": self.bodies})


@dataclass(frozen=True)
class Share:
    """The dossiers of a body, a procedure or a month: how many, how many online, how many by post."""

    code: str
    name: str
    received: int
    online: int
    by_post: int
    back_by_post: int
    postal: int
    id: int = 0

    def percent(self, way: str) -> Decimal | None:
        """The part that came that way, in percent, rounded down; none of nothing."""
        if not self.received:
            return None
        return (Decimal(100 * getattr(self, way)) / self.received).quantize(Decimal("0.1"), rounding=ROUND_DOWN)


@dataclass(frozen=True)
class Wanted:
    """Which dossiers a figure counts: of which month, which way, of which body, of which procedure."""

    first: date
    way: str = Way.ALL
    department: str = ""
    procedure: str = ""


@rule("5.1.f")
def scope_of(by: Officer, at: datetime) -> Scope:
    """Who watches sees a one-stop; the head and the procedure control of a body what it takes in or settles."""
    led = by.bodies_with(at, Role.HEAD, Role.PROCEDURES)
    return Scope(by.places_with(at, Role.WATCH) | led, led)


def counted(first: date) -> Month | None:
    """A month as it was counted last; none when it was not counted yet."""
    return Month.objects.filter(first=first).first()


def by_month(scope: Scope, last: date, *, department: str = "", procedure: str = "") -> list[Share]:
    """The twelve months up to this one, the oldest first; a month without dossiers is there with none."""
    rows = _of_year(_rows(scope, department, procedure), last)
    summed: Any = rows.values("month__first").annotate(**_SUMS).order_by()
    found = {row.pop("month__first"): row for row in summed}
    nothing = dict.fromkeys(COUNTS, 0)
    return [Share(f"{each:%Y-%m}", f"{each:%m/%Y}", **found.get(each, nothing)) for each in year_up_to(last)]


def year_up_to(last: date) -> list[date]:
    """The first days of the twelve months up to this one, the oldest first."""
    return [_later(last, each - MONTHS + 1) for each in range(MONTHS)]


def by_body(scope: Scope, first: date) -> list[Share]:
    """Each body that settles dossiers received in a month, in Vietnamese order."""
    rows = _rows(scope).filter(month__first=first).values("department__code", "department__name")
    named: Any = rows.annotate(**_SUMS).order_by("department__sort_key")
    return [Share(row.pop("department__code"), row.pop("department__name"), **row) for row in named]


def by_procedure(scope: Scope, first: date, place: Place, *, department: str = "") -> Page[Share]:
    """The procedures filed in a month, what was filed most first, a page at a time."""
    here = scope.of("filed__") & Q(filed__month__first=first)
    if department:
        here &= Q(filed__department__code=department)
    sums = {name: Sum(f"filed__{name}") for name in COUNTS}
    rows = Procedure.objects.filter(here).values("id", "code").annotate(**sums, name=NEWEST_NAME)
    found: Page[Any] = page(rows, "received", place, newest_first=True)
    return Page([Share(**row) for row in found.rows], found.after, found.before)


def whole_year(scope: Scope, last: date) -> Iterator[tuple[date, str, Share]]:
    """Every month, body and procedure of the twelve months up to this one, to be written into a table row by row."""
    sums = (
        _of_year(_rows(scope), last)
        .values("month__first", "department__name", "procedure__code", name=NAME_OF_COUNTED)
        .annotate(**_SUMS)
    )
    ordered: Any = sums.order_by("-month__first", "department__sort_key", "procedure__code")
    for row in ordered.iterator(chunk_size=1000):
        month, body, code = (row.pop(name) for name in ("month__first", "department__name", "procedure__code"))
        yield month, body, Share(code, **row)


def dossiers(scope: Scope, wanted: Wanted, at: datetime, place: Place) -> Page[Any]:
    """The dossiers that a figure counts, the newest first: code, applicant, procedure, body, ways."""
    rows = _dossiers(scope, wanted, at).select_related("version", "department")
    return page(rows, "received_at", place, newest_first=True)


def how_many(scope: Scope, wanted: Wanted, at: datetime) -> int:
    """How many there are: the same as the figure that led here, while nobody has changed how a result goes back."""
    return _dossiers(scope, wanted, at).count()


def _of_year(rows: QuerySet[Filed], last: date) -> QuerySet[Filed]:
    return rows.filter(month__first__gte=_later(last, 1 - MONTHS), month__first__lte=last)


def _later(month: date, number: int) -> date:
    """The first day so many months later, or earlier."""
    year, index = divmod(month.year * 12 + month.month - 1 + number, 12)
    return date(year, index + 1, 1)


def _dossiers(scope: Scope, wanted: Wanted, at: datetime) -> QuerySet[Dossier]:
    month = counted(wanted.first)
    span = span_of(wanted.first, month.until if month else at)
    rows = Dossier.objects.filter(scope.of(), _OF_WAY[Way(wanted.way)])
    rows = rows.filter(received_at__gte=span.begin, received_at__lt=span.until)
    if wanted.department:
        rows = rows.filter(department__code=wanted.department)
    return rows.filter(version__procedure__code=wanted.procedure) if wanted.procedure else rows


def _rows(scope: Scope, department: str = "", procedure: str = "") -> QuerySet[Filed]:
    rows = Filed.objects.filter(scope.of())
    if department:
        rows = rows.filter(department__code=department)
    return rows.filter(procedure__code=procedure) if procedure else rows
