"""The register of impressions: every line, by seal, by day, by dossier or result number."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.seals import queries
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of

from ..forms import SearchForm
from .seals import CONCERNED

cite(Kind.SCREEN, "seals:register", "4.1.đ")


@require_GET
@holders_of(*CONCERNED)
def register(request: OfficialRequest) -> HttpResponse:
    """A page of it, the newest line first."""
    form = SearchForm(request.GET, seals=queries.seals(request.officer, request.at))
    form.is_valid()
    asked = form.cleaned_data
    search = queries.Search(int(asked["dau"]) if asked.get("dau") else None, asked.get("ngay"), asked.get("tim", ""))
    found = queries.register(request.officer, search, request.at, place_of(request))
    context = {"form": form, "rows": found.rows, "pages": beside(request, found), "search": search}
    context["count"] = queries.how_many_registered(request.officer, search, request.at)
    return render(request, "seals/register.html", context)
