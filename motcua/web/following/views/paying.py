"""The bills of an own dossier: what is owed, how to pay, the receipts (4.5.a)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.dossiers import bills
from motcua.domain.dossiers.from_home import queries
from motcua.domain.fees import for_payers
from motcua.domain.fees.online import Payer
from motcua.domain.fees.slips import payers_copy
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.citizen.door import CitizenRequest, citizens_only
from motcua.web.components.entrance import found, status_of
from motcua.web.files.serving import pdf
from motcua.web.paying import show

cite(Kind.SCREEN, "following:fees", "4.5.a")
cite(Kind.SCREEN, "following:fee_receipt", "4.5.a")


@citizens_only
def fees(request: CitizenRequest, code: str) -> HttpResponseBase:
    """What is owed line by line, how it can be paid, what became of it; a form begins to pay online."""
    dossier = found(queries.dossier, request.person, code, request.at)
    if request.method != "POST":
        return _shown(request, dossier)
    here = reverse("following:fees", args=[dossier.code])
    payer = Payer(request.person, f"account/{request.person.account_id}")
    try:
        show.begin(request, bills.bills_of(dossier), payer, here, request.at)
    except Refused as refusal:
        return _shown(request, dossier, refusal)
    return redirect(here)


@require_safe
@citizens_only
def receipt(request: CitizenRequest, code: str, pk: int) -> HttpResponse:
    """The payer's copy of a receipt."""
    dossier = found(queries.dossier, request.person, code, request.at)
    paper = found(for_payers.receipt_paper, bills.bills_of(dossier), pk)
    return pdf(payers_copy(paper), f"bien-lai-{paper.shown_number}.pdf")


def _shown(request: CitizenRequest, dossier: Any, refusal: Refused | None = None) -> HttpResponse:
    at = [dossier.code]
    rows = show.shown(bills.bills_of(dossier), request.at, lambda pk: reverse("following:fee_receipt", args=[*at, pk]))
    context = {"code": dossier.code, "one_stop": dossier.one_stop, "bills": rows, "offered": show.is_offered(),
               "back": reverse("following:dossier", args=at), "refusal": refusal}  # fmt: skip
    return render(request, "paying/own.html", context, status=status_of(refusal) if refusal else 200)
