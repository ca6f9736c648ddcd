"""The bills of a dossier for who has the QR of its receipt: what is owed, how to pay, the receipts (4.5.a)."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from motcua.domain.dossiers import bills
from motcua.domain.dossiers.overviews import tracking
from motcua.domain.fees import for_payers
from motcua.domain.fees.online import Payer
from motcua.domain.fees.signs import ByPayer
from motcua.domain.fees.slips import payers_copy
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components import tries
from motcua.web.components.entrance import found, status_of
from motcua.web.components.tries import Limit
from motcua.web.files.serving import pdf
from motcua.web.paying import show

from ..door import PublicRequest
from .tracking import for_its_applicant

cite(Kind.SCREEN, "portal:fees", "4.5.a")
cite(Kind.SCREEN, "portal:fee_receipt", "4.5.a")


@csrf_exempt  # the secret in the address is the right, and begun twice it is the same payment
@for_its_applicant("POST")
def fees(request: PublicRequest, secret: str) -> HttpResponseBase:
    """What is owed line by line, how it can be paid, what became of it; a form begins to pay online."""
    dossier = _dossier(request, secret)
    if request.method != "POST":
        return _shown(request, dossier, secret)
    here = reverse("portal:fees", args=[secret])
    try:
        show.begin(request, bills.bills_of(dossier), Payer(ByPayer()), here, request.at)
    except Refused as refusal:
        return _shown(request, dossier, secret, refusal)
    return redirect(here)


@for_its_applicant()
def receipt(request: PublicRequest, secret: str, pk: int) -> HttpResponse:
    """The payer's copy of a receipt."""
    paper = found(for_payers.receipt_paper, bills.bills_of(_dossier(request, secret)), pk)
    return pdf(payers_copy(paper), f"bien-lai-{paper.shown_number}.pdf")


def _dossier(request: PublicRequest, secret: str) -> Any:
    """The dossier behind a secret; guessing is counted."""
    try:
        return tracking.by_secret(secret)
    except ObjectDoesNotExist:
        tries.note(request, Limit.TRACKING)
        raise Http404 from None


def _shown(request: PublicRequest, dossier: Any, secret: str, refusal: Refused | None = None) -> HttpResponse:
    rows = show.shown(bills.bills_of(dossier), request.at, lambda pk: reverse("portal:fee_receipt", args=[secret, pk]))
    context = {"code": dossier.code, "one_stop": dossier.one_stop, "bills": rows, "offered": show.is_offered(),
               "back": reverse("portal:dossier", args=[secret]), "refusal": refusal}  # fmt: skip
    return render(request, "paying/public.html", context, status=status_of(refusal) if refusal else 200)
