"""Signing in for officials: whom the password proves, how often it may be wrong, and what we say about it."""

import math
import time
from collections.abc import Callable
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core.internal import ratelimit
from allauth.mfa.base.internal.flows import check_rate_limit
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from motcua.domain.citizens import second_factor, visits
from motcua.domain.citizens.queries import person_of
from motcua.domain.citizens.terms import SecondBy, SignedInBy
from motcua.domain.organisations.queries import account_with_officer

from .device import device_called
from .languages import counted
from .sessions import whose
from .where import address_of

PROVED_AT = "proved_at"  # when the owner of a citizen's account last showed to be it
SECOND = "second_by"  # of a request that comes in by way of the second lock: what opened it
WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."


class WhoIsThere:
    """Middleware: puts the account that is signed in on the request, when somebody asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        request.user = cast(Any, SimpleLazyObject(lambda: whose(request)))
        return self.get_response(request)


class OfficialBackend(AuthenticationBackend):
    """Loads the account with its officer and postings in one statement, once per request."""

    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        """The account of a session, or None when it was closed since."""
        return account_with_officer(user_id)


class LongEnough(MinimumLengthValidator):
    """The length of a password, in our words: Django has none for it in Vietnamese."""

    def get_error_message(self) -> str:
        """What is wrong with a shorter one."""
        return counted("Mật khẩu phải có ít nhất %(number)s ký tự.", self.min_length)


class Adapter(DefaultAccountAdapter):
    """What django-allauth asks us: nobody signs up, five wrong tries lock for a while, sentences are ours."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Tài khoản này đã bị khóa. Hãy liên hệ quản trị hệ thống.",
        "username_password_mismatch": WRONG,
        "invalid_login": WRONG,
        "incorrect_password": "Mật khẩu không đúng.",
        "enter_current_password": "Mật khẩu hiện tại không đúng.",
        "same_as_current": "Mật khẩu mới phải khác mật khẩu hiện tại.",
        "rate_limited": "Bạn thử quá nhiều lần. Hãy đợi một lát rồi thử lại.",
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that limits count by: behind our own proxy that of whoever asked, not the proxy's."""
        return address_of(request) or super().get_client_ip(request)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators only."""
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in; of a citizen it is noted when and with what, for its owner to see."""
        super().login(request, user)
        at = request.at  # type: ignore[attr-defined]
        request.session[PROVED_AT] = at.timestamp()
        person = person_of(user)
        if person is not None:
            device = device_called(request.headers.get("User-Agent", ""))
            second = getattr(request, SECOND, None)
            visits.note(person, how=_how(request, user), second=second, device=device, at=at)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """An official goes to a desk, a citizen to the own dossiers."""
        is_official = getattr(request.user, "officer", None) is not None
        return super().get_login_redirect_url(request) if is_official else reverse("citizen:home")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Only citizens sign up: by signing in for the first time."""
        return reverse("citizen:home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to work."""
        return reverse("workplace")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_: Any, **more: Any
    ) -> None:
        """Only a changed password is worth a word; the pages themselves show the rest."""
        if message_template == "account/messages/password_changed.txt":
            messages.success(request, "Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse, with the minutes to wait, when the last tries for this name or from this address were wrong."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            wait = minutes_to_wait(request, self._get_login_attempts_cache_key(request, **credentials))
            raise ValidationError(
                counted(
                    "Đã nhập sai quá nhiều lần nên việc đăng nhập tạm khóa. Hãy thử lại sau %(number)s phút.", wait
                ),
                code="too_many_login_attempts",
            ) from None


def _how(request: HttpRequest, user: Any) -> SignedInBy:
    methods = {each["method"] for each in get_authentication_records(request, user)}
    return next((each for each in SignedInBy if each.value in methods), SignedInBy.PROVIDER)


def password_holds(request: HttpRequest, name: str, password: str) -> Any:
    """The account whose password this is; raises `ValidationError`, after five wrong tries with how long to wait."""
    account = get_adapter(request).authenticate(request, username=name, password=password)
    if account is None:
        raise ValidationError(gettext("Số điện thoại, thư điện tử hoặc mật khẩu không đúng."))
    return account


def second_code_holds(request: HttpRequest, account: Any, code: str) -> SecondBy:
    """What opened the second lock; raises what is wrong, after five wrong codes with how long to wait."""
    try:
        right = check_rate_limit(account)
    except ValidationError:
        wait = minutes_to_wait(request, f"mfa-auth-user-{account.pk}")
        raise ValidationError(f"Đã nhập sai quá nhiều lần. Hãy thử lại sau {wait} phút.") from None
    second = second_factor.passes(account, code, at=request.at)  # type: ignore[attr-defined]
    right()
    return second


def minutes_to_wait(request: HttpRequest, key: str) -> int:
    """Whole minutes until another try is taken."""
    waits = [1]
    for rate in ratelimit.get_rates(app="allauth.account", action="login_failed"):
        name = ratelimit.get_cache_key(request, app="allauth.account", action="login_failed", rate=rate, key=key)
        tries = cache.get(name, [])
        if len(tries) >= rate.amount:
            waits.append(minutes_left(tries, duration=rate.duration, now=time.time()))
    return max(waits)


def minutes_left(tries: list[float], *, duration: float, now: float) -> int:
    """Whole minutes until the oldest of the tries (newest first) is `duration` seconds old."""
    return max(0, math.ceil((tries[-1] + duration - now) / 60)) if tries else 0
