"""The PDF of a paper, of a scan, and the picture of a scan's first page: inline, and never run by the browser."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from motcua.domain.dossiers import files
from motcua.domain.papers import issuing, scans, storage
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import found, officials_only

from .show import title_of

cite(Kind.SCREEN, "files:scan", "5.1.đ-2")

# The browser's own viewer draws a PDF; nothing in the file gets to load or to send anything.
NOTHING_MORE = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"


@officials_only
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of a paper that was issued; printed again it is the very same."""
    entered = cast(Any, request)
    issued = found(files.paper, entered.officer, pk, entered.at)
    name = f"{title_of(issued)} {issued.shown_number}.pdf".replace("/", "-")
    return _file(issuing.bytes_of(issued, at=entered.at), "application/pdf", name)


@officials_only
def scan(request: HttpRequest, pk: int) -> HttpResponse:
    """The PDF of what was handed in."""
    entered = cast(Any, request)
    kept = found(files.scan, entered.officer, pk, entered.at)
    return _file(scans.bytes_of(kept), "application/pdf", f"{kept.component_label or kept.name}.pdf")


@officials_only
def thumbnail(request: HttpRequest, pk: int) -> HttpResponse:
    """Its first page, small."""
    entered = cast(Any, request)
    kept = found(files.scan, entered.officer, pk, entered.at)
    return _file(storage.read(kept.thumbnail), "image/png", f"{kept.name}.png")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(False, name) or "inline",
        "Content-Security-Policy": NOTHING_MORE,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type=kind, headers=headers)
