"""The split clock of an interlinked dossier: each body's own time, read from the rows of its legs."""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import lru_cache

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from motcua.domain.organisations.models import Office
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.procedures.handling import process_plan
from motcua.domain.statements import Said
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

from .. import reading
from ..models import Dossier
from ..stages import PAUSED, Stage
from . import legs
from .legs import LegClock, Way
from .models import Leg
from .of_plan import Body

KEPT = 4096
WAITING = PAUSED | {Stage.AWAITING_SUPPLEMENT}
_LEGS = Said(lambda dossier: Leg.objects.select_related("dossier").filter(dossier=dossier).order_by("number"))


@lru_cache(maxsize=KEPT)
def is_interlinked(process_id: int) -> bool:
    """Whether more than one body settles what goes this way. An approved process never changes."""
    return legs.is_interlinked(process_plan(process_id).steps)


@lru_cache(maxsize=KEPT)
def way(process_id: int, electronic: bool) -> Way:
    """The legs of a process."""
    return legs.way(process_plan(process_id).steps, electronic=electronic)


def rows_of(dossier_id: int, process_id: int | None) -> list[Leg]:
    """The legs of a dossier in order; none for one that a single body settles, which costs no statement."""
    if process_id is None or not is_interlinked(process_id):
        return []
    return _LEGS.all(dossier=dossier_id)


def calendar_of(office_id: int) -> Calendar:
    """The calendar of a body."""
    return calendar_for(office_at_hand(office_id).code)


def clock_of(row: Leg) -> LegClock:
    """What the pure clock says of one leg; papers on their way count from when they should have been taken.

    While the clock of the dossier stands, it stands for the body too; only a dossier whose clock stood is asked for.
    """
    calendar = calendar_of(row.office_id)
    began = row.began_at
    if began is None and row.handed_at is not None:
        began = legs.begins(row.handed_at, None, calendar)
    pauses = reading.pauses_of(row.dossier)
    return LegClock(row.number, row.office_id, row.hours, began, row.ended_at, calendar, pauses)


def due_of(row: Leg) -> datetime | None:
    """When the leg has to be done; nothing while the applicant has the dossier or its clock stands."""
    return None if row.dossier.stage in WAITING else clock_of(row).due()


def who_overran(rows: Iterable[Leg], at: datetime) -> tuple[int, ...]:
    """The bodies whose legs overran, the one that caused most of the delay first."""
    return legs.who_overran(map(clock_of, rows), at)


def answerable(rows: Iterable[Leg], at: datetime) -> frozenset[int]:
    """The bodies that can be the cause of a delay: whose leg overran, or who have it now and may foresee it.

    Papers that were handed on are with the body that has to take them: its time runs whether it takes them or not.
    """
    rows = list(rows)
    has_it = {row.office_id for row in rows if (row.began_at or row.handed_at) and not row.ended_at}
    return frozenset(who_overran(rows, at)) | has_it


def cause(dossier: Dossier, at: datetime) -> int:
    """The body to which a broken promise is laid: whose leg overran most, else the one that answers for the matter."""
    over = who_overran(rows_of(dossier.pk, dossier.process_id), at)
    return over[0] if over else dossier.department_id


def bodies(codes: Iterable[str]) -> dict[str, Body]:
    """The offices with these codes, as plans and cases name them."""
    rows = Office.objects.filter(code__in=set(codes)).values_list("code", "name", "kind")
    return {code: Body(name, kind) for code, name, kind in rows}


def answerable_legs(bodies: Collection[int], at: datetime) -> QuerySet[Leg]:
    """The legs for which these bodies may apologise: the rows of `answerable`, for lists of many dossiers."""
    has_it = (Q(began_at__isnull=False) | Q(handed_at__isnull=False)) & Q(ended_at=None)
    overran = Q(due_at__lt=Coalesce("ended_at", Value(at)))
    return Leg.objects.filter(has_it | overran, office__in=bodies)
