"""Processes found by how far they have come, and one procedure with every version of its way."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import queries, ways
from motcua.domain.procedures.ways import Reached
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.paging import beside, place_of

from .. import show, trial_words

WRITERS = (Role.PROCEDURES, Role.HEAD)
AT_DESK = (*WRITERS, Role.WATCH)  # those who watch for the Centre agree to what others write

cite(Kind.SCREEN, "processes:overview", "4.1.a-1", "5.1.a-2")
cite(Kind.SCREEN, "processes:procedure", "4.1.a-1", "5.1.a-2", "5.1.c-1")


@require_GET
@holders_of(*AT_DESK)
def overview(request: OfficialRequest) -> HttpResponse:
    """The procedures an official works on, with the state of their processes."""
    words, state = request.GET.get("tim", "").strip()[:200], request.GET.get("tinh-trang", "")
    reached = Reached(state) if state in list(Reached) else None
    page = ways.ways(request.officer, words, reached, request.at, place_of(request))
    context = {
        "rows": page.rows,
        "count": ways.how_many_ways(request.officer, words, reached, request.at),
        "pages": beside(request, page),
        "words": words,
        "reached": reached,
        "states": list(Reached),
        "stands": {each.value: show.state(each.value) for each in Reached},
    }
    return render(request, "processes/overview.html", context)


@require_GET
@holders_of(*AT_DESK)
def procedure(request: OfficialRequest, code: str) -> HttpResponse:
    """One procedure: the chosen version of its process, how far it has come, and who may decide today."""
    one = found(queries.procedure_for, request.officer, code, request.at)
    versions = queries.processes_for(request.officer, one, request.at)
    chosen = _chosen(versions, request.GET.get("phien-ban", ""))
    shown = show.procedure(request.officer, one, versions, chosen, request.at)
    context = {"shown": shown, "stands": show.state, "trial_words": trial_words}
    return render(request, "processes/procedure.html", context)


def _chosen(versions: list[Any], number: str) -> Any:
    """The version that the address names; the newest without one."""
    if not number:
        return versions[0] if versions else None
    for each in versions:
        if str(each.number) == number:
            return each
    raise Http404
