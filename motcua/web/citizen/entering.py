"""Coming in with a local account, and showing once more to be its owner before something grave."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any, cast
from uuid import UUID

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from motcua.domain.citizens import confirming, second_factor
from motcua.domain.citizens.confirming import Asked
from motcua.domain.citizens.terms import Purpose, SignedInBy
from motcua.web.components.signing_in import PROVED_AT

from .door import CitizenRequest, citizens_only

UNDER_WAY = "confirmation"
FRESH = timedelta(minutes=15)
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class UnderWay:
    """A code this browser has asked for: for what, and where to go on. Its key never leaves the server."""

    key: UUID
    purpose: Purpose
    to: str

    @classmethod
    def of(cls, request: HttpRequest) -> "UnderWay | None":
        """The one of this visit, if it asked for any."""
        kept = request.session.get(UNDER_WAY)
        return cls(UUID(kept["key"]), Purpose(kept["purpose"]), kept["to"]) if kept else None

    def keep(self, request: HttpRequest) -> None:
        """Remember it in the visit."""
        request.session[UNDER_WAY] = {"key": str(self.key), "purpose": self.purpose.value, "to": self.to}


def begin(request: HttpRequest, address: str, asked: Asked, *, to: str) -> None:
    """Send a code and remember for what; raises the sentence of why not."""
    confirming.require_way(address)
    one = confirming.ask(address, asked, at=request.at)  # type: ignore[attr-defined]
    UnderWay(one.key, asked.purpose, to).keep(request)


def done(request: HttpRequest) -> None:
    """Forget the code: it has served."""
    request.session.pop(UNDER_WAY, None)


def come_in(request: HttpRequest, account: Any, how: SignedInBy, *, to: str) -> HttpResponseBase:
    """Sign in, by way of the second factor where the owner has one."""
    done(request)
    record_authentication(request, account, method=how.value)
    return perform_login(request, Login(user=account, redirect_url=to or reverse("citizen:home")))


def safe(to: str) -> str:
    """An address of ours, or none."""
    return to if url_has_allowed_host_and_scheme(to, allowed_hosts=None) else ""


def where_local(view: View) -> View:
    """A page that is there only where local accounts are turned on."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.LOCAL_ACCOUNTS:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def owners_only(view: View) -> View:
    """Let in a citizen who has shown to be the owner within a quarter of an hour; others do so first."""

    @citizens_only
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        entered = cast(CitizenRequest, request)
        proved_at = request.session.get(PROVED_AT, 0)
        if entered.at.timestamp() - proved_at < FRESH.total_seconds():
            return view(request, *args, **kwargs)
        page = "citizen:show_oneself" if entered.person.is_local else "entry:sign_in"
        page = "citizen:show_code" if second_factor.is_on(entered.person) else page
        return redirect(f"{reverse(page)}?{urlencode({'next': request.path})}")

    return guarded
