"""The page of the gateway of practice: no money moves, and everything else happens as with a real one."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from motcua.domain.fees import for_payers, gateways, online
from motcua.domain.fees.gateways import embedded
from motcua.domain.fees.signs import ByGateway
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import found
from motcua.web.portal.door import PublicRequest, View, public

cite(Kind.SCREEN, "paying:trial", "4.5.a")


def pays(view: View) -> View:
    """Open a page to reading and to paying; who pays by the secret of a receipt keeps no cookie."""
    return public(csrf_exempt(view), "POST")


@pays
def page(request: PublicRequest, reference: str) -> HttpResponseBase:
    """Say whether it was paid, and go back to the bill; there is no such page beside a real gateway."""
    gateway = gateways.chosen()
    if gateway is None or gateway.code != embedded.CODE:
        raise Http404
    one = found(for_payers.online_payment, reference)
    back = request.GET.get(embedded.BACK, "")
    back = back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/"
    if request.method != "POST":
        answer: HttpResponse = render(request, "paying/trial.html", {"one": one, "back": back})
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        return answer
    said = embedded.said(one, paid=request.POST.get("paid") == "1", at=request.at)
    online.hear_payment(said, gateway=embedded.CODE, by=ByGateway(), at=request.at)
    return redirect(back)
