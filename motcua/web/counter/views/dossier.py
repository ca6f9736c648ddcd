"""A dossier as the counter sees it: what to hand to the citizen, what to do next, what happened."""

from django.http import HttpResponse
from django.shortcuts import render

from motcua.domain.dossiers import possible, queries, reading
from motcua.domain.journal.queries import entries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.timeline import timeline
from motcua.web.files.show import papers_about

from ..show import promised

cite(Kind.SCREEN, "counter:dossier", "5.1.đ-2", "4.1.e")


@holders_of(Role.RECEIVE, Role.RETURN)
def dossier(request: OfficialRequest, code: str) -> HttpResponse:
    """The code and the due date in large letters, the receipt to print, and only what is possible now."""
    one = found(queries.dossier, request.officer, code, request.at)
    printed = papers_about(one)
    context = {
        "dossier": one,
        "badge": promised(one, request.at),
        "printed": printed,
        "receipt": next((paper for paper in printed if paper.form_code == "receipt"), None),
        "explanation": reading.clock_of(one).explain() if one.received_at else None,
        "told": timeline(entries(one)),
        "may": possible.on_dossier(request.officer, one, (), request.at),
    }
    return render(request, "counter/dossier.html", context)
