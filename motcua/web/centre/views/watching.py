"""The board of what is late, due or lies about, and the lists behind its figures."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.attention.first import first
from motcua.web.components.entrance import OfficialRequest, holders_of

from .. import show

WATCHERS = (Role.WATCH, Role.HEAD)

cite(Kind.SCREEN, "centre:board", "3.1", "4.1.d-1", "4.1.d-2", "5.1.đ-1")
cite(Kind.SCREEN, "centre:dossiers", "4.1.d-1", "4.1.d-2", "4.1.e")
cite(Kind.SCREEN, "centre:breaches", "4.1.d-2")


@require_safe
@holders_of(*WATCHERS)
def board(request: OfficialRequest) -> HttpResponse:
    """Every figure opens the list of the dossiers it counts."""
    return render(request, "centre/board.html", {"board": show.board(request), "first": first(request)})


@require_safe
@holders_of(*WATCHERS)
def dossiers(request: OfficialRequest) -> HttpResponse:
    """The dossiers of a group, of one body or one official: what is worst first."""
    return render(
        request,
        "centre/dossiers.html",
        {"listed": show.dossiers(request), "may_ask": request.officer.has_role(Role.WATCH, request.at)},
    )


@require_safe
@holders_of(*WATCHERS)
def breaches(request: OfficialRequest) -> HttpResponse:
    """Rules that were broken, newest first."""
    return render(request, "centre/breaches.html", {"listed": show.breaches(request)})
