"""The lists of legs: those of one's own body, and those one watches over."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.interlinked import queries as leg_queries
from motcua.domain.dossiers.policies import HANDLERS
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of

from . import show

WATCHERS = (Role.WATCH, Role.HEAD)

cite(Kind.SCREEN, "interlinked:own", "5.1.đ-1", "7.8")
cite(Kind.SCREEN, "interlinked:watched", "6.2", "7.8")


@require_safe
@holders_of(*HANDLERS)
def own(request: OfficialRequest) -> HttpResponse:
    """What one's own body has to take, to finish and to hand on."""
    whose = leg_queries.own(request.officer, request.at)
    context = {"listed": show.listed(request, whose), "watching": False}
    return render(request, "interlinked/legs.html", context)


@require_safe
@holders_of(*WATCHERS)
def watched(request: OfficialRequest) -> HttpResponse:
    """The interlinked dossiers that one watches over, by body: late legs, papers on their way."""
    whose = leg_queries.watched(request.officer, request.at)
    context = {"listed": show.listed(request, whose), "watching": True}
    return render(request, "interlinked/legs.html", context)
