"""The PDF of a paper and of a scan, and the pages of a scan as pictures, for those who may see what they are about."""

from django.http import Http404, HttpResponse

from motcua.domain.dossiers import files
from motcua.domain.papers import issuing, scans, storage
from motcua.domain.papers.pictures import NoSuchPage
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, officials_only

from .serving import pdf, png
from .show import title_of

cite(Kind.SCREEN, "files:scan", "5.1.đ-2")


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
