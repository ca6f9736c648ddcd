"""Where the gateway tells what became of a payment: signed, as often and in whatever order it likes.

The format is in docs/how-to/connect-a-payment-gateway.md. Who does not know the secret learns nothing, not even that
there is such a page.
"""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.domain.fees import online
from motcua.domain.fees.gateways import reading
from motcua.domain.fees.gateways.signing import is_right
from motcua.domain.fees.signs import ByGateway
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import everybody

MOST = 64 * 1024
GATEWAY = "http"

cite(Kind.SCREEN, "paying:word", "4.5.a")


@csrf_exempt
@require_POST
@everybody
def word(request: HttpRequest) -> JsonResponse:
    """Hear what is told: the signature first, then once per reference; 200 also for one that nobody knows here."""
    if int(request.headers.get("Content-Length") or 0) > MOST:
        raise Http404
    try:
        told = json.loads(request.body)
        right = isinstance(told, dict) and is_right(told, settings.GATEWAY_SECRET)
    except (ValueError, RecursionError):
        right = False
    if not right:
        raise Http404
    try:
        said = reading.word(told)
    except reading.NotReadable:
        return JsonResponse({"MaLoi": "01", "MoTaLoi": "not readable"}, status=400)
    if said is not None:
        online.hear_payment(said, gateway=GATEWAY, by=ByGateway(), at=request.at)  # type: ignore[attr-defined]
    return JsonResponse({"MaLoi": "00"})
