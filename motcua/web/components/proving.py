"""Before something grave the password is asked for again; for five minutes it need not be said twice. One place."""

from typing import cast

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from .entrance import OfficialRequest

PROVED_AT = "proved_at"
SECONDS = 5 * 60


def is_proved(request: HttpRequest) -> bool:
    """Whether the password was given within the last five minutes."""
    at = cast(OfficialRequest, request).at.timestamp()
    return 0 <= at - request.session.get(PROVED_AT, -SECONDS - at) <= SECONDS


def prove(request: HttpRequest, password: str) -> str:
    """Take the password, if it is needed; gives the sentence of what is wrong with it, or nothing."""
    if is_proved(request):
        return ""
    if not password:
        return "Hãy nhập mật khẩu của bạn."
    error = wrong_password(request, password)
    if not error:
        request.session[PROVED_AT] = cast(OfficialRequest, request).at.timestamp()
    return error


def wrong_password(request: HttpRequest, password: str) -> str:
    """The sentence when the password is not right or was wrong too often; empty when it is right."""
    try:
        user = get_adapter().authenticate(request, username=request.user.get_username(), password=password)
    except ValidationError as locked:
        return str(locked.messages[0])
    return "" if user is not None and user.pk == request.user.pk else "Mật khẩu không đúng."
