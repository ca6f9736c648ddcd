"""Who promotes what, and what is aimed at, as those who ask may see it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Office, Officer

from ..models import Procedure, Version
from ..policies import may_publish
from .models import Promoter, Target
from .policies import led_by


def promoters_for(by: Any, at: datetime, place: Place) -> Page[Any]:
    """Who was named by the bodies that somebody leads, the newest first, each with the name of the procedure.

    The Centre's procedure control sees those of all bodies.
    """
    rows = _seen_by(by, at).select_related("procedure", "officer", "office")
    newest = Version.objects.filter(procedure=OuterRef("procedure")).order_by("-number").values("name")[:1]
    return page(rows.annotate(procedure_name=Subquery(newest)), "from_on", place, newest_first=True)


def promoter_for(by: Any, pk: int, at: datetime) -> Promoter:
    """One of them; raises `Promoter.DoesNotExist`."""
    return _seen_by(by, at).select_related("procedure__owner", "officer", "office").get(pk=pk)


def promoters_of(procedure_ids: Iterable[int], first: date, last: date) -> dict[int, list[str]]:
    """Who promoted these procedures at some time between two days: the names, by procedure."""
    rows = Promoter.objects.filter(procedure__in=set(procedure_ids), from_on__lte=last).exclude(to_on__lt=first)
    found: dict[int, list[str]] = {}
    for procedure, name in rows.order_by("officer__sort_key", "id").values_list("procedure", "officer__name"):
        if name not in found.setdefault(procedure, []):
            found[procedure].append(name)
    return found


def targets_on(day: date) -> dict[str, Target]:
    """What each body aims at that day, by its code."""
    rows = Target.objects.filter(from_on__lte=day).select_related("office").order_by("office", "-from_on")
    return {each.office.code: each for each in rows.distinct("office")}


def aims_of(by: Any, at: datetime) -> list[Target]:
    """What the bodies that somebody leads aim at, from the newest day back; of all bodies for the Centre's control."""
    rows = Target.objects.select_related("office").order_by("office__sort_key", "-from_on")
    return list((rows if may_publish(by, at) else rows.filter(office__in=led_by(by, at)))[:200])


def aiming(by: Any, at: datetime) -> QuerySet[Office]:
    """The bodies for which somebody may set a target: those that answer for procedures."""
    owners = Office.objects.filter(pk__in=Procedure.objects.values("owner")).order_by("sort_key")
    return owners if may_publish(by, at) else owners.filter(pk__in=led_by(by, at))


def between(procedure: Procedure, officer: Officer, first: date, last: date | None) -> QuerySet[Promoter]:
    """What the official does for a procedure already in that time."""
    same = Promoter.objects.filter(procedure=procedure, officer=officer)
    still = same.filter(Q(to_on__isnull=True) | Q(to_on__gte=first))
    return still.filter(from_on__lte=last) if last else still


def body_of(by: Any, officer: Officer, at: datetime) -> Office:
    """The body that names: the one led by who names, in which the official works."""
    bodies = led_by(by, at) & {posting.body_id for posting in officer.held_at(at)}
    return Office.objects.filter(pk__in=bodies).order_by("pk")[0]


def _seen_by(by: Any, at: datetime) -> QuerySet[Promoter]:
    rows = Promoter.objects.all()
    return rows if may_publish(by, at) else rows.filter(office__in=led_by(by, at))
