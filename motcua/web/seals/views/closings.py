"""Closing the register day by day, and the lists that were printed."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.seals import policies, queries
from motcua.domain.seals.closing import close_seal_day
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from .seals import CONCERNED

cite(Kind.SCREEN, "seals:closings", "4.1.đ")


@require_GET
@holders_of(*CONCERNED)
def closings(request: OfficialRequest) -> HttpResponse:
    """The days that are not closed first, then the closed ones with their lists."""
    return _shown(request)


@require_POST
@holders_of(Role.SEAL_KEEPER)
def close(request: OfficialRequest, pk: int, day: str) -> HttpResponseBase:
    """Close the register of one seal for one day."""
    seal = found(queries.seal, request.officer, pk, request.at)
    try:
        on = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None

    def do() -> str:
        close_seal_day(seal, day=on, by=request.officer, at=request.at)
        return reverse("seals:closings")

    said = f"Đã khóa sổ đóng dấu ngày {show_date(on)}. Hãy in bảng kê để ký."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, refusal))


@require_GET
@holders_of(*CONCERNED)
def printed(request: OfficialRequest, pk: int) -> HttpResponse:
    """The list of a closed day, always the very same."""
    closing = found(queries.closing, request.officer, pk, request.at)
    name = f"Bảng kê đóng dấu {show_date(closing.day)} {closing.paper.shown_number}"
    return pdf(issuing.bytes_of(closing.paper, at=request.at), name)


def _shown(request: OfficialRequest, refusal: Refused | None = None) -> HttpResponse:
    at_page = queries.closings(request.officer, request.at, place_of(request))
    open_days: list[tuple[Any, Any]] = [
        (each, policies.may_close(request.officer, each.seal, request.at))
        for each in queries.open_days(request.officer, request.at)
    ]
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "open_days": open_days}
    return render(request, "seals/closings.html", context | {"refusal": refusal, "today": local_day(request.at)})
