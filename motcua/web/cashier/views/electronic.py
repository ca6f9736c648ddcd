"""Electronic receipts that the provider refused, or did not answer for: read why, then send again (4.5.a, 4.5.b)."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.fees import queries
from motcua.domain.fees.electronic_receipts import send_receipt_again
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of

cite(Kind.SCREEN, "cashier:given_up", "4.5.a", "4.5.b")


@require_GET
@holders_of(Role.ACCOUNTANT)
def given_up(request: OfficialRequest) -> HttpResponse:
    """Every one that waits for somebody to look at it, the oldest first, with what the provider said."""
    return _shown(request)


@require_POST
@holders_of(Role.ACCOUNTANT)
def again(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Send one again."""
    one = found(queries.given_up_receipts(request.officer, request.at).get, pk=pk)

    def do() -> str:
        send_receipt_again(one, by=request.officer, at=request.at)
        return reverse("cashier:given_up")

    said = f"Biên lai số {one.receipt} được gửi lại trong ít phút."
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, refusal))


def _shown(request: OfficialRequest, refusal: Refused | None = None) -> HttpResponse:
    rows = queries.given_up_receipts(request.officer, request.at)
    at_page = page(rows, "id", place_of(request))
    context = {"rows": at_page.rows, "count": counted(rows), "pages": beside(request, at_page), "refusal": refusal}
    return render(request, "cashier/given_up.html", context)
