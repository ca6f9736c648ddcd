"""The door of a citizen's own pages: who is signed in, and what was typed when nobody was any more."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.domain.citizens import queries
from motcua.web.components.entrance import OfficialRequest
from motcua.web.components.kept import Kept

View = Callable[..., HttpResponseBase]
NEVER_KEPT = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
WAITING = "kept_form"


class CitizenRequest(OfficialRequest):
    """A request as a citizen's pages get it: the person is known, and no official is there."""


def citizens_only(view: View) -> View:
    """Let in who is signed in as a citizen; others sign in first, and what they sent is kept for afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        entered = cast(CitizenRequest, request)
        entered.person = queries.person_of(cast(Any, request.user)) if request.user.is_authenticated else None
        answer = view(request, *args, **kwargs) if entered.person else to_sign_in(request)
        return unseen(answer)

    guarded.right = "citizens"  # type: ignore[attr-defined]
    return guarded


def unseen(answer: HttpResponseBase) -> Any:
    """An answer that no cache keeps and no search engine lists."""
    for name, value in NEVER_KEPT.items():
        answer.headers[name] = value
    return answer


def to_sign_in(request: HttpRequest) -> HttpResponseBase:
    """The way to the page of signing in; a form that was sent waits in the session and comes back.

    A script is told so in plain: its page still holds what was typed.
    """
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=401)
    kept = Kept.of(request)
    if kept is None:
        return redirect(f"{reverse('entry:sign_in')}?{urlencode({'next': request.get_full_path()})}")
    request.session[WAITING] = {"address": kept.address, "body": kept.body, "files": list(kept.files)}
    return redirect(f"{reverse('entry:sign_in')}?{urlencode({'next': reverse('citizen:go_on')})}")


def waiting(request: HttpRequest) -> Kept | None:
    """The form that waited, once."""
    found = request.session.pop(WAITING, None)
    return Kept(found["address"], found["body"], tuple(found["files"])) if found else None
