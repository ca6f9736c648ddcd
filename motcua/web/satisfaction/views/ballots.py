"""The ballot behind the QR of a slip: two taps, nothing to sign in to, and everything else may stay empty."""

from typing import Any, cast

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from motcua.domain.regulation.answers import Answer, Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction import giving, policies, queries
from motcua.domain.satisfaction.giving import Guest
from motcua.web.components import tries
from motcua.web.components.entrance import acting, found
from motcua.web.components.form_page import UNPROCESSABLE
from motcua.web.components.tries import Limit
from motcua.web.portal.door import PublicRequest
from motcua.web.portal.views.tracking import for_its_applicant

from ..forms import BallotForm
from ..words import LEVELS, OCCASIONS

cite(Kind.SCREEN, "satisfaction:ballot", "3.1", "4.6.a")


@for_its_applicant("POST")
def ballot(request: PublicRequest, secret: str) -> HttpResponseBase:
    """Fill it in, or see what was said and change it while that is possible."""
    invitation = _by_secret(request, secret)
    if request.method != "POST":
        return _page(request, invitation, BallotForm(initial=_said_before(invitation)))
    form = BallotForm(request.POST)
    if not form.is_valid():
        return _page(request, invitation, form, status=UNPROCESSABLE)
    if tries.wait(request, Limit.RATING):
        form.add_error(None, gettext("Từ nơi này vừa gửi rất nhiều đánh giá. Lát nữa hãy gửi lại."))
        return _page(request, invitation, form, status=429)
    tries.note(request, Limit.RATING)
    entered = cast(Any, request)
    by = entered.officer or Guest()  # who is signed in as an official reads why not
    entered.officer, entered.person = None, by

    def do() -> str:
        giving.give_opinion(invitation, marked=form.marked, by=by, at=request.at)
        return reverse("satisfaction:ballot", args=[secret])

    def refused(refusal: Refused) -> HttpResponse:
        return _page(request, invitation, form, refusal=refusal)

    return acting(request, do, said=gettext("Cảm ơn bạn. Đánh giá đã được ghi nhận."), refused=refused)


def _page(
    request: PublicRequest, invitation: Any, form: BallotForm, status: int = 200, refusal: Refused | None = None
) -> HttpResponse:
    said = queries.opinion_on(invitation)
    may: Answer = queries.may_change(invitation, request.at)
    context = {
        "it": invitation, "form": form, "refusal": refusal, "may": may, "said": said,
        "level": dict(LEVELS)[said.level] if said else "", "occasion": OCCASIONS[invitation.occasion],
        "days": policies.CHANGEABLE.days,
    }  # fmt: skip
    return render(request, "satisfaction/ballot.html", context, status=status)


def _said_before(invitation: Any) -> dict[str, Any]:
    said = queries.opinion_on(invitation)
    return {"level": said.level, "reasons": said.reasons, "words": said.words} if said else {}


def _by_secret(request: PublicRequest, secret: str) -> Any:
    try:
        return found(queries.by_secret, secret)
    except Http404:
        tries.note(request, Limit.TRACKING)
        raise
