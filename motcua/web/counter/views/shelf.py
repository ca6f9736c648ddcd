"""The shelf, place by place, and whom to call because they do not come (4.1.e)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.delivery import reminders
from motcua.domain.dossiers.stages import Stage
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of

from ..proof_form import CallForm
from ..show import days_since

cite(Kind.SCREEN, "counter:shelf", "4.1.e")
cite(Kind.SCREEN, "counter:calls", "4.1.e")
cite(Kind.SCREEN, "counter:note_call", "4.1.e")


@require_GET
@holders_of(Role.RETURN)
def shelf(request: OfficialRequest) -> HttpResponseBase:
    """What lies where and how long, in the order of the places; narrowed by how a place begins."""
    begins = request.GET.get("gia", "").strip()[:40]
    rows = queries.at_desk(request.officer, request.at, Stage.KEPT)
    rows = rows.filter(shelf__istartswith=begins) if begins else rows
    at_page = page(rows, "shelf", place_of(request))
    lines = [(each, days_since(each.finished_at, request.at)) for each in at_page.rows]
    context = {"lines": lines, "begins": begins, "count": counted(rows), "pages": beside(request, at_page)}
    return render(request, "counter/shelf.html", context)


@require_GET
@holders_of(Role.RETURN)
def calls(request: OfficialRequest) -> HttpResponseBase:
    """Whom to call, who has waited longest first."""
    return _calls(request)


@require_POST
@holders_of(Role.RETURN)
def note_call(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Write down that somebody was called and what came of it."""
    one, form = found(reminders.call, request.officer, pk, request.at), CallForm(request.POST)
    if not form.is_valid():
        return _calls(request, wrong=pk, form=form, status=422)

    def do() -> str:
        reminders.note_call(one, outcome=form.cleaned_data["outcome"], by=request.officer, at=request.at)
        return reverse("counter:calls")

    return acting(request, do, said="Đã ghi kết quả liên hệ.", refused=lambda no: _calls(request, refusal=no))


def _calls(
    request: OfficialRequest, *, wrong: int = 0, form: Any = None, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    rows = reminders.to_call(request.officer, request.at)
    at_page = page(rows, "made_at", place_of(request))
    forms = [(each, form if each.pk == wrong else CallForm(auto_id=f"goi-{each.pk}-%s")) for each in at_page.rows]
    context = {"lines": forms, "count": counted(rows), "pages": beside(request, at_page), "refusal": refusal}
    return render(request, "counter/calls.html", context | {"form": form or CallForm()}, status=status)
