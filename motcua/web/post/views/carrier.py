"""Where a carrier tells what happened: signed, as often and in whatever order it likes.

The format is in docs/how-to/connect-a-carrier.md. Who does not know the secret learns nothing, not even that there is
such a page.
"""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.domain.post import movements, signatures
from motcua.domain.post.carriers import reading
from motcua.domain.post.signs import ByCarrier
from motcua.web.components.entrance import everybody

MOST = 512 * 1024
CARRIER = "http"


@csrf_exempt
@require_POST
@everybody
def words(request: HttpRequest) -> JsonResponse:
    """Hear what is told; 200 also for numbers nobody knows, or the carrier would send them for ever."""
    if int(request.headers.get("Content-Length") or 0) > MOST:
        raise Http404
    at = request.at  # type: ignore[attr-defined]
    given = request.headers.get("X-Moment", ""), request.headers.get("X-Signature", "")
    if not signatures.is_right(settings.POST_SECRET, *given, request.body, at=at):
        raise Http404
    try:
        told = json.loads(request.body)
        events = reading.words(told if isinstance(told, dict) else {"events": told})
    except (ValueError, RecursionError):
        return JsonResponse({"error": "not readable"}, status=400)
    ordered = sorted(events, key=lambda word: word.at)
    heard = [movements.hear(word, carrier=CARRIER, by=ByCarrier(), at=at) for word in ordered]
    return JsonResponse({"heard": len(heard), "strange": sum(each.consignment_id is None for each in heard)})
