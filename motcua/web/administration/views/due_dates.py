"""Due dates that were stored before the calendar changed, and counting them anew."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.dossiers.dates_moved import recalculation
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, holders_of

SHOWN = 50

cite(Kind.SCREEN, "administration:due_dates", "5.1.e-1", "5.1.a-2")


@holders_of(Role.ADMIN)
def due_dates(request: OfficialRequest) -> HttpResponseBase:
    """Which running dossiers keep a date that the calendar says otherwise today; count them anew."""
    if request.method != "POST":
        return _shown(request)

    def do() -> str:
        recalculation.recompute_due_dates(by=request.officer, at=request.at)
        return reverse("administration:due_dates")

    said = "Đã tính lại hạn theo lịch làm việc hiện nay."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, refusal))


def _shown(request: OfficialRequest, refusal: Refused | None = None) -> HttpResponse:
    context = {
        "found": recalculation.out_of_date(request.at),
        "shown": SHOWN,
        "at_once": recalculation.AT_ONCE,
        "refusal": refusal,
    }
    return render(request, "administration/due_dates.html", context)
