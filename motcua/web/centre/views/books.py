"""What the Centre keeps book of: the dossiers received (Mẫu 06), and the guidance given."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.overviews import books
from motcua.domain.dossiers.overviews.guided import guided
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.issuing import printed
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import Days

A_YEAR, A_QUARTER = 366, 92
PRINTED_AT_ONCE = 2000

cite(Kind.SCREEN, "centre:register", "4.1.d-1")
cite(Kind.SCREEN, "centre:register_pdf", "4.1.d-1")
cite(Kind.SCREEN, "centre:guidance", "4.1.c")


@require_safe
@holders_of(Role.WATCH)
def register(request: OfficialRequest) -> HttpResponse:
    """The book of dossiers received on some days, a page at a time."""
    return _register(request)


@require_safe
@holders_of(Role.WATCH)
def register_pdf(request: OfficialRequest) -> HttpResponse:
    """The same book on paper (Mẫu 06); too many lines at once are asked for in parts, by the page itself."""
    one_stop, _ = _book(request)
    form = Days(request.GET, today=local_day(request.at), most=A_YEAR)
    if not form.is_valid() or books.how_many_registered(one_stop, *form.days) > PRINTED_AT_ONCE:
        return _register(request)
    since, until = form.days
    book = books.register(one_stop, since, until, request.at)
    return pdf(printed("register", book), f"Sổ theo dõi hồ sơ {since:%d-%m-%Y} đến {until:%d-%m-%Y}")


@require_safe
@holders_of(Role.WATCH)
def guidance(request: OfficialRequest) -> HttpResponse:
    """How often people were guided on some days, in which ways and about what."""
    form = Days(request.GET, today=local_day(request.at), most=A_QUARTER)
    counted = guided(request.officer, request.at, *form.days) if form.is_valid() else None
    return render(request, "centre/guidance.html", {"form": form, "guided": counted})


def _register(request: OfficialRequest) -> HttpResponse:
    one_stop, all_books = _book(request)
    form = Days(request.GET, today=local_day(request.at), most=A_YEAR)
    context: dict[str, Any] = {"form": form, "one_stop": one_stop, "books": all_books, "rows": [], "total": 0}
    if form.is_valid():
        page = books.registered(one_stop, *form.days, place_of(request))
        context |= {"rows": page.rows, "total": books.how_many_registered(one_stop, *form.days)}
        context["previous"], context["next"] = beside(request, page)
    return render(request, "centre/register.html", context | {"at_once": PRINTED_AT_ONCE})


def _book(request: OfficialRequest) -> tuple[Any, list[Any]]:
    """The one-stop whose book is asked for, among those the official watches over; the first when none is named."""
    mine = books.books_of(request.officer, request.at)
    asked = request.GET.get("noi", "")
    chosen = next((each for each in mine if asked in ("", each.code)), None)
    if chosen is None:
        raise Http404
    return chosen, mine
