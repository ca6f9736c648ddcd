"""Last year's real dossiers against a version: asked for here, counted behind the counter when they are many."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.dossiers.replay import replaying
from motcua.domain.procedures import policies, ways
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of

from .. import replayed
from .processes import AT_DESK

cite(Kind.SCREEN, "processes:replay", "4.1.a-1")


@holders_of(*AT_DESK)
def replay(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The newest counting of a version, how far it has come, and the button that asks for another one."""
    one, newest = found(replaying.replay_for, request.officer, pk, request.at)

    def page(refusal: Refused | None = None) -> HttpResponse:
        context: dict[str, Any] = {
            "process": one,
            "name": ways.name_of(one.procedure),
            "shown": replayed.replayed(one, newest) if newest else None,
            "may_try": policies.may_try(request.officer, one, request.at),
            "refusal": refusal,
        }
        return render(request, "processes/replay.html", context)

    def do() -> str:
        replaying.replay_last_year(one, by=request.officer, at=request.at)
        return reverse("processes:replay", args=[pk])

    if request.method != "POST":
        return page()
    return acting(request, do, said="Đã yêu cầu chạy lại hồ sơ 12 tháng qua.", refused=page)
