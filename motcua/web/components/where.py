"""Where a request comes from: by the network of the one-stop, or by a device that was registered there (5.1.c-2)."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from motcua.domain.organisations.places import Place, address_behind, place_of
from motcua.domain.organisations.placing import known

COOKIE = "thiet-bi"
YEARS = 5 * 366 * 24 * 3600
_signer = signing.Signer(salt="motcua.device")


def here(request: HttpRequest) -> Place:
    """Where whoever sent this request is."""
    device = device_of(request)
    return place_of(address_of(request), device, known(device))


def address_of(request: HttpRequest) -> str:
    """The address it came from; a header says so only where one of our own proxies wrote it (TRUSTED_PROXIES)."""
    remote, forwarded = request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    return address_behind(remote, forwarded, settings.TRUSTED_PROXIES)


def device_of(request: HttpRequest) -> str:
    """The key of the device, from its signed cookie; nothing when there is none that we have signed."""
    try:
        return str(UUID(_signer.unsign(request.COOKIES.get(COOKIE, ""))))
    except (signing.BadSignature, ValueError):
        return ""


def remember(answer: HttpResponseBase, key: UUID) -> None:
    """Leave the signed key of a registered device in the browser."""
    given: dict[str, Any] = {"max_age": YEARS, "httponly": True, "secure": settings.HTTPS, "samesite": "Lax"}
    answer.set_cookie(COOKIE, _signer.sign(str(key)), **given)
