"""The keeper's one screen: scan a result, see its line of the register, stamp, and on to the next (4.1.đ, 5.4)."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.dossiers.overviews import tracking
from motcua.domain.dossiers.results import sealing
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.seals import queries
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of

from ..forms import AgainForm

cite(Kind.SCREEN, "seals:queue", "4.1.đ", "5.4")

LOOKUP = "/tra-cuu/"


@holders_of(Role.SEAL_KEEPER)
def queue(request: OfficialRequest) -> HttpResponseBase:
    """What waits for the seal, the first that came on top; a scanned or typed code opens its line at once."""
    if request.method != "POST":
        return _shown(request)
    words = request.POST.get("words", "").strip()
    code = _code_of(request, words)
    return redirect("seals:entry", code) if code else _shown(request, words=words, status=404 if words else 200)


@require_GET
@holders_of(Role.SEAL_KEEPER)
def entry(request: OfficialRequest, code: str) -> HttpResponse:
    """The line of the register that this result will get, or already has."""
    return _shown(request, _at_centre(request, code))


@require_POST
@holders_of(Role.SEAL_KEEPER)
def stamp(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write the line, and back to the list for the next result."""
    return _stamp(request, _at_centre(request, code), "")


@require_POST
@holders_of(Role.SEAL_KEEPER)
def stamp_again(request: OfficialRequest, code: str) -> HttpResponseBase:
    """A second line for a copy that was spoiled, with the reason."""
    one, form = _at_centre(request, code), AgainForm(request.POST)
    if not form.is_valid():
        return _shown(request, one, form=form, status=422)
    return _stamp(request, one, form.cleaned_data["reason"])


def _stamp(request: OfficialRequest, one: Any, reason: str) -> HttpResponseBase:
    number = request.POST.get("number", "")

    def do() -> str:
        sealing.seal_result(one, number=number, reason=reason, by=request.officer, at=request.at)
        return reverse("seals:entry", args=[one.code]) if "more" in request.POST else reverse("seals:queue")

    said = f"Đã ghi sổ và đóng dấu kết quả của hồ sơ {one.code}."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, one, refusal=refusal))


def _at_centre(request: OfficialRequest, code: str) -> Any:
    return found(sealing.of_centre, request.officer, code, request.at)


def _code_of(request: OfficialRequest, words: str) -> str:
    """The code of the dossier that a scan means: its code, or the address in the QR of its receipt; else empty."""
    try:
        if LOOKUP in words:
            words = tracking.by_secret(words.rpartition(LOOKUP)[2].strip("/ ")).code or ""
        return str(sealing.of_centre(request.officer, words, request.at).code)
    except ObjectDoesNotExist:
        return ""


def _shown(request: OfficialRequest, one: Any = None, *, status: int = 200, **more: Any) -> HttpResponse:
    waiting = sealing.waiting(request.officer, request.at)
    at_page = page(waiting, "id", place_of(request))
    context = {"one": one, "words": "", "refusal": None, "form": AgainForm()} | more
    context |= {"rows": at_page.rows, "count": counted(waiting), "pages": beside(request, at_page)}
    context |= _first_to_know(request) | {"year": local_day(request.at).year}
    context["lines"] = sealing.lines(request.officer, one, request.at) if one else []
    return render(request, "seals/queue.html", context, status=status)


def _first_to_know(request: OfficialRequest) -> dict[str, Any]:
    """Days nobody closed, seals that are stopped, and those that wait to be taken."""
    today = local_day(request.at)
    open_days = queries.open_days(request.officer, request.at)
    return {
        "unclosed": [each for each in open_days if each.day < today],
        "stopped": queries.stopped(request.officer, request.at),
        "given": queries.given_to(request.officer),
    }
