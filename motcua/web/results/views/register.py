"""Sổ kết quả: what a body issued, or what went through a one-stop, by number or holder, by state and form."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.results.queries import EXPORTED_AT_ONCE, ISSUERS
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_moment
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.files.serving import KINDS

from .. import show
from ..sheet import workbook as sheet

READERS = (*ISSUERS, Role.RETURN, Role.WATCH)

cite(Kind.SCREEN, "results:register", "4.1.e", "5.1.đ-1")
cite(Kind.SCREEN, "results:printed", "4.1.e", "5.1.đ-1")
cite(Kind.SCREEN, "results:workbook", "4.1.e", "5.1.đ-1")


@require_safe
@holders_of(*READERS)
def register(request: OfficialRequest) -> HttpResponseBase:
    """A page of the register."""
    context = {"register": show.register(request), "states": show.STATES, "forms_of": show.FORMS}
    return render(request, "results/register.html", context | {"at_once": EXPORTED_AT_ONCE})


@require_safe
@holders_of(*READERS)
def printed(request: OfficialRequest) -> HttpResponseBase:
    """What is shown, as a page to print."""
    asked, lines = show.everything(request)
    context = {"asked": asked, "lines": lines, "columns": show.COLUMNS, "at": request.at, "at_once": EXPORTED_AT_ONCE}
    return render(request, "results/printed.html", context)


@require_safe
@holders_of(*READERS)
def workbook(request: OfficialRequest) -> HttpResponse:
    """What is shown, as a workbook without formulas."""
    asked, lines = show.everything(request)
    title = f"Sổ kết quả: {asked.said()}, lúc {show_moment(request.at)}"
    content = sheet(title, show.COLUMNS, (line.cells() for line in lines))
    named = content_disposition_header(True, "Sổ kết quả.xlsx") or "attachment"
    return HttpResponse(content, content_type=KINDS["xlsx"], headers={"Content-Disposition": named})
