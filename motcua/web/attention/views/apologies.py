"""Apologies drafted ahead: one click from the list to the letter, filled in."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.ahead import apology_drafts
from motcua.domain.listing import counted
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import time_left
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of

from ..first import SIGNS_OR_WATCHES

cite(Kind.SCREEN, "attention:apologies", "5.1.e-3", "7.8")


@require_safe
@holders_of(*SIGNS_OR_WATCHES)
def apologies(request: OfficialRequest) -> HttpResponse:
    """The letters this official may sign; for the Centre, the dossiers whose date will not be kept."""
    by, at = request.officer, request.at
    to_sign = apology_drafts.to_sign(by, at)
    mine = to_sign.exists()
    drafts = to_sign if mine else apology_drafts.for_centre(by, at)
    at_page = apology_drafts.listed(drafts, place_of(request))
    context = {
        "rows": [(draft, time_left(draft.due_at, at, calendar_for()), _left(draft, at)) for draft in at_page.rows],
        "count": counted(drafts),
        "pages": beside(request, at_page),
        "mine": mine,
    }
    return render(request, "attention/apologies.html", context)


def _left(draft: Any, at: Any) -> str:
    """How the last day for an apology stands: to come, today, or gone."""
    today: date = local_day(at)
    if today > draft.last_day:
        return "late"
    return "today" if today == draft.last_day else ""
