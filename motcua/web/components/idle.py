"""The lock of a desk that nobody touched for a quarter of an hour, and of a session that lasted a whole day.

A citizen, who may have no password here, is signed out instead; what was being sent waits (`citizen.door`).
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from .entrance import OfficialRequest
from .kept import Kept, send_it_whole

ACTIVE_AT, SINCE = "active_at", "signed_in_at"
A_MINUTE = 60
OPEN_WHILE_LOCKED = frozenset({"account_logout", "unlock"})


class IdleLock:
    """Middleware: asks for the password again after a pause, and keeps the form that came in meanwhile.

    It stands where the view would, after the check against forged forms, so that only a form of
    this site is ever kept.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; the decision falls when the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponseBase | None:
        """Lock, or note that somebody is there."""
        if not request.user.is_authenticated:
            return None
        at, is_citizen = cast(OfficialRequest, request).at, cast(OfficialRequest, request).officer is None
        minutes = settings.CITIZEN_IDLE_MINUTES if is_citizen else settings.IDLE_LOCK_MINUTES
        if not is_locked(request.session, at, minutes):
            note(request.session, at)
            return None
        if is_citizen:
            logout(request)
            return None
        match = request.resolver_match
        return None if match and match.view_name in OPEN_WHILE_LOCKED else _lock(request)


def is_locked(session: SessionBase, at: datetime, minutes: int | None = None) -> bool:
    """Whether nobody was active for the idle time, or the session has lasted its whole length."""
    now = at.timestamp()
    idle = now - session.get(ACTIVE_AT, now)
    lasted = now - session.get(SINCE, now)
    return idle >= (minutes or settings.IDLE_LOCK_MINUTES) * A_MINUTE or lasted >= settings.SESSION_COOKIE_AGE


def note(session: SessionBase, at: datetime) -> None:
    """Write into the session that its owner is active, once a minute at most."""
    now = at.timestamp()
    if now - session.get(ACTIVE_AT, 0) >= A_MINUTE:
        session[ACTIVE_AT] = now
        session.setdefault(SINCE, now)


def begin(session: SessionBase, at: datetime) -> None:
    """Start both clocks anew, after the right password."""
    session.cycle_key()
    session[ACTIVE_AT] = session[SINCE] = at.timestamp()


def _lock(request: HttpRequest) -> HttpResponseBase:
    if request.headers.get("HX-Request"):
        return send_it_whole()
    kept = Kept.of(request)
    if kept:
        return locked_page(request, kept=kept)
    return redirect(f"{reverse('unlock')}?{urlencode({'next': request.get_full_path()})}")


def locked_page(
    request: HttpRequest, *, kept: Kept | None = None, next_address: str = "", error: str = ""
) -> HttpResponse:
    """The page that asks for the password, carrying the form or the address that waits behind it."""
    context = {"kept": kept, "next": next_address, "error": error, "minutes": settings.IDLE_LOCK_MINUTES}
    return render(request, "components/locked.html", context, status=401 if kept or error else 200)
