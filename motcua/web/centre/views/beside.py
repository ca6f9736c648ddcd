"""Advice that is out or overdue, and the dossiers that go a specially agreed way."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.beside import queries as aside_queries
from motcua.domain.procedures.arrangement_terms import ArrangementKind
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.dossier.show.beside import state_of

from .watching import WATCHERS

ALL = "tat-ca"
KINDS = tuple(kind for kind in ArrangementKind if kind != "several")

cite(Kind.SCREEN, "centre:advice", "5.1.đ-1", "4.1.d-2")
cite(Kind.SCREEN, "centre:specials", "4.1.a-2", "5.1.đ-1")


@require_safe
@holders_of(*WATCHERS)
def advice(request: OfficialRequest) -> HttpResponse:
    """Which bodies owe an answer: those whose date has passed, or all that are asked."""
    late = request.GET.get("xem") != ALL
    page = aside_queries.watched(request.officer, request.at, place_of(request), late=late)
    context = {
        "late": late,
        "how_many": aside_queries.how_many_late(request.officer, request.at),
        "rows": [(each, state_of(each, request.at)) for each in page.rows],
        "pages": beside(request, page),
    }
    return render(request, "centre/advice.html", context)


@require_safe
@holders_of(*WATCHERS)
def specials(request: OfficialRequest) -> HttpResponse:
    """The dossiers that were received under a special arrangement."""
    asked = request.GET.get("loai", "")
    kind = asked if asked in KINDS else ""
    page = aside_queries.specials(request.officer, request.at, place_of(request), kind=kind)
    context = {"rows": page.rows, "pages": beside(request, page), "kind": kind, "kinds": KINDS}
    return render(request, "centre/specials.html", context)
