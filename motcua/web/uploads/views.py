"""The files of one paper: add, look at, turn, put in order, remove; all with ordinary forms."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domain.papers.uploads import MOST_PHOTOS, Upload
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.uploads import arranging, arriving, queries
from motcua.web.components import tries
from motcua.web.components.entrance import everybody, found
from motcua.web.components.tries import Limit
from motcua.web.files import serving

from . import holders, labels, show

MOST_AT_ONCE = 5 * settings.MAX_SCAN_BYTES  # what one form may bring: who sends more sends it in pieces
CHANGES: dict[str, Callable[..., str]] = {
    "bo": arranging.remove,
    "xoay": arranging.turn,
    "len": partial(arranging.move, where=arranging.Move.EARLIER),
    "xuong": partial(arranging.move, where=arranging.Move.LATER),
}
NOTHING_CHOSEN = "Hãy chọn tệp hoặc chụp ảnh."

cite(Kind.SCREEN, "uploads:paper", "5.1.d", "5.1.đ-2")


def of_its_sender(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Open to anybody, and to each only what is theirs; no cache keeps it and no search engine lists it."""

    @everybody
    @wraps(view)
    def opened(request: HttpRequest, **which: Any) -> HttpResponseBase:
        if not show.PLACE.fullmatch(which.get("place", "a")):
            raise Http404
        answer = view(request, **which)
        answer["Cache-Control"], answer["X-Robots-Tag"] = "no-store", "noindex, nofollow"
        return answer

    return opened


@csrf_exempt  # only until it is known how much comes: the token stands behind it
@of_its_sender
def paper(request: HttpRequest, place: str) -> HttpResponseBase:
    """The files of one paper; a form with more of them is looked at before it is read."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_AT_ONCE:
        raise RequestDataTooBig
    return _paper(request, place)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def _paper(request: HttpRequest, place: str) -> HttpResponseBase:
    if request.method != "POST":
        return _page(request, place)
    sent = request.FILES.getlist("files")
    if not sent:
        return _page(request, place, [NOTHING_CHOSEN])
    if not all(tries.note(request, Limit.UPLOADING) for _ in sent):
        return tries.stopped(request, Limit.UPLOADING)
    wrong = _taken_in(request, place, sent[:MOST_PHOTOS])
    if wrong:
        return _page(request, place, wrong)
    messages.success(request, f"Đã nhận {len(sent)} tệp.")
    return redirect("uploads:paper", place)


@of_its_sender
@require_http_methods(["GET", "HEAD"])
def listed(request: HttpRequest, place: str) -> HttpResponse:
    """The files alone, for a page that has sent them itself."""
    return render(request, "uploads/_files.html", _context(request, place))


@of_its_sender
@require_POST
def change(request: HttpRequest, key: UUID, what: str) -> HttpResponseBase:
    """Turn, move or remove one file, and back to its paper."""
    if what not in CHANGES:
        raise Http404
    place = found(CHANGES[what], key, holder=holders.holder_of(request))
    return redirect("uploads:paper", place)


@of_its_sender
@require_http_methods(["GET", "HEAD"])
def thumbnail(request: HttpRequest, key: UUID) -> HttpResponse:
    """The first page of a file, drawn here."""
    return serving.png(found(queries.thumbnail, holders.holder_of(request), key), "trang-dau")


@of_its_sender
@require_http_methods(["GET", "HEAD"])
def document(request: HttpRequest, place: str) -> HttpResponse:
    """All of a paper as the one file that it becomes."""
    made = arranging.document(holders.holder_of(request), place, request.at)  # type: ignore[attr-defined]
    if made is None:
        raise Http404
    name = made.name.rsplit(".", 1)[0]
    return serving.pdf(made.data, name) if made.kind == "pdf" else serving.form(made.data, made.kind, made.name)


def _taken_in(request: HttpRequest, place: str, sent: list[Any]) -> list[str]:
    """Keep what came; gives the sentences of what could not be kept."""
    holder, at, wrong = holders.become_holder(request), request.at, []  # type: ignore[attr-defined]
    for file in sent:
        upload = Upload(file.name or "", file.read(settings.MAX_SCAN_BYTES + 1))
        try:
            why = arriving.take_whole(upload, place=place, holder=holder, at=at).why
        except Refused as refused:
            why = refused.sentence
        wrong += [why] if why else []
    return wrong


def _page(request: HttpRequest, place: str, wrong: list[str] | None = None) -> HttpResponse:
    context = {**_context(request, place), "wrong": wrong or [], "label": labels.label_of(request, place)}
    return render(request, "uploads/paper.html", context, status=422 if wrong else 200)


def _context(request: HttpRequest, place: str) -> dict[str, Any]:
    return {"paper": show.paper(holders.holder_of(request), place, request.at)}  # type: ignore[attr-defined]
