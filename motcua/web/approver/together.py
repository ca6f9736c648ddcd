"""Approving several dossiers at once, where that was agreed: every summary is read, every box ticked by hand."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from motcua.domain.dossiers.approving import together as approving_together
from motcua.domain.dossiers.each import Outcome
from motcua.domain.listing import Place
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import time_left
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.components.proving import is_proved, prove
from motcua.web.components.told import all_or_told, ticked
from motcua.web.components.where import here

from .show import Waiting, summary, unusual
from .views import DECIDE

cite(Kind.SCREEN, "approver:together", "5.1.c-1", "5.1.c-2")


@dataclass(frozen=True)
class Together:
    """The page: what waits and may be decided together, and from where."""

    rows: list[Waiting]
    previous: str
    next: str
    place: Any


@sensitive_post_parameters("password")
@holders_of(*DECIDE)
def together(request: OfficialRequest) -> HttpResponseBase:
    """The list to read, with a box per dossier and none ticked; approving asks for the password again."""
    if request.method != "POST":
        return _page(request)
    chosen = ticked(request, approving_together.AT_ONCE)
    if not chosen:
        return _page(request, wrong="Hãy chọn ít nhất một hồ sơ để phê duyệt.")
    wrong = prove(request, request.POST.get("password", ""))
    if wrong:
        return _page(request, wrong=wrong, chosen=chosen)

    def do() -> Outcome:
        why = request.POST.get("explanation", "").strip()[:2000]
        who = {"by": request.officer, "at": request.at}
        return approving_together.approve_several(chosen, **who, at_place=here(request), explanation=why)

    return all_or_told(request, do, title="Phê duyệt nhiều hồ sơ", back=reverse("approver:together"))


def _page(request: OfficialRequest, *, wrong: str = "", chosen: list[int] | None = None) -> HttpResponseBase:
    place: Place = place_of(request, approving_together.AT_ONCE)
    page, calendar = approving_together.inbox(request.officer, request.at, place), calendar_for()
    rows = [
        Waiting(
            each,
            time_left(each.promised_at, request.at, calendar),
            summary(each.applicant, each.summary or each.procedure, each.channel, each.received_at),
            list(unusual(each.supplements, each.rescheduled, each.breached)),
        )
        for each in page.rows
    ]
    shown = Together(rows, *beside(request, page), here(request))
    typed = {"chosen": chosen or [], "explanation": request.POST.get("explanation", "")}
    context = {"together": shown, "wrong": wrong, "proved": is_proved(request), **typed}
    return render(request, "approver/together.html", context, status=422 if wrong else 200)
