"""The answer to one form about several dossiers: what was done, and what was refused with its reason."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.shortcuts import render

from motcua.domain.dossiers.each import Outcome
from motcua.domain.journal.once import once

from .entrance import OfficialRequest, key_of


def all_or_told(request: OfficialRequest, do: Callable[[], Outcome], *, title: str, back: str) -> HttpResponseBase:
    """Carry it out once and show what came of it; the form sent again shows the same."""
    kept = once(key_of(request), by=request.officer, at=request.at, do=lambda: do().text())
    context = {"outcome": Outcome.of(kept), "title": title, "back": back}
    return render(request, "components/told.html", context)


def ticked(request: OfficialRequest, most: int) -> list[int]:
    """The numbers that were ticked, so many at most."""
    return [int(each) for each in request.POST.getlist("viec") if each.isdecimal() and len(each) < 19][:most]
