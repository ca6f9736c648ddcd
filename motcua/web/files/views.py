"""Papers and scans, the pages of scans as pictures, and the forms of components, for those who may see them."""

from typing import Any

from django.http import Http404, HttpResponse

from motcua.domain.dossiers import files
from motcua.domain.papers import form_files, issuing, scans, storage
from motcua.domain.papers.pictures import NoSuchPage
from motcua.domain.procedures.component_forms import form_for
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, officials_only

from . import serving
from .serving import pdf, png
from .show import title_of

cite(Kind.SCREEN, "files:scan", "5.1.đ-2")
cite(Kind.SCREEN, "files:form", "4.1.b", "5.1.d")


@officials_only
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """The PDF of a paper that was issued; printed again it is the very same."""
    issued = found(files.paper, request.officer, pk, request.at)
    return pdf(issuing.bytes_of(issued, at=request.at), f"{title_of(issued)} {issued.shown_number}")


@officials_only
def scan(request: OfficialRequest, pk: int) -> HttpResponse:
    """The PDF of what was handed in; with `?tai=1` to keep."""
    kept = found(files.scan, request.officer, pk, request.at)
    return pdf(scans.bytes_of(kept), kept.component_label or kept.name, to_keep="tai" in request.GET)


@officials_only
def form(request: OfficialRequest, component: int) -> HttpResponse:
    """The form of a component, to print for the applicant or to check before it is published."""
    return form_to_keep(found(form_for, request.officer, component, request.at))


def form_to_keep(component: Any) -> HttpResponse:
    """The form of a component as a file under its own name."""
    kept, content = form_files.bytes_of(component.form_sha256)
    return serving.form(content, kept.kind, form_files.file_name(component.form_name, kept.kind))


@officials_only
def thumbnail(request: OfficialRequest, pk: int) -> HttpResponse:
    """Its first page, small."""
    kept = found(files.scan, request.officer, pk, request.at)
    return png(storage.read(kept.thumbnail), kept.name)


@officials_only
def page(request: OfficialRequest, pk: int, number: int) -> HttpResponse:
    """One page of it, drawn here: whatever the file holds, the browser gets a picture."""
    kept = found(files.scan, request.officer, pk, request.at)
    try:
        return png(scans.page_picture(kept, number), f"{kept.name} trang {number}")
    except NoSuchPage:
        raise Http404 from None
