"""The lists of paper: scan what is in hand, see what is missing and what was not expected, sign."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.dossiers.ahead import possible as possible_ahead
from motcua.domain.dossiers.handing_over import handing
from motcua.domain.dossiers.handing_over import queries as handing_queries
from motcua.domain.dossiers.handing_over.hours import hours_of
from motcua.domain.dossiers.handing_over.terms import Direction, LineState
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from .forms import SignForm

CONCERNED = (Role.RECEIVE, Role.RETURN, Role.CLERK, Role.ASSIGN, Role.APPRAISE, Role.HEAD, Role.WATCH)
DONE = "da-ky"
LOOKUP = "/tra-cuu/"

cite(Kind.SCREEN, "handing:lists", "5.1.đ-1", "5.1.đ-2")
cite(Kind.SCREEN, "handing:one", "4.1.e", "5.1.đ-2")


@require_safe
@holders_of(*CONCERNED)
def lists(request: OfficialRequest) -> HttpResponse:
    """The lists that both sides have still to sign, the oldest round first; or those that are done."""
    done = request.GET.get("muc") == DONE
    listed = handing_queries.done_lists if done else handing_queries.open_lists
    at_page = listed(request.officer, request.at, place_of(request))
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "done": done, "ways": _WAYS}
    return render(request, "handing/lists.html", context | {"hours": [f"{hour:%H:%M}" for hour in hours_of("")]})


@holders_of(*CONCERNED)
def one(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """One list; each scan marks a line, and the cursor waits for the next."""
    asked = found(handing_queries.one, request.officer, pk, request.at)
    if request.method != "POST":
        return _shown(request, asked)
    words = request.POST.get("words", "").strip()
    dossier = _meant(asked, words)
    if dossier is None:
        return _shown(request, asked, words=words, status=404 if words else 200)
    act = handing.put_on_list if asked.given_at is None else handing.take_papers

    def do() -> str:
        act(asked, dossier=dossier, by=request.officer, at=request.at)
        return reverse("handing:one", args=[pk])

    said = f"Đã quét hồ sơ {dossier.code}."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, asked, refusal=refusal))


@require_POST
@holders_of(*CONCERNED)
def sign(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Sign for one's own side: giving first, then taking."""
    asked = found(handing_queries.one, request.officer, pk, request.at)
    form, gives = SignForm(request.POST), asked.given_at is None
    if not form.is_valid():
        return _shown(request, asked, form=form, status=422)

    def do() -> str:
        if gives:
            handing.give_list(asked, **form.cleaned_data, by=request.officer, at=request.at)
        else:
            handing.take_list(asked, by=request.officer, at=request.at)
        return reverse("handing:one", args=[pk])

    said = "Đã ký giao; in danh sách để hai bên ký." if gives else "Đã ký nhận."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, asked, refusal=refusal))


@require_safe
@holders_of(*CONCERNED)
def paper(request: OfficialRequest, pk: int) -> HttpResponse:
    """The list on paper, with room for both signatures; there is none before it was given."""
    asked: Any = found(handing_queries.one, request.officer, pk, request.at)
    if asked.paper is None:
        raise Http404
    return pdf(issuing.bytes_of(asked.paper, at=request.at), f"Danh sách bàn giao {asked.paper.shown_number}")


_WAYS = {
    Direction.OUT.value: "Hồ sơ giao cho cơ quan giải quyết",
    Direction.BACK.value: "Kết quả giao về nơi tiếp nhận",
}
_KINDS = {
    LineState.WAITING.value: "waiting",
    LineState.GIVEN.value: "active",
    LineState.TAKEN.value: "good",
    LineState.NOT_GIVEN.value: "bad",
    LineState.NOT_FOUND.value: "bad",
}


def _meant(asked: Any, words: str) -> Any:
    """The dossier that a scan means: its code, or the address in the QR of its receipt; else nothing."""
    try:
        if LOOKUP in words:
            words = tracking.by_secret(words.rpartition(LOOKUP)[2].strip("/ ")).code or ""
        return handing_queries.scanned(asked, tracking.code_as_written(words))
    except ObjectDoesNotExist:
        return None


def _shown(
    request: OfficialRequest,
    asked: Any,
    *,
    words: str = "",
    refusal: Refused | None = None,
    form: SignForm | None = None,
    status: int = 200,
) -> HttpResponse:
    by, at, lines = request.officer, request.at, handing_queries.lines(asked)
    gives = asked.given_at is None
    states = [line.state for line in lines]
    context = {
        "one": asked,
        "way": _WAYS[asked.direction],
        "lines": lines,
        "kinds": _KINDS,
        "gives": gives,
        "may": (possible_ahead.giving if gives else possible_ahead.taking)(by, asked, at),
        "scanned": states.count(LineState.GIVEN if gives else LineState.TAKEN),
        "left": states.count(LineState.WAITING if gives else LineState.GIVEN),
        "words": words,
        "refusal": refusal,
        "form": form or SignForm(),
        "asks_why": gives and asked.direction == Direction.OUT,
    }
    return render(request, "handing/one.html", context, status=status)
