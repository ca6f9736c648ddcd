"""My dossiers: one list of all I write, have handed in, and may follow."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.filing import mine
from motcua.domain.messages import inbox
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.paging import beside, place_of

from ..words import row_of

cite(Kind.SCREEN, "following:home", "3.3-1", "4.1.c")


@require_safe
@citizens_only
def home(request: CitizenRequest) -> HttpResponse:
    """What waits for me first, then what is under way, then what is over; wherever it was handed in."""
    person = request.person
    at_page = mine.mine(person, request.at, place_of(request, mine.SHOWN))
    rows = [row_of(line, request.at) for line in at_page.rows]
    groups = [(name, list(some)) for name, some in groupby(rows, key=lambda row: row.group)]
    context = {"person": person, "groups": groups, "pages": beside(request, at_page),
               "unseen": inbox.unseen(f"account/{person.account_id}")}  # fmt: skip
    return render(request, "following/home.html", context)
