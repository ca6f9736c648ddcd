"""Applicants whose promised day became a later one: the letters with the new date, to print and to send."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.dossiers.dates_moved import moving
from motcua.domain.dossiers.each import Outcome, each_by_itself
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.components.told import all_or_told, ticked

AT_ONCE = 50

cite(Kind.SCREEN, "counter:moved", "5.1.e-1")


@holders_of(Role.RECEIVE, Role.RETURN)
def moved(request: OfficialRequest) -> HttpResponseBase:
    """Who must still be told; a letter for each that is ticked, found with the papers of the dossier."""
    by, at = request.officer, request.at
    chosen = ticked(request, AT_ONCE) if request.method == "POST" else []
    if not chosen:
        page = moving.untold(by, at, place_of(request))
        context: dict[str, Any] = {"rows": page.rows, "count": moving.how_many_untold(by, at)}
        context |= {"pages": beside(request, page), "wrong": request.method == "POST"}
        return render(request, "counter/moved.html", context)

    def do() -> Outcome:
        return each_by_itself(moving.chosen(by, chosen, at), tell)

    def tell(one: Any) -> str:
        return f"giấy báo số {moving.tell_moved_date(one, by=by, at=at).paper.shown_number}"

    return all_or_told(request, do, title="Lập giấy báo dời hẹn", back=reverse("counter:moved"))
