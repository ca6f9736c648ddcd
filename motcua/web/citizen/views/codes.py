"""Six digits, asked for and typed in: to sign in, to change an address, to show to be the owner."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from motcua.domain.citizens import confirming, local
from motcua.domain.citizens.confirming import Asked
from motcua.domain.citizens.terms import Purpose, SignedInBy
from motcua.domain.messages.one_time import digits_of
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components import tries
from motcua.web.components.entrance import acting, everybody, status_of
from motcua.web.components.signing_in import PROVED_AT
from motcua.web.components.tries import Limit

from .. import entering
from ..door import CitizenRequest, citizens_only, unseen
from ..entering import UnderWay, where_local
from ..forms import Address, Code
from ..signing_in import sign_in_page

cite(Kind.SCREEN, "entry:enter_code", "4.1.c")


@require_POST
@where_local
@everybody
def ask(request: HttpRequest) -> HttpResponseBase:
    """Send a code to the number or address that was typed; the answer does not tell whether it has an account."""
    form, to = Address(request.POST), entering.safe(request.POST.get("next", ""))
    if not form.is_valid():
        return sign_in_page(request, form=form, to=to, status=422)
    if not tries.note(request, Limit.CODES):
        return tries.stopped(request, Limit.CODES)
    try:
        entering.begin(request, form.cleaned_data["address"], Asked(Purpose.SIGN_IN), to=to)
    except Refused as refused:
        form.add_error("address", refused.sentence)
        return sign_in_page(request, form=form, to=to, status=status_of(refused))
    return redirect("entry:enter_code")


@require_http_methods(["GET", "HEAD", "POST"])
@where_local
@everybody
@sensitive_post_parameters("code")
def enter(request: HttpRequest) -> HttpResponseBase:
    """Take the code; then in, or on to open an account."""
    under_way = UnderWay.of(request)
    if under_way is None or under_way.purpose != Purpose.SIGN_IN:
        return redirect("entry:sign_in")

    def go_on(one: Any) -> HttpResponseBase:
        owner = local.owner_behind(one.key, at=request.at)  # type: ignore[attr-defined]
        if owner is None:
            return redirect("entry:open")
        return entering.come_in(request, owner.account, SignedInBy.CODE, to=under_way.to)

    return _typed(request, under_way, go_on, back=reverse("entry:sign_in"))


@require_http_methods(["GET", "HEAD", "POST"])
@where_local
@citizens_only
@sensitive_post_parameters("code")
def confirm(request: CitizenRequest) -> HttpResponseBase:
    """Take the code of somebody who is signed in."""
    under_way = UnderWay.of(request)
    if under_way is None or under_way.purpose == Purpose.SIGN_IN:
        return redirect("citizen:particulars")

    def go_on(one: Any) -> HttpResponseBase:
        if under_way.purpose == Purpose.ONESELF:
            request.session[PROVED_AT] = request.at.timestamp()
            entering.done(request)
            return redirect(under_way.to)

        def do() -> str:
            local.confirm_contact(request.person, confirmed=one.key, by=request.person, at=request.at)
            entering.done(request)
            return under_way.to

        return acting(request, do, said="Đã xác nhận và lưu.")

    return _typed(request, under_way, go_on, back=reverse("citizen:particulars"))


@require_http_methods(["GET", "HEAD", "POST"])
@where_local
@citizens_only
def show_oneself(request: CitizenRequest) -> HttpResponseBase:
    """Say that a code is needed first, and send it to the owner's own address."""
    to = entering.safe(request.GET.get("next", "")) or reverse("citizen:particulars")
    person, wrong = request.person, ""
    address = person.phone if person.phone_confirmed_at else person.email
    if request.method == "POST":
        if not tries.note(request, Limit.CODES):
            return tries.stopped(request, Limit.CODES)
        try:
            entering.begin(request, address, Asked(Purpose.ONESELF, person.code), to=to)
            return redirect("citizen:confirm")
        except Refused as refused:
            wrong = refused.sentence
    return render(request, "citizen/show_oneself.html", {"wrong": wrong, "next": to}, status=409 if wrong else 200)


def _typed(
    request: HttpRequest, under_way: UnderWay, go_on: Callable[[Any], HttpResponseBase], *, back: str
) -> HttpResponseBase:
    form, status = Code(request.POST or None), 200
    if request.method == "POST":
        if tries.wait(request, Limit.WRONG_CODES):
            return tries.stopped(request, Limit.WRONG_CODES)
        status = 422
        if form.is_valid():
            try:
                at = request.at  # type: ignore[attr-defined]
                return go_on(confirming.check(under_way.key, form.cleaned_data["code"], at=at))
            except Refused as refused:
                tries.note(request, Limit.WRONG_CODES)
                form.add_error("code", refused.sentence)
    return _page(request, under_way, form, back, status)


def _page(request: HttpRequest, under_way: UnderWay, form: Code, back: str, status: int) -> HttpResponse:
    one = confirming.confirmation(under_way.key)
    context = {
        "form": form,
        "sent_to": confirming.shown_address(one),
        "minutes": int(confirming.LIVES.total_seconds() // 60),
        "shown": digits_of(str(one.key)) if settings.DEMO else "",
        "again": f"{back}?{urlencode({'next': under_way.to})}",
    }
    return unseen(render(request, "citizen/code.html", context, status=status))
