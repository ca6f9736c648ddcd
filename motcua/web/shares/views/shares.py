"""The shares of a month with their year, the dossiers behind each figure, and the same as a table to keep."""

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.months import shares as months
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.files.serving import KINDS

from .. import show, tables
from ..forms import month_in

READERS = (Role.WATCH, Role.HEAD, Role.PROCEDURES)

cite(Kind.SCREEN, "shares:shares", "5.1.f")
cite(Kind.SCREEN, "shares:dossiers", "5.1.f")
cite(Kind.SCREEN, "shares:table", "5.1.f")
cite(Kind.SCREEN, "shares:workbook", "5.1.f")


@require_safe
@holders_of(*READERS)
def shares(request: OfficialRequest) -> HttpResponse:
    """One month, and the year that led to it."""
    return render(request, "shares/shares.html", {"shown": show.page_of(request)})


@require_safe
@holders_of(*READERS)
def dossiers(request: OfficialRequest) -> HttpResponse:
    """The dossiers that a figure counts."""
    return render(request, "shares/dossiers.html", {"listed": show.dossiers(request)})


@require_safe
@holders_of(*READERS)
def table(request: OfficialRequest) -> HttpResponseBase:
    """Twelve months by body and procedure, sent as they are read."""
    rows, name = _year(request)
    answer = StreamingHttpResponse(tables.csv_lines(rows), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.csv") or "attachment"
    return answer


@require_safe
@holders_of(*READERS)
def workbook(request: OfficialRequest) -> HttpResponseBase:
    """The same as a workbook."""
    rows, name = _year(request)
    answer = HttpResponse(tables.workbook(rows), content_type=KINDS["xlsx"])
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx") or "attachment"
    return answer


def _year(request: OfficialRequest) -> tuple[tables.Rows, str]:
    month = month_in(request.GET.get("thang", ""), local_day(request.at))
    scope = months.scope_of(request.officer, request.at)
    return months.whole_year(scope, month), f"Tỷ lệ trực tuyến, bưu chính 12 tháng đến {month:%m-%Y}"
