"""The legs of interlinked dossiers as each official may see them: on the dossier, and in the lists of those who wait.

A list narrows by the body and shows what is worst first; a figure is the count of the list that opens.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, F, Q, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import office_at_hand
from motcua.domain.procedures.queries import process_in_force
from motcua.domain.vietnamese.dates import local_day

from .. import policies, queries
from ..models import Dossier
from ..stages import OPEN, PAUSED, Stage
from . import legs, split
from . import slips as leg_slips
from .models import Leg, Urging
from .terms import LegState


class Group(StrEnum):
    """What a leg waits for."""

    RUNNING = "running"
    LATE = "late"
    TO_HAND_ON = "to_hand_on"
    TO_TAKE = "to_take"


SINCE = {Group.RUNNING: "due_at", Group.LATE: "due_at", Group.TO_HAND_ON: "ready_at", Group.TO_TAKE: "handed_at"}


@dataclass(frozen=True)
class Part:
    """One body's part as the page of a dossier shows it."""

    number: int
    group: int
    body: str
    office_id: int
    work: str
    state: LegState
    hours: int
    planned_at: datetime
    began_at: datetime | None
    due_at: datetime | None
    ended_at: datetime | None
    used_minutes: int
    is_late: bool
    came_from: str
    handed_at: datetime | None
    handed_by: str
    taken_at: datetime | None
    taken_by: str
    told_late_at: datetime | None
    urgings: tuple[Urging, ...]
    row: Leg


def parts(dossier: Dossier, at: datetime) -> list[Part]:
    """The parts of a dossier that was already obtained, in order; none, without a statement, for what one body has."""
    if dossier.process_id is None or not split.is_interlinked(dossier.process_id):
        return []
    rows = list(dossier.legs.select_related("handed_by", "taken_by").order_by("number"))
    urgings = Urging.objects.filter(leg__dossier=dossier).select_related("by").order_by("-at")
    urged: dict[int, tuple[Urging, ...]] = {}
    for each in urgings if rows else []:
        urged[each.leg_id] = (*urged.get(each.leg_id, ()), each)
    return [_part(dossier, row, urged.get(row.pk, ()), at) for row in rows]


def leg(by: Officer, code: str, number: int, at: datetime) -> Leg:
    """One leg of the dossier with this code; raises `DoesNotExist` also when the dossier may not be seen."""
    dossier = queries.to_act_on(by, code, at)
    found = dossier.legs.select_related("handed_by", "taken_by").get(number=number)
    found.dossier = dossier
    return found


def to_carry(dossier: Dossier) -> list[Leg]:
    """The legs of a dossier for which the papers lie ready to be handed on."""
    rows = dossier.legs.filter(ready_at__isnull=False, handed_at=None, ended_at=None)
    return list(rows.select_related("office", "came_from").order_by("number"))


def body_of(leg: Leg) -> str:
    """The name of the body whose leg it is."""
    return office_at_hand(leg.office_id).name


def own(by: Officer, at: datetime) -> Q:
    """The legs of the bodies for which one works: theirs now, or just finished and to be handed on."""
    bodies = by.bodies_with(at, *policies.HANDLERS)
    return Q(office__in=bodies) | Q(came_from__in=bodies, handed_at=None)


def watched(by: Officer, at: datetime) -> Q:
    """The legs that one watches over: at the Centre all, at a district its own, at a one-stop what it received."""
    return policies.watched_legs(by, at) | Q(dossier__one_stop__in=by.bodies_with(at, "watch", "head"))


def in_group(whose: Q, group: str, at: datetime, *, body: str = "") -> QuerySet[Leg]:
    """The legs of a group, each with the moment `since`: what its figure counts and its list shows."""
    return _open(whose).filter(_waits(group, at, body)).annotate(since=F(SINCE[Group(group)]))


def listed(whose: Q, group: str, at: datetime, place: Place, *, body: str = "") -> Page[Leg]:
    """One page of a group, what is worst first."""
    rows = in_group(whose, group, at, body=body).select_related("dossier__version", "office", "came_from")
    return page(rows, "since", place)


