"""A dossier as its applicant sees it signed in, its papers and its results."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.from_home import queries
from motcua.domain.papers.scans import bytes_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import found
from motcua.web.files.serving import pdf

from .. import show

cite(Kind.SCREEN, "following:dossier", "3.3-1", "5.1.đ-1", "5.1.e-2", "5.1.e-3")


@require_safe
@citizens_only
def page(request: CitizenRequest, code: str) -> HttpResponse:
    """What I have to do, until when it is promised and why, where it is, what happened, what I was given."""
    dossier = found(queries.dossier, request.person, code, request.at)
    return render(request, "following/dossier.html", {"it": show.shown(request.person, dossier, request.at)})


@require_safe
@citizens_only
def handed_in(request: CitizenRequest, code: str, pk: int) -> HttpResponse:
    """A paper that was handed in."""
    scan = found(queries.handed_in, found(queries.dossier, request.person, code, request.at), pk)
    return pdf(bytes_of(scan), scan.name.rsplit(".", 1)[0])


@require_safe
@citizens_only
def result(request: CitizenRequest, code: str, pk: int) -> HttpResponse:
    """An electronic result, to keep: the very file that was signed."""
    name, scan = found(queries.result_file, found(queries.dossier, request.person, code, request.at), pk)
    return pdf(bytes_of(scan), name, to_keep=True)
