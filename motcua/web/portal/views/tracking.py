"""An applicant follows a dossier: with the QR of the receipt, or with its code and the end of the phone number."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.csrf import csrf_exempt

from motcua.domain.dossiers.overviews import tracking
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components import tries
from motcua.web.components.tries import Limit
from motcua.web.files.serving import pdf
from motcua.web.files.show import title_of

from .. import tracked
from ..door import PublicRequest, View, public
from ..forms import Proof

NOT_FOUND = gettext_noop(
    "Không tìm thấy hồ sơ khớp với thông tin đã nhập. Hãy xem lại mã hồ sơ và số điện thoại trên giấy tiếp nhận."
)
ONE = "ho-so"
# No other site hears of the address. "no-referrer" would do more: with it browsers hide from us, too, that a form
# came from our own page, and it is refused as forged.
UNSEEN = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin", "Cache-Control": "no-store"}

cite(Kind.SCREEN, "portal:track", "3.3-1", "5.1.đ-2")
cite(Kind.SCREEN, "portal:dossier", "3.3-1", "5.1.đ-2", "5.1.e-2", "5.1.e-3")
cite(Kind.SCREEN, "portal:paper", "5.1.e-1", "5.1.e-2", "5.1.e-3")


def for_its_applicant(*more: str) -> Callable[[View], View]:
    """Open a page that no search engine lists, no cache keeps and no other site hears of; guessing is stopped."""

    def opened(view: View) -> View:
        @wraps(view)
        def guarded(request: PublicRequest, **which: Any) -> HttpResponseBase:
            looks = bool(which) or request.method == "POST" or bool(request.GET)
            spent = looks and tries.wait(request, Limit.TRACKING)
            answer = tries.stopped(request, Limit.TRACKING) if spent else view(request, **which)
            for name, value in UNSEEN.items():
                answer.headers[name] = value
            return answer

        return public(guarded, *more)

    return opened


@csrf_exempt  # the form only reads: no cookie for who looks, and a phone that keeps none can look too
@for_its_applicant("POST")
def track(request: PublicRequest) -> HttpResponse:
    """Ask for the code; with the code how far the dossier is, with the phone number too everything."""
    if request.method == "POST":
        return _proved(request)
    code = request.GET.get("ma", "")
    if not code:
        return _asking(request, Proof())
    form = Proof({"code": code})
    if not form.is_valid():
        return _asking(request, form)
    try:
        progress = tracking.by_code(form.cleaned_data["code"])
    except ObjectDoesNotExist:
        return _not_found(request, form)
    return render(request, "portal/progress.html", {"progress": progress})


@for_its_applicant()
def dossier(request: PublicRequest, secret: str) -> HttpResponse:
    """Everything the applicant may know, for who has the QR of the receipt; of one for several, all of them."""
    try:
        found = tracking.by_secret(secret)
    except ObjectDoesNotExist:
        return _not_found(request, Proof())
    shared = tracking.shared_receipt(found)
    if shared is None:
        return _shown(request, found, secret)
    asked = request.GET.get(ONE)
    one = next((each for each in shared.dossiers if each.code == asked), None)
    if one is not None:
        return _shown(request, one, one.secret, back=secret)
    context = {"receipt": tracked.shown_receipt(shared, request.at, secret)}
    return render(request, "portal/receipt.html", context)


@for_its_applicant()
def paper(request: PublicRequest, secret: str, pk: int) -> HttpResponse:
    """A paper the applicant was given, the very same again."""
    try:
        given = tracking.paper_given(secret, pk)
    except ObjectDoesNotExist:
        return _not_found(request, Proof())
    return pdf(bytes_of(given, at=request.at), f"{title_of(given)} {given.shown_number}")


def _proved(request: PublicRequest) -> HttpResponse:
    form = Proof(request.POST)
    if not form.is_valid():
        return _asking(request, form)
    code, last_four = form.cleaned_data["code"], form.cleaned_data["last_four"]
    if not last_four:
        return redirect(f"{reverse('portal:track')}?{urlencode({'ma': code})}")
    try:
        found = tracking.by_code_and_phone(code, last_four)
    except ObjectDoesNotExist:
        return _not_found(request, form)
    return _shown(request, found)


def _shown(request: PublicRequest, found: Any, secret: str = "", *, back: str = "") -> HttpResponse:
    """The page of a dossier; its papers open only for who has the secret, for they name persons.

    `back` is the secret of the receipt on which it stands with others.
    """
    context = {"shown": tracked.shown(found, request.at, secret), "receipt": back}
    return render(request, "portal/dossier.html", context)


def _asking(request: PublicRequest, form: Proof, status: int = 200) -> HttpResponse:
    return render(request, "portal/track.html", {"form": form}, status=status)


def _not_found(request: PublicRequest, form: Proof) -> HttpResponse:
    """One sentence for a wrong code and for a wrong number: it does not tell which dossiers there are."""
    tries.note(request, Limit.TRACKING)
    if form.is_bound:
        form.add_error(None, gettext(NOT_FOUND))
        return _asking(request, form, status=404)
    return render(request, "portal/track.html", {"form": form, "wrong": gettext(NOT_FOUND)}, status=404)
