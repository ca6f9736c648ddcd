"""The ways out: which are set up, what is missing, what waits for them, what became of the past week."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.messages import manners, queries
from motcua.domain.messages.policies import WATCHES
from motcua.domain.messages.terms import State
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of

cite(Kind.SCREEN, "messages:ways", "4.1.c")


@require_safe
@holders_of(*WATCHES)
def ways(request: OfficialRequest) -> HttpResponseBase:
    """Each way as it stands, and the manners that hold for all."""
    context = {
        "ways": list(queries.ways(request.officer, request.at)),
        "states": list(State),
        "days": queries.COUNTED_DAYS,
        "pauses": [int(pause.total_seconds() // 60) for pause in manners.PAUSES],
        "manners": manners,
    }
    return render(request, "messages/ways.html", context)
