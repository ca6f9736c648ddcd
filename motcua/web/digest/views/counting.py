"""The digest, the feedback behind its figures, and both as files (4.2.b)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.feedback.digest import counting, files
from motcua.domain.feedback.digest.policies import READERS
from motcua.domain.feedback.reports import gathering
from motcua.domain.feedback.reports import policies as report_policies
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of

from .. import show
from ..forms import wanted_in
from ..tables import as_csv

cite(Kind.SCREEN, "digest:digest", "4.2.b", "5.5.a")
cite(Kind.SCREEN, "digest:voices", "4.2.b", "5.5.a")
cite(Kind.SCREEN, "digest:figures", "4.2.b")
cite(Kind.SCREEN, "digest:voices_file", "4.2.b")


@require_safe
@holders_of(*READERS)
def digest(request: OfficialRequest) -> HttpResponse:
    """What people said in some months, counted by what it is about."""
    wanted = wanted_in(request, local_day(request.at))
    found = counting.digest(request.officer, request.at, wanted)
    context = {"shown": show.shown(wanted, found), "reports": report_policies.may_report(request.officer, request.at)}
    return render(request, "digest/digest.html", {**context, **_filters(request, wanted)})


@require_safe
@holders_of(*READERS)
def voices(request: OfficialRequest) -> HttpResponse:
    """Each of them, with what can be gathered into a report to choose from."""
    wanted = wanted_in(request, local_day(request.at))
    rows = counting.voices(request.officer, request.at, wanted, place_of(request))
    reports = bool(report_policies.may_report(request.officer, request.at))
    for each in rows.rows:
        each.choosable = reports and each.report is None and gathering.may_be_gathered(each)  # type: ignore[attr-defined]
    context = {"rows": rows.rows, "pages": beside(request, rows), "reports": reports}
    return render(request, "digest/voices.html", {**context, **_filters(request, wanted)})


@require_safe
@holders_of(*READERS)
def figures_file(request: OfficialRequest) -> HttpResponseBase:
    """The figures as a table."""
    wanted = wanted_in(request, local_day(request.at))
    rows = files.figures(counting.digest(request.officer, request.at, wanted))
    return as_csv(files.FIGURES, rows, _named("Tổng hợp phản ánh", wanted))


@require_safe
@holders_of(*READERS)
def voices_file(request: OfficialRequest) -> HttpResponseBase:
    """Each voice as a row, with nobody's name, number or address in it."""
    wanted = wanted_in(request, local_day(request.at))
    rows = files.voices(counting.all_voices(request.officer, request.at, wanted))
    return as_csv(files.VOICES, rows, _named("Từng phản ánh", wanted))


def _filters(request: OfficialRequest, wanted: counting.Wanted) -> dict[str, Any]:
    return show.filters(request, wanted, local_day(request.at))


def _named(what: str, wanted: counting.Wanted) -> str:
    return f"{what} {wanted.first:%m-%Y} đến {wanted.last:%m-%Y}"
