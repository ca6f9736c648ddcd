"""Receiving: the one screen from the person to the receipt, and what follows when nothing was received."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.ready_reasons import READY_REASONS
from motcua.web.files.show import papers_about

from .. import lot, scanning
from ..filing import GUIDE, RECEIVE, REFUSE, Intake

cite(Kind.SCREEN, "counter:intake", "3.3-1", "4.1.c", "5.1.d", "5.1.đ-2")

SAID = {
    RECEIVE: "Đã tiếp nhận hồ sơ.",
    GUIDE: "Đã ghi nhận lần hướng dẫn.",
    REFUSE: "Đã ghi nhận việc từ chối tiếp nhận.",
}


@holders_of(Role.RECEIVE)
def intake(request: OfficialRequest) -> HttpResponseBase:
    """Look things up in the form, or decide on it: receive, guide, refuse."""
    filled = Intake(request)
    if "keep" in request.POST:
        return HttpResponse(status=204 if filled.keep() else 205)
    if not filled.asked.decide:
        return _shown(request, filled)
    if not filled.is_ready():
        return _shown(request, filled, status=422)
    if filled.asked.decide == lot.ANOTHER:
        filled.keep()
        return redirect(lot.onward(filled.lot_keys, filled.key))
    said = SAID[filled.asked.decide]
    return acting(request, filled.decide, said=said, refused=lambda refusal: _shown(request, filled, refusal))


@require_GET
@holders_of(Role.RECEIVE)
def refused(request: OfficialRequest, pk: int) -> HttpResponse:
    """What was not taken in, with its notice (Mẫu 03) to print."""
    dossier = found(queries.refused, request.officer, pk, request.at)
    context = {"dossier": dossier, "printed": papers_about(dossier)}
    return render(request, "counter/refused.html", context)


def _shown(request: OfficialRequest, filled: Intake, refusal: Refused | None = None, status: int = 200) -> HttpResponse:
    if request.method == "POST":
        filled.keep()
    scanning.show_back(filled.papers, key=filled.key, by=filled.by)
    context = {"intake": filled, "form": filled.forms, "refusal": refusal, "reasons": READY_REASONS}
    return render(request, "counter/intake.html", context, status=status)
