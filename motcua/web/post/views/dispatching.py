"""What leaves with the postman: what waits, the list that is scanned and signed, and those of before."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.dossiers.delivery import consigned
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.post import dispatch, queries
from motcua.domain.post.terms import LineState
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import PostmanForm
from ..one import CONCERNED

cite(Kind.SCREEN, "post:to_dispatch", "4.1.e")
cite(Kind.SCREEN, "post:list", "4.1.e")
KINDS = {LineState.WAITING: "waiting", LineState.TAKEN: "good", LineState.LEFT: ""}


@holders_of(Role.RETURN)
def to_dispatch(request: OfficialRequest) -> HttpResponseBase:
    """What waits for the postman; a press draws up today's list."""
    if request.method != "POST":
        return _waiting(request)
    desks = sorted(request.officer.bodies_with(request.at, Role.RETURN))

    def do() -> str:
        if not desks:
            raise Refused("Bảng kê do cán bộ của chính nơi tiếp nhận lập.", "4.1.e")
        one_stop = organisations.office_at_hand(desks[0])
        made = dispatch.draw_up_dispatch(one_stop, by=request.officer, at=request.at)
        return reverse("post:list", args=[made.pk])

    return acting(request, do, refused=lambda refusal: _waiting(request, refusal))


@require_safe
@holders_of(*CONCERNED)
def lists(request: OfficialRequest) -> HttpResponse:
    """The lists, the newest first."""
    at_page = queries.lists(request.officer, request.at, place_of(request))
    return render(request, "post/lists.html", {"rows": at_page.rows, "pages": beside(request, at_page)})


@holders_of(*CONCERNED)
def one(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """One list; each scan puts a parcel into the postman's bag, and the cursor waits for the next."""
    asked = found(queries.dispatch, request.officer, pk, request.at)
    if request.method != "POST":
        return _shown(request, asked)
    words = request.POST.get("words", "").strip()
    try:
        parcel = queries.scanned(asked, words)
    except ObjectDoesNotExist:
        return _shown(request, asked, words=words, status=404 if words else 200)

    def do() -> str:
        dispatch.scan_parcel(asked, consignment=parcel, by=request.officer, at=request.at)
        return reverse("post:list", args=[pk])

    said = f"Đã quét bưu gửi {parcel}."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, asked, refusal=refusal))


@require_POST
@holders_of(Role.RETURN)
def close(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The postman signs for what was scanned."""
    asked = found(queries.dispatch, request.officer, pk, request.at)
    form = PostmanForm(request.POST)
    if not form.is_valid():
        return _shown(request, asked, form=form, status=422)

    def do() -> str:
        consigned.give_to_postman(asked, postman=form.cleaned_data["postman"], by=request.officer, at=request.at)
        return reverse("post:list", args=[pk])

    said = "Đã giao bưu tá; in bảng kê để hai bên ký."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, asked, refusal=refusal, form=form))


@require_safe
@holders_of(*CONCERNED)
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """The list on paper, with room for both signatures; there is none before it was given."""
    asked: Any = found(queries.dispatch, request.officer, pk, request.at)
    if asked.paper is None:
        raise Http404
    return pdf(issuing.bytes_of(asked.paper, at=request.at), f"Bảng kê giao bưu gửi {asked.paper.shown_number}")


def _waiting(request: OfficialRequest, refusal: Refused | None = None) -> HttpResponse:
    rows = queries.to_dispatch(request.officer, request.at)
    context = {"rows": rows, "open": queries.open_list(request.officer, request.at), "refusal": refusal}
    return render(request, "post/to_dispatch.html", context)


def _shown(
    request: OfficialRequest,
    asked: Any,
    *,
    words: str = "",
    refusal: Refused | None = None,
    form: PostmanForm | None = None,
    status: int = 200,
) -> HttpResponse:
    lines = queries.lines(asked)
    states = [line.state for line in lines]
    context = {
        "one": asked, "lines": lines, "kinds": KINDS, "words": words, "refusal": refusal,
        "form": form or PostmanForm(), "may": Role.RETURN in request.officer.roles_at(request.at),
        "taken": states.count(LineState.TAKEN), "left": states.count(LineState.WAITING),
        "sum": sum(line.consignment.to_collect for line in lines if line.state == LineState.TAKEN),
    }  # fmt: skip
    return render(request, "post/list.html", context, status=status)
