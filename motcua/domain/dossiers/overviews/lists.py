"""Dossiers and breaches as the officials of a body look them over: by state, by search, a page at a time."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import LOCAL, local

from .. import policies, queries
from ..models import Breach, Dossier
from ..stages import OPEN, PAUSED, UNDER_THE_CLOCK, Stage

COLUMNS = {
    "id": "id",
    "code": "code",
    "stage": "stage",
    "applicant": "applicant_name",
    "procedure": "version__name",
    "department": "department__short_name",
    "received_at": "received_at",
    "due_at": "due_at",
    "finished_at": "finished_at",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A dossier as one line of a list."""

    id: int
    code: str
    stage: str
    applicant: str
    procedure: str
    department: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None


class State(StrEnum):
    """How the dossiers of a body are looked over."""

    OPEN = "open"
    WAITING = "waiting"
    OVERDUE = "overdue"
    FINISHED = "finished"


# By what each list is ordered, and whether the newest comes first.
_ORDER = {
    State.OPEN: ("due_at", False),
    State.WAITING: ("received_at", False),
    State.OVERDUE: ("due_at", False),
    State.FINISHED: ("finished_at", True),
}


def of_my_bodies(by: Officer, state: State, at: datetime, place: Place) -> Page[Line]:
    """The dossiers in this state that the official's bodies handle: what falls due first, or what is newest."""
    key, newest_first = _ORDER[state]
    return _page(_in_state(by, state, at), key, place, newest_first=newest_first)


def how_many(by: Officer, at: datetime) -> dict[State, Counted]:
    """How many there are in each state: the figures on the tabs."""
    return {state: counted(_in_state(by, state, at)) for state in State}


def found(by: Officer, words: str, at: datetime, place: Place) -> Page[Line]:
    """What a search brings up among the dossiers the official may see, newest first."""
    received = queries.search(by, words, at).filter(received_at__isnull=False)
    return _page(received, "received_at", place, newest_first=True)


def unexplained(by: Officer, at: datetime, place: Place) -> Page[Breach]:
    """Rules that the official, or a body of the official, broke and nobody has explained; the oldest first."""
    rows = _unexplained(by, at).select_related("dossier__version", "office", "officer")
    return page(rows, "at", place)


def how_many_unexplained(by: Officer, at: datetime) -> Counted:
    """How many explanations are still owed."""
    return counted(_unexplained(by, at))


def running_at(office: Office) -> Counted:
    """How many dossiers a body has received or handles that are not yet in the hands of their applicants."""
    here = Q(one_stop=office) | Q(department=office)
    return counted(Dossier.objects.filter(here, stage__in=sorted(OPEN)))


def _unexplained(by: Officer, at: datetime) -> QuerySet[Breach]:
    mine = Q(officer=by) | Q(office__in=by.bodies_with(at, *policies.HANDLERS))
    return Breach.objects.filter(mine, explanation="")


def _in_state(by: Officer, state: State, at: datetime) -> QuerySet[Dossier]:
    bodies = by.bodies_with(at, *(role for role in policies.HANDLERS if role != Role.RECEIVE))
    here = Dossier.objects.filter(department__in=bodies)
    under_the_clock = here.filter(stage__in=sorted(UNDER_THE_CLOCK))
    month = datetime.combine(local(at).date().replace(day=1), time(), LOCAL)
    return {
        State.OPEN: under_the_clock,
        State.WAITING: here.filter(stage__in=[Stage.AWAITING_SUPPLEMENT, *sorted(PAUSED)]),
        State.OVERDUE: under_the_clock.filter(due_at__lt=at),
        State.FINISHED: here.filter(finished_at__gte=month),
    }[state]


def _page(dossiers: QuerySet[Dossier], key: str, place: Place, *, newest_first: bool) -> Page[Line]:
    plain: Page[Any] = page(dossiers.values(*COLUMNS.values()), key, place, newest_first=newest_first)
    rows = [Line(**{name: row[column] for name, column in COLUMNS.items()}) for row in plain.rows]
    return Page(rows, plain.after, plain.before)
