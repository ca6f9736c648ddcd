"""Whether the system is well, in plain words."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of

from ..wellbeing import findings, without_posting

cite(Kind.SCREEN, "administration:health", "2")


@require_GET
@holders_of(Role.ADMIN)
def health(request: OfficialRequest) -> HttpResponse:
    """What is as it should be, and what somebody has to look after."""
    context = {"findings": findings(request.at), "left": without_posting(request.at)}
    return render(request, "administration/health.html", context)
