"""Signing in and out, the lock of an idle desk, and the way to one's desk."""

from typing import Any, cast

from allauth.account.views import LoginView, PasswordChangeView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from . import idle
from .desks import desks_of
from .entrance import OfficialRequest, everybody, officials_only, signed_in
from .forms import NewPassword, SignIn
from .kept import Kept, give_back
from .proving import wrong_password


class SignInView(LoginView):
    """Sign in with name and password; a form that was waiting comes back afterwards."""

    form_class = SignIn

    def form_valid(self, form: Any) -> HttpResponse:
        """Go on to the desk, or give the kept form back."""
        answer = super().form_valid(form)
        kept = Kept.carried_by(self.request)
        return give_back(self.request, kept) if kept and self.request.user.is_authenticated else answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and what waits behind it."""
        return super().get_context_data(**kwargs) | {"kept": Kept.carried_by(self.request)}


sign_in = everybody(SignInView.as_view())


class PasswordView(PasswordChangeView):
    """Change one's own password."""

    form_class = NewPassword


change_password = officials_only(PasswordView.as_view())


@officials_only
def workplace(request: HttpRequest) -> HttpResponseBase:
    """The way to one's desk: straight there, or a word to whom no desk is open."""
    entered = cast(OfficialRequest, request)
    desks = desks_of(entered.officer, entered.at)
    return redirect(desks[0].address) if desks else render(request, "components/no_desk.html")


@signed_in
@require_POST
def lock(request: HttpRequest) -> HttpResponseBase:
    """Lock the desk before leaving it for a moment."""
    request.session[idle.ACTIVE_AT] = 0
    return redirect("unlock")


@signed_in
@sensitive_post_parameters("password")
def unlock(request: HttpRequest) -> HttpResponseBase:
    """Take the password again and give back what waited: the form, or the page."""
    at = cast(OfficialRequest, request).at
    sent = request.POST or request.GET
    to = sent.get("next", "")
    to = to if url_has_allowed_host_and_scheme(to, allowed_hosts=None) else ""
    if request.method != "POST":
        locked = idle.is_locked(request.session, at)
        return idle.locked_page(request, next_address=to) if locked else redirect(to or "workplace")
    kept = Kept.carried_by(request)
    error = wrong_password(request, request.POST.get("password", ""))
    if error:
        return idle.locked_page(request, kept=kept, next_address=to, error=error)
    idle.begin(request.session, at)
    return give_back(request, kept) if kept else redirect(to or "workplace")
