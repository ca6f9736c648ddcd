"""What was explained before receipt, and its checklist to print again (4.1.c, 5.1.d)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.domain.dossiers import queries
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.text import fold
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.files.show import printed

cite(Kind.SCREEN, "counter:guidances", "4.1.c", "5.1.d")


@require_GET
@holders_of(Role.RECEIVE, Role.RETURN)
def guidances(request: OfficialRequest) -> HttpResponse:
    """All guidance given at this one-stop, newest first, by the name of whom it was given to."""
    words = request.GET.get("tim", "").strip()
    given = queries.guidances(request.officer, request.at)
    for word in fold(words).split():
        given = given.filter(folded__contains=word)
    at_page = page(given, "given_at", place_of(request), newest_first=True)
    context = {"rows": at_page.rows, "count": counted(given), "words": words, "pages": beside(request, at_page)}
    return render(request, "counter/guidances.html", context)


@require_GET
@holders_of(Role.RECEIVE, Role.RETURN)
def guidance(request: OfficialRequest, pk: int) -> HttpResponse:
    """One guidance: what was said, and the sheet that was taken home."""
    given = found(queries.guidance, request.officer, pk, request.at)
    context = {"given": given, "printed": [printed(given.paper)] if given.paper else []}
    return render(request, "counter/guidance.html", context)
