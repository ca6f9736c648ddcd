"""A dossier as officials see it: the page, its scans page by page, and its control slip."""

from django.http import Http404, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.from_home import looking
from motcua.domain.dossiers.overviews import books
from motcua.domain.papers import issuing
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, officials_only
from motcua.web.dossier.show import page as show
from motcua.web.dossier.show import scans
from motcua.web.files.serving import pdf

from .beside import question_of_mine

cite(Kind.SCREEN, "dossier:page", "5.1.đ-1", "5.1.đ-2", "5.1.e-2", "5.1.e-3", "4.1.d-2")
cite(Kind.SCREEN, "dossier:scans", "5.1.đ-2")
cite(Kind.SCREEN, "dossier:control_slip", "4.1.d-1", "5.1.đ-2")


@require_GET
@officials_only
def page(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Where the dossier is, how long is left and why, what it consists of, and what may be done now."""
    try:
        dossier = found(queries.dossier, request.officer, code, request.at)
    except Http404:
        return question_of_mine(request, code)  # a body that was only asked sees its question, or nothing
    looking.note(dossier, by=request.officer, at=request.at)  # its applicant may know who looked
    return render(request, "dossier/page.html", {"shown": show.shown(request.officer, dossier, request.at)})


@require_GET
@officials_only
def viewer(request: OfficialRequest, code: str) -> HttpResponseBase:
    """The papers that were handed in and what is to be done; beside them the asked page of one as a picture."""
    dossier = found(queries.dossier, request.officer, code, request.at)
    asked = scans.viewing(dossier, request.GET.get("ban", ""), request.GET.get("trang", ""))
    if asked is None:
        raise Http404
    steps = show.steps_of(request.officer, dossier, request.at)
    return render(request, "dossier/scans.html", {"dossier": dossier, "viewing": asked, "steps": steps})


@require_GET
@officials_only
def control_slip(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Every hand-over, with who gave and who took, and whether in time (Mẫu 05)."""
    dossier = found(queries.dossier, request.officer, code, request.at)
    slip = books.control_slip(dossier, queries.story(dossier), request.at)
    return render(request, "dossier/control_slip.html", {"dossier": dossier, "slip": slip})


@require_GET
@officials_only
def control_slip_pdf(request: OfficialRequest, code: str) -> HttpResponseBase:
    """The same on its form, to print."""
    dossier = found(queries.dossier, request.officer, code, request.at)
    slip = books.control_slip(dossier, queries.story(dossier), request.at)
    return pdf(issuing.printed("control_slip", slip), f"Phiếu kiểm soát {dossier.code}")
