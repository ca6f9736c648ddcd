"""The lists of paper as each side may see them."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role

from ..ahead.policies import OF_DEPARTMENT
from ..models import Dossier
from .models import HandingLine, HandingList
from .terms import LOST, LineState

RELATED = ("one_stop", "office", "given_by", "taken_by", "paper")


def visible_to(by: Officer, at: datetime) -> QuerySet[HandingList]:
    """The lists of the official's one-stops and bodies; whoever watches sees those of the one-stop."""
    desk = by.bodies_with(at, Role.RECEIVE, Role.RETURN, Role.WATCH)
    seated = by.places_with(at, Role.RECEIVE, Role.RETURN)
    own = by.bodies_with(at, Role.RECEIVE, Role.RETURN, Role.HEAD, *OF_DEPARTMENT)
    return HandingList.objects.filter(Q(one_stop__in=desk) | Q(one_stop__in=seated, office__in=own) | Q(office__in=own))


def open_lists(by: Officer, at: datetime, place: Place) -> Page[HandingList]:
    """Those not yet signed by both sides, the oldest round first, with how many papers each has."""
    return page(_counted(visible_to(by, at).filter(taken_at=None)), "hour_at", place)


def done_lists(by: Officer, at: datetime, place: Place) -> Page[HandingList]:
    """Those both sides have signed, the newest first."""
    rows = visible_to(by, at).filter(taken_at__isnull=False)
    return page(_counted(rows), "taken_at", place, newest_first=True)


def one(by: Officer, pk: int, at: datetime) -> HandingList:
    """One list; raises `HandingList.DoesNotExist` also when it may not be seen."""
    return visible_to(by, at).select_related(*RELATED).get(pk=pk)


def lines(one: HandingList) -> list[HandingLine]:
    """Its lines in order."""
    return list(one.lines.select_related("dossier__version").order_by("position"))


def scanned(one: HandingList, code: str) -> Dossier:
    """The dossier whose papers are in hand, whosever it is: the act says so; raises `Dossier.DoesNotExist`."""
    return Dossier.objects.get(code=code.strip().upper(), one_stop=one.one_stop_id)


def _counted(rows: QuerySet[HandingList]) -> QuerySet[HandingList]:
    gone = Q(lines__state__in=[LineState.GIVEN, LineState.TAKEN])
    return rows.select_related(*RELATED).annotate(
        total=Count("lines"), given=Count("lines", filter=gone), lost=Count("lines", filter=Q(lines__state__in=LOST))
    )
