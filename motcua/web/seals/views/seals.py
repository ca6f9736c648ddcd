"""The seals: in whose hands each is, what happened to it, and what can be done with it now."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.organisations.roles import Role
from motcua.domain.papers import storage
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.seals import keeping, policies, queries
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.timeline import timeline
from motcua.web.files.serving import png

cite(Kind.SCREEN, "seals:seals", "4.1.đ", "5.4")

CONCERNED = (Role.SEAL_KEEPER, Role.HEAD, Role.CLERK, Role.WATCH)
KINDS = {"registered": "waiting", "in_use": "good", "damaged": "bad", "lost": "bad", "returned": ""}


@require_GET
@holders_of(*CONCERNED)
def seals(request: OfficialRequest) -> HttpResponse:
    """All seals of which the official has to know; stopped ones and those to be taken are said first."""
    rows = queries.seals(request.officer, request.at)
    context = {"rows": rows, "keepers": queries.keepers(rows), "kinds": KINDS}
    context |= {"stopped": queries.stopped(request.officer, request.at), "given": queries.given_to(request.officer)}
    return render(request, "seals/seals.html", context)


@require_GET
@holders_of(*CONCERNED)
def seal(request: OfficialRequest, pk: int) -> HttpResponse:
    """One seal: its registration and sample, its keepers, its story, and what this official may do."""
    one = found(queries.seal, request.officer, pk, request.at)
    held, given = keeping.held_now(one), keeping.given_now(one)
    may: dict[str, Any] = {
        "give": policies.may_give(request.officer, held, request.at),
        "take": policies.may_take(request.officer, given, request.at),
        "stop": policies.may_stop(request.officer, one, held, request.at),
    }
    context: dict[str, Any] = {"one": one, "held": held, "given": given, "may": may, "kinds": KINDS}
    context |= {"custodies": queries.custodies(one), "told": timeline(queries.story(one))}
    return render(request, "seals/seal.html", context)


@require_GET
@holders_of(*CONCERNED)
def sample(request: OfficialRequest, pk: int) -> HttpResponse:
    """The picture of the impression, as it was registered."""
    one = found(queries.seal, request.officer, pk, request.at)
    if one.sample is None:
        raise Http404
    return png(storage.read(one.sample.thumbnail), f"Mẫu dấu {one.registration}")
