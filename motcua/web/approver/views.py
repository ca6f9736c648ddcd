"""The inbox of an approver, and the sheet on which one dossier is decided."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.attention.first import first
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.where import here

from . import show

DECIDE = (Role.APPROVE, Role.HEAD)

cite(Kind.SCREEN, "approver:inbox", "5.1.c-1", "5.1.c-2", "5.1.đ-1")
cite(Kind.SCREEN, "approver:sheet", "5.1.c-1", "5.1.c-2", "5.1.đ-1", "5.1.e-1")


@require_GET
@holders_of(*DECIDE)
def inbox(request: OfficialRequest) -> HttpResponseBase:
    """What waits for my approval, each with a summary; the dossier whose promise is nearest first."""
    return render(request, "approver/inbox.html", {"inbox": show.inbox(request), "first": first(request)})


@require_GET
@holders_of(*DECIDE)
def sheet(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """One dossier to decide: summary, proposal, what is unusual, documents, and the three answers."""
    step = found(queries.step_to_show, request.officer, code, task, request.at)
    shown = show.sheet(request.officer, step, request.at, here(request))
    return render(request, "approver/sheet.html", {"sheet": shown})
