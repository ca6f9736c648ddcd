"""A dossier as the counter sees it: what to hand to the citizen, what to do next, what was handed in and its scans."""

from typing import Any
from uuid import uuid5

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.dossiers import corrections, intake, policies, possible, queries, reading, received_anew
from motcua.domain.dossiers.filed_together import several
from motcua.domain.journal.once import once
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of, key_of
from motcua.web.components.timeline import timeline
from motcua.web.files.show import papers_about

from .. import scanning
from ..show import promised

cite(Kind.SCREEN, "counter:dossier", "5.1.đ-2", "4.1.e")


@require_GET
@holders_of(Role.RECEIVE, Role.RETURN)
def dossier(request: OfficialRequest, code: str) -> HttpResponse:
    """The code and the due date in large letters, the receipt to print, and only what is possible now."""
    return _shown(request, found(queries.dossier, request.officer, code, request.at))


@require_POST
@holders_of(Role.RECEIVE)
def keep_scans(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Keep scans made after the applicant had left; one that can not be kept does not hold up the others."""
    one = found(queries.dossier, request.officer, code, request.at)
    chosen = {paper.component for paper in queries.submitted(one) if f"c{paper.component_id}-files" in request.FILES}
    refused = {component.pk: why for component in chosen if (why := _keep(request, one, component))}
    if refused:
        return _shown(request, one, refused=refused, status=422)
    messages.success(request, f"Đã lưu {len(chosen)} bản quét." if chosen else "Chưa chọn tệp nào.")
    return redirect("counter:dossier", one.code)


def _keep(request: OfficialRequest, one: Any, component: Any) -> str:
    """Keep the scan of one paper, once; why not, when it can not be kept."""
    sent, signs = request.FILES.getlist(f"c{component.pk}-files"), {"by": request.officer, "at": request.at}

    def do() -> str:
        scan = scanning.together(sent, component=component, about=one.stream, **signs)
        intake.add_scan(one, component_id=component.pk, scan=scan, **signs)
        return str(one.code)

    try:
        once(uuid5(key_of(request), str(component.pk)), **signs, do=do)
    except Refused as refusal:
        return refusal.sentence
    return ""


def _shown(request: OfficialRequest, one: Any, *, refused: Any = None, status: int = 200) -> HttpResponse:
    lot, replaced = several.lot_of(one), corrections.replaced_papers(one)
    may_receive = policies.may_receive(request.officer, one.one_stop_id, request.at)
    printed = papers_about(one, replaced=replaced, shared=lot.paper if lot else None)
    receipts = [paper for paper in printed if paper.form_code == "receipt" and not paper.replaced_by]
    context = {
        "dossier": one,
        "badge": promised(one, request.at),
        "printed": printed,
        "receipt": receipts[-1] if receipts else None,
        "explanation": reading.clock_of(one).explain() if one.received_at else None,
        "told": timeline(queries.story(one)),
        "may": possible.on_dossier(request.officer, one, (), request.at),
        "submitted": queries.submitted(one),
        "may_scan": may_receive,
        "refused": refused or {},
        "together": [each for each in several.of(one) if each != one] if lot else [],
        "correction": corrections.waiting_of(one),
        "may_correct": may_receive and corrections.can_be_corrected(one),
        "anew": may_receive and received_anew.can_be_received_anew(one),
    }
    return render(request, "counter/dossier.html", context, status=status)
