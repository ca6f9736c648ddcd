"""Who was named for which procedures by which decision, as heads and the Centre look it over (5.1.c-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Subquery

from motcua.domain.organisations.models import Office, Officer, Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import fold

from . import policies
from .models import Procedure, Version
from .process_models import Authorisation

SIZE = 50
MOST_PROCEDURES = 500


@dataclass(frozen=True)
class Named:
    """What one decision gives an official: the power, and for how many procedures."""

    power: str
    decision: str
    decided_on: date
    procedures: int


@dataclass(frozen=True)
class Line:
    """A decision in the list: whom it names for what, from when to when, and for how many procedures."""

    decision: str
    decided_on: date
    officer_code: str
    officer: str
    power: str
    as_deputy: bool
    from_on: date
    to_on: date | None
    procedures: int
    newest: int


@dataclass(frozen=True)
class Handleable:
    """A procedure for which the officials of a body can be named."""

    procedure: Procedure
    name: str
    field: str


_KEYS = ("decision", "decided_on", "officer__code", "officer__name", "power", "as_deputy", "from_on", "to_on")


def held_by(officer: Officer, day: date) -> list[Named]:
    """The powers of an official that day, by decision: approval first."""
    rows = Authorisation.objects.filter(officer=officer, from_on__lte=day).exclude(to_on__lt=day)
    by_decision = rows.values_list("power", "decision", "decided_on").annotate(Count("id"))
    return [Named(*row) for row in by_decision.order_by("-power", "-decided_on", "decision")]


def decisions(by: Any, words: str, at: datetime, *, below: int | None = None) -> list[Line]:
    """A page of the decisions that somebody may look over, newest first; one more than fits tells that there are more.

    `below` is the `newest` of the line the page before ended with.
    """
    rows = _seen_by(by, at)
    for word in fold(words[:200]).split():
        rows = rows.filter(Q(officer__folded__contains=word) | Q(decision__icontains=word))
    grouped = rows.values(*_KEYS).annotate(procedures=Count("id"), newest=Max("id"))
    if below is not None:
        grouped = grouped.filter(newest__lt=below)
    found = grouped.order_by("-newest").values_list(*_KEYS, "procedures", "newest")[: SIZE + 1]
    return [Line(*row) for row in found]


def one_decision(by: Any, newest: int, at: datetime) -> list[Authorisation]:
    """All that the decision of this line names the same official for; empty where the asker may not see it."""
    one = _seen_by(by, at).filter(pk=newest).first()
    if one is None:
        return []
    same = {name: getattr(one, name) for name in ("decision", "decided_on", "officer_id", "power", "from_on", "to_on")}
    rows = Authorisation.objects.filter(**same, as_deputy=one.as_deputy)
    return list(_with_name(rows.select_related("officer", "procedure__owner")).order_by("procedure__code"))


def bodies_headed(by: Any, at: datetime) -> frozenset[int]:
    """The bodies whose officials somebody may name today."""
    bodies: frozenset[int] = by.bodies_with(at, Role.HEAD)
    return bodies


def may_be_named(by: Any, at: datetime) -> list[Officer]:
    """The officials of the bodies that somebody heads who hold a role that can be named for, by given name."""
    roles = [Role.APPRAISE, Role.APPROVE, Role.HEAD]
    there = _in_bodies(bodies_headed(by, at), at).filter(officer=OuterRef("pk"), roles__overlap=roles)
    return list(Officer.objects.filter(Exists(there)).order_by("sort_key", "id"))


def handleable(by: Any, at: datetime, words: str = "") -> list[Handleable]:
    """The procedures for which a head can name officials: those the body owns or has a step in, by name."""
    return handled_by(bodies_headed(by, at), words)


def handled_by(bodies: frozenset[int], words: str = "") -> list[Handleable]:
    """The procedures that one of these bodies owns or has a step in, by name."""
    mine = Procedure.objects.filter(Q(owner__in=bodies) | Q(processes__steps__office__in=bodies)).distinct()
    newest = Version.objects.filter(procedure__in=mine.values("pk")).order_by("procedure", "-number")
    rows = Version.objects.filter(pk__in=newest.distinct("procedure").values("pk"))
    for word in fold(words[:200]).split():
        rows = rows.filter(folded__contains=word)
    found = rows.select_related("procedure__owner", "field").order_by("sort_key", "id")[:MOST_PROCEDURES]
    return [Handleable(version.procedure, version.name, version.field.name) for version in found]


def _seen_by(by: Any, at: datetime) -> QuerySet[Authorisation]:
    """Those of the officials of one's own bodies; the Centre's procedure control and who runs the system see all."""
    rows = Authorisation.objects.all()
    if policies.may_import(by, at):
        return rows
    bodies = by.bodies_with(at, Role.HEAD, Role.PROCEDURES)
    return rows.filter(Exists(_in_bodies(bodies, at).filter(officer=OuterRef("officer"))))


def _in_bodies(bodies: Sequence[int] | frozenset[int], at: datetime) -> QuerySet[Posting]:
    day = local_day(at)
    there = Q(office__in=bodies) | Q(office__kind=Office.Kind.DIVISION, office__parent__in=bodies)
    return Posting.objects.filter(there, from_on__lte=day).exclude(to_on__lt=day)


def _with_name(rows: QuerySet[Authorisation]) -> QuerySet[Any]:
    newest = Version.objects.filter(procedure=OuterRef("procedure")).order_by("-number").values("name")[:1]
    return rows.annotate(procedure_name=Subquery(newest))
