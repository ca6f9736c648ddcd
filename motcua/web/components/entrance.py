"""What every request passes on its way in: the moment, the official, the right to be here, the act and its answer."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.utils import timezone

from motcua.domain.journal.once import once
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.vietnamese.dates import local

from .errors import ONLY_SENT, trouble_page
from .kept import Kept, send_it_whole, sign_in_keeping

P = ParamSpec("P")
T = TypeVar("T")
View = Callable[..., HttpResponseBase]
MOMENT = "motcua.at"


class OfficialRequest(HttpRequest):
    """A request as views behind `officials_only` and `holders_of` get it: the official is known."""

    officer: Any
    person: Any
    at: datetime


class Entrance:
    """Middleware: takes the moment once and puts it and the official on the request.

    The server may set the moment in the WSGI environment; nobody outside can, for what
    they send arrives there as HTTP_….
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request in, without the one character that no text and no database can hold."""
        if "\0" in request.path:
            raise BadRequest("Địa chỉ có ký tự không đọc được. Hãy mở lại trang từ đầu.")
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "")
        entered = cast(OfficialRequest, request)
        entered.at = local(request.META.get(MOMENT) or timezone.now())
        entered.officer = getattr(request.user, "officer", None)
        entered.person = None  # a citizen's pages put one here
        return self.get_response(request)


def everybody(view: View) -> View:
    """Mark a page that needs no signing in."""
    view.right = "everybody"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Let in who is signed in; others sign in first, and the form they sent is kept for afterwards."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.headers.get("HX-Request"):
            return send_it_whole()
        kept = Kept.of(request)
        return sign_in_keeping(request, kept) if kept else redirect_to_login(request.get_full_path())

    guarded.right = "signed in"  # type: ignore[attr-defined]
    return guarded


def officials_only(view: View) -> View:
    """Let in who is signed in and posted somewhere today."""

    @signed_in
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        entered = cast(OfficialRequest, request)
        if entered.officer is None or not entered.officer.held_at(entered.at):
            raise NotAllowed("Hôm nay bạn không được phân công ở cơ quan nào nên không có quyền làm việc ở đây.", "2")
        return view(request, *args, **kwargs)

    guarded.right = "officials"  # type: ignore[attr-defined]
    return guarded


def holders_of(*roles: Role) -> Callable[[View], View]:
    """Let in officials who hold one of these roles at that moment."""

    def enter(view: View) -> View:
        @officials_only
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            entered = cast(OfficialRequest, request)
            if not entered.officer.roles_at(entered.at) & set(roles):
                raise NotAllowed(f"Trang này dành cho người có vai trò {_names(roles)}.", "2")
            return view(request, *args, **kwargs)

        guarded.right = roles  # type: ignore[attr-defined]
        return guarded

    return enter


def _names(roles: tuple[Role, ...]) -> str:
    return " hoặc ".join(f"“{role.label}”" for role in roles)


def found(query: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a query gives; a page that does not exist where it finds nothing that this official may see."""
    try:
        return query(*args, **kwargs)
    except ObjectDoesNotExist:
        raise Http404 from None


def acting(
    request: HttpRequest,
    do: Callable[[], str],
    *,
    said: str = "",
    refused: Callable[[Refused], HttpResponse] | None = None,
) -> HttpResponseBase:
    """Carry out a posted form once and go where `do` says; `said` is shown there.

    `do` makes the one call of the view and answers with an address. When the law or somebody
    faster refuses, `refused` shows the same page with what was typed; without it a page of its own says why.
    """
    entered = cast(OfficialRequest, request)
    try:
        address = once(key_of(request), by=entered.officer or entered.person, at=entered.at, do=do)
    except Refused as refusal:
        answer = refused(refusal) if refused else refusal_page(request, refusal)
        answer.status_code = status_of(refusal)
        return answer
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(address)


def key_of(request: HttpRequest) -> UUID:
    """The key that came with the form, so that the same form sent twice has its effect once."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        raise BadRequest("Biểu mẫu gửi lên thiếu khóa. Hãy mở lại trang rồi gửi lần nữa.") from None


def status_of(refusal: Refused) -> int:
    """403 for a missing right, 409 for anything else that stands against it."""
    return 403 if isinstance(refusal, NotAllowed) else 409


def refusal_page(request: HttpRequest, refusal: Refused) -> HttpResponse:
    """A page that says why not, with the clause; back to the form, or to one's desk where no form was sent."""
    sent = request.method == "POST"
    context = {
        "refusal": refusal,
        "sent": sent,
        "back": request.get_full_path() if sent else settings.LOGIN_REDIRECT_URL,
    }
    return render(request, "components/refused.html", context, status=status_of(refusal))


class Refusals:
    """Middleware: a refusal that no view answered itself becomes a page with its sentence and clause.

    Who reloads the address of a form after it came back with an error is told so, not left before an empty window.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        answer = self.get_response(request)
        if isinstance(answer, HttpResponseNotAllowed):
            answer.content = trouble_page(ONLY_SENT).content
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refusal; leave anything else alone."""
        return refusal_page(request, error) if isinstance(error, Refused) else None
