"""Alerts as each official sees them: who is in charge, the head from the second level, the Centre from the third."""

from datetime import datetime

from django.db.models import Q, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role

from ..models import Dossier
from .models import Alert
from .standing import WITH_US, Level
from .standing_still import HOLDS


def seen_by(by: Officer, at: datetime) -> QuerySet[Alert]:
    """What this official was told of and what still stands still."""
    mine = Q(officer=by)
    for held in by.held_at(at):
        mine |= Q(officer=None, office__in=held.places(), role__in=held.roles)
    led = Q(office__in=by.bodies_with(at, Role.HEAD), level__gte=Level.HEAD)
    watched = Q(one_stop__in=by.places_with(at, Role.WATCH), level=Level.CENTRE)
    return Alert.objects.filter(HOLDS).filter(mine | led | watched)


def listed(alerts: QuerySet[Alert], place: Place) -> Page[Alert]:
    """A page of them, what has stood longest first."""
    return page(alerts.select_related("dossier__version", "office", "officer", "acknowledged_by"), "since", place)


def one(by: Officer, pk: int, at: datetime) -> Alert:
    """One alert; raises `Alert.DoesNotExist` also when it does not hold any more or is not for this official."""
    return seen_by(by, at).select_related("dossier__version", "office", "officer", "acknowledged_by").get(pk=pk)


def about(dossier: Dossier) -> list[Alert]:
    """What holds of a dossier that was already obtained."""
    rows = Alert.objects.filter(HOLDS, dossier=dossier).select_related("office", "officer", "acknowledged_by")
    return list(rows.order_by("since", "id"))


def stands_with_us(dossier: Dossier) -> Alert | None:
    """What of a dossier stands still with an office, for its applicant: since when and where; the longest first."""
    rows = Alert.objects.filter(HOLDS, dossier=dossier, kind__in=sorted(WITH_US)).select_related("office")
    return rows.order_by("since", "id").first()
