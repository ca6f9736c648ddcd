"""Questions of the Centre and answers of the departments, as each side may see them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from motcua.domain.listing import Page, Place, page
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role

from ..models import Dossier
from .policies import ANSWERING
from .progress_models import ProgressRequest

LATELY = timedelta(days=90)
RELATED = ("dossier__version", "office", "asked_by", "answered_by", "paper")


@dataclass(frozen=True)
class PerBody:
    """How the answers of one body stand: open, overdue, answered lately and of those too late."""

    code: str
    name: str
    open: int
    overdue: int
    answered: int


def asked_of(by: Officer, at: datetime) -> QuerySet[ProgressRequest]:
    """What the bodies of this official were asked."""
    return ProgressRequest.objects.filter(office__in=by.bodies_with(at, *ANSWERING))


def asked_by(by: Officer, at: datetime) -> QuerySet[ProgressRequest]:
    """What the one-stops that this official watches for have asked."""
    return ProgressRequest.objects.filter(one_stop__in=by.places_with(at, Role.WATCH))


def open_of(rows: QuerySet[ProgressRequest], place: Place) -> Page[ProgressRequest]:
    """A page of those without an answer, what is due first."""
    return page(rows.filter(answered_at=None).select_related(*RELATED), "answer_by", place)


def answered_of(rows: QuerySet[ProgressRequest], place: Place) -> Page[ProgressRequest]:
    """A page of the answers, the newest first."""
    answered = rows.filter(answered_at__isnull=False).select_related(*RELATED)
    return page(answered, "answered_at", place, newest_first=True)


def per_body(rows: QuerySet[ProgressRequest], at: datetime) -> list[PerBody]:
    """For each body what it owes and what it answered in the last three months; who owes most first."""
    lately = rows.filter(Q(answered_at=None) | Q(answered_at__gte=at - LATELY))
    counts = {
        "open": Count("id", filter=Q(answered_at=None)),
        "overdue": Count("id", filter=Q(answered_at=None, answer_by__lt=at)),
        "answered": Count("id", filter=Q(answered_at__isnull=False)),
    }
    named: QuerySet[Any, Any] = lately.values("office__code", "office__short_name").annotate(**counts).order_by()
    found = [
        PerBody(row["office__code"], row["office__short_name"], row["open"], row["overdue"], row["answered"])
        for row in named
    ]
    return sorted(found, key=lambda each: (-each.overdue, -each.open, each.name))


def one(by: Officer, pk: int, at: datetime) -> ProgressRequest:
    """One question, for either side; raises `ProgressRequest.DoesNotExist`."""
    mine = Q(office__in=by.bodies_with(at, *ANSWERING)) | Q(one_stop__in=by.places_with(at, Role.WATCH))
    return ProgressRequest.objects.filter(mine).select_related(*RELATED).get(pk=pk)


def about(dossier: Dossier) -> list[ProgressRequest]:
    """All that was asked about a dossier that was already obtained, the newest first."""
    rows = ProgressRequest.objects.filter(dossier=dossier).select_related("office", "asked_by", "answered_by", "paper")
    return list(rows.order_by("-asked_at", "-id"))
