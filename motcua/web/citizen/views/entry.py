"""Signing in, and the form that waited meanwhile."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import everybody
from motcua.web.components.kept import give_back

from ..door import CitizenRequest, citizens_only, waiting
from ..signing_in import sign_in_page

cite(Kind.SCREEN, "entry:sign_in", "4.1.c")


@require_safe
@everybody
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """How a citizen signs in; where nobody can yet, the ways that are open are named."""
    to = request.GET.get("next", "")
    to = to if url_has_allowed_host_and_scheme(to, allowed_hosts=None) else ""
    if not to and request.user.is_authenticated:
        return redirect("citizen:home")
    return sign_in_page(request, to=to)


@require_safe
@citizens_only
def go_on(request: CitizenRequest) -> HttpResponseBase:
    """Give back the form that was sent when nobody was signed in any more."""
    kept = waiting(request)
    return give_back(request, kept) if kept else redirect("citizen:home")
