"""The regulation inside the application: every clause in plain words, and what in the program serves it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import everybody

from . import show

cite(Kind.SCREEN, "regulation:index", "9.1")


@everybody
def index(request: HttpRequest) -> HttpResponse:
    """All clauses by article, or those that a search or a status picks."""
    words, status = request.GET.get("tim", "").strip(), request.GET.get("tinh-trang", "")
    return render(request, "regulation/index.html", {"listing": show.listing(words, status)})


@everybody
def clause(request: HttpRequest, number: str) -> HttpResponse:
    """One clause: who owes it, its dates and numbers, what carries it out, the tests that show it."""
    shown = show.one(number)
    if shown is None:
        raise Http404
    return render(request, "regulation/clause.html", {"shown": shown})
