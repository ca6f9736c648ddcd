"""The lists an official works from: steps to do, dossiers of the body, what a search finds, explanations owed."""

from collections.abc import Sequence

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.dossiers import processing, queries
from motcua.domain.dossiers.beside import queries as aside_queries
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.attention.first import first
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.dossier.show.beside import state_of

from . import show

ASKED, ANSWERED = "da-hoi", "da-tra-loi"
AT_WORK = (Role.ASSIGN, Role.APPRAISE, Role.APPROVE, Role.CLERK, Role.HEAD)

cite(Kind.SCREEN, "department:work", "5.1.a-2", "5.1.đ-1", "5.1.đ-2")
cite(Kind.SCREEN, "department:dossiers", "5.1.đ-1")
cite(Kind.SCREEN, "department:search", "5.1.đ-2")
cite(Kind.SCREEN, "department:advice", "5.1.đ-1")
cite(Kind.SCREEN, "department:breaches", "4.1.d-2")


@require_GET
@holders_of(*AT_WORK)
def work_list(request: OfficialRequest) -> HttpResponseBase:
    """The steps that are mine, or that wait for somebody like me: what is due first stands first."""
    return _work(request)


@require_POST
@holders_of(*AT_WORK)
def take(request: OfficialRequest) -> HttpResponseBase:
    """Take one or several of the steps that wait: all of them, or none when a colleague was quicker."""
    chosen = [int(number) for number in request.POST.getlist("viec") if number.isdecimal()][: show.AT_ONCE]
    if not chosen:
        return _work(request, wrong="Hãy chọn ít nhất một việc để nhận.")

    def do() -> str:
        for number in chosen:
            step = found(queries.task, request.officer, number, request.at)
            processing.take(step, by=request.officer, at=request.at)
        return reverse("department:work")

    said = f"Đã nhận {len(chosen)} việc."
    return acting(request, do, said=said, refused=lambda refusal: _work(request, refusal=refusal, chosen=chosen))


@require_GET
@holders_of(*AT_WORK)
def dossiers(request: OfficialRequest) -> HttpResponseBase:
    """The dossiers that the body handles: open, waiting for the applicant, overdue, finished this month."""
    return render(request, "department/dossiers.html", {"listed": show.dossiers(request)})


@require_GET
@holders_of(*AT_WORK)
def search(request: OfficialRequest) -> HttpResponseBase:
    """Dossiers by code, name, identity number or phone, as far as the official may see them."""
    return render(request, "department/search.html", {"listed": show.search(request)})


@require_GET
@holders_of(*AT_WORK)
def advice(request: OfficialRequest) -> HttpResponseBase:
    """What the body is asked by others, what it has answered, and what it has asked itself."""
    by, at, place = request.officer, request.at, place_of(request)
    view = request.GET.get("xem", "")
    if view == ASKED:
        page = aside_queries.asked_by(by, at, place)
    else:
        page = aside_queries.to_answer(by, at, place, answered=view == ANSWERED)
    rows = [(each, state_of(each, at)) for each in page.rows]
    view = view if view in (ASKED, ANSWERED) else ""
    return render(request, "department/advice.html", {"rows": rows, "pages": beside(request, page), "view": view})


@require_GET
@holders_of(*AT_WORK)
def breaches(request: OfficialRequest) -> HttpResponseBase:
    """Rules that were broken and that nobody has explained yet."""
    return render(request, "department/breaches.html", {"owed": show.owed(request)})


def _work(
    request: OfficialRequest, *, wrong: str = "", refusal: Refused | None = None, chosen: Sequence[int] = ()
) -> HttpResponse:
    """The work list; after a form that could not be carried out, with what was wrong and what was chosen."""
    context = {
        "work": show.work(request),
        "wrong": wrong,
        "refusal": refusal,
        "chosen": chosen,
        "kinds": show.KINDS,
        "first": first(request),
    }
    return render(request, "department/work.html", context)