def how_many(whose: Q, at: datetime, *, body: str = "") -> dict[Group, int]:
    """How many there are in each group."""
    counts = {group.value: Count("id", filter=_waits(group, at, body), distinct=True) for group in Group}
    found = _open(whose).aggregate(**counts)
    return {group: found[group.value] for group in Group}


def bodies(whose: Q) -> list[tuple[str, str]]:
    """The bodies that have or had to have a running leg, by name: what a list can be narrowed by."""
    rows = _open(whose).filter(Q(began_at__isnull=False) | Q(ready_at__isnull=False))
    found = rows.values_list("office__code", "office__short_name").distinct().order_by("office__short_name")
    return list(found)


def with_bodies(dossier_id: int, process_id: int | None) -> list[tuple[str, datetime | None]]:
    """The bodies that have a leg now, each with its own date: for the applicant."""
    rows = split.rows_of(dossier_id, process_id)
    return [(office_at_hand(row.office_id).name, row.due_at) for row in rows if _is_with(row)]


def _open(whose: Q) -> QuerySet[Leg]:
    return Leg.objects.filter(whose, ended_at=None, dossier__stage__in=sorted(OPEN))


def _waits(group: str, at: datetime, body: str) -> Q:
    """What puts a leg into a group; of one body, where it is named."""
    if group == Group.TO_HAND_ON:
        return Q(ready_at__isnull=False, handed_at=None) & (Q(came_from__code=body) if body else Q())
    own = Q(office__code=body) if body else Q()
    if group == Group.TO_TAKE:
        return own & Q(handed_at__isnull=False, taken_at=None)
    return own & Q(due_at__isnull=False) & (Q(due_at__lt=at) if group == Group.LATE else Q())


def foreseen(procedure_id: int, at: datetime, *, electronic: bool) -> list[tuple[str, int, datetime]]:
    """The share of each body if it were received now: for the counter, before the receipt; none for one body."""
    plan = process_in_force(procedure_id, local_day(at))
    if plan is None or not split.is_interlinked(plan.id):
        return []
    way = split.way(plan.id, electronic)
    ends = legs.planned(way, at, split.calendar_of)
    return [(office_at_hand(leg.office_id).name, leg.hours, ends[leg.number]) for leg in legs.of_bodies(way)]


def _is_with(row: Leg) -> bool:
    return row.ended_at is None and (row.began_at is not None or row.handed_at is not None)


def _part(dossier: Dossier, row: Leg, urgings: Iterable[Urging], at: datetime) -> Part:
    clock = split.clock_of(row)
    return Part(
        number=row.number,
        group=row.group,
        body=office_at_hand(row.office_id).name,
        office_id=row.office_id,
        work=leg_slips.work_of(dossier, row),
        state=state_of(row, dossier),
        hours=row.hours,
        planned_at=row.planned_at,
        began_at=clock.began_at,
        due_at=row.due_at,
        ended_at=row.ended_at,
        used_minutes=clock.used_minutes(at) if dossier.stage != Stage.AWAITING_SUPPLEMENT else 0,
        is_late=row.due_at is not None and clock.is_late(at),
        came_from=office_at_hand(row.came_from_id).name if row.came_from_id else "",
        handed_at=row.handed_at,
        handed_by=row.handed_by.name if row.handed_by else "",
        taken_at=row.taken_at,
        taken_by=row.taken_by.name if row.taken_by else "",
        told_late_at=row.told_late_at,
        urgings=tuple(urgings),
        row=row,
    )


def state_of(row: Leg, dossier: Dossier) -> LegState:
    """Where a leg is."""
    if row.ended_at is not None:
        return LegState.DONE
    if row.began_at is not None:
        stands = LegState.STANDS if dossier.stage in PAUSED else LegState.RUNNING
        return LegState.PAUSED if dossier.stage == Stage.AWAITING_SUPPLEMENT else stands
    if dossier.outcome:
        return LegState.DROPPED
    if row.handed_at is not None:
        return LegState.TO_TAKE
    return LegState.TO_HAND_ON if row.ready_at is not None else LegState.AHEAD
