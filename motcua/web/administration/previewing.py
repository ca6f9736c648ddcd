"""A change of the calendar is looked at before it is made: which due dates would it move?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.dossiers.dates_moved import moving, recalculation
from motcua.domain.dossiers.dates_moved.calendar_change import Waiting
from motcua.domain.working_days.foresight import Change
from motcua.web.components.entrance import OfficialRequest, acting
from motcua.web.components.form_page import UNPROCESSABLE, FormPage, show

SHOWN = 10
PROPOSED = "Đã đề nghị. Lịch thay đổi khi người thứ hai xác nhận."
PREVIEWED = "previewed"
TEMPLATE = "administration/change.html"
NOTHING_YET: dict[str, Any] = {"foreseen": None, "shown": SHOWN, "mark": ""}


def change(
    request: OfficialRequest,
    page: FormPage,
    form: Any,
    *,
    change_of: Callable[[], Waiting],
) -> HttpResponseBase:
    """Take the form, show what would follow, and put the change before a second person once that was looked at."""
    page = replace(page, more={**NOTHING_YET, **page.more})
    if request.method != "POST":
        return show(request, page, form)
    if not form.is_valid():
        return show(request, page, form, status=UNPROCESSABLE)
    foreseen, mark = recalculation.foreseen(change_of().foreseen(), request.at), _mark(form)
    page = replace(page, more={**page.more, "foreseen": foreseen, "mark": mark})
    if request.POST.get(PREVIEWED) != mark:
        return show(request, page, form)
    return acting(
        request,
        lambda: proposed(request, change_of()),
        said=PROPOSED,
        refused=lambda refusal: show(request, page, form, refusal=refusal),
    )


def proposed(request: OfficialRequest, waiting: Waiting) -> str:
    """Propose it, and say where it waits."""
    made = moving.propose_calendar_change(waiting, by=request.officer, at=request.at)
    return reverse("administration:proposal", args=[made.pk])


def preview_of(planned: Change, at: datetime) -> dict[str, Any]:
    """What would follow from a change that needs no more to be known."""
    return NOTHING_YET | {"foreseen": recalculation.foreseen(planned, at)}


def _mark(form: Any) -> str:
    """What tells whether the form still says what it said when somebody looked."""
    return sha256(repr(sorted(form.cleaned_data.items())).encode()).hexdigest()[:16]
