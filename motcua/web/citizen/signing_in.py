"""Signing in by an identity provider: what django-allauth asks us, answered with our acts."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.openid_connect import views as openid
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from motcua.config.identity_provider import PROVIDER_ID
from motcua.domain.citizens import accounts, queries
from motcua.domain.citizens.claims import Identity, read
from motcua.domain.citizens.terms import Proof
from motcua.domain.regulation.answers import Refused
from motcua.web.components.entrance import everybody
from motcua.web.components.headers import sending_forms_to

from .forms import Address

FAILED = {
    "cancelled": _("Bạn đã thôi đăng nhập ở trang định danh. Không có gì thay đổi."),
    "denied": _("Trang định danh không đồng ý cho đăng nhập. Hãy thử lại, hoặc gọi tổng đài."),
}
UNREACHABLE = _("Chưa kết nối được với trang định danh. Hãy thử lại sau ít phút; hồ sơ đã nộp không bị ảnh hưởng.")


class CitizenAdapter(DefaultSocialAccountAdapter):
    """Whom the provider names gets an account; what it says is taken in at each signing in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Everybody whom the provider knows."""
        return True

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> Any:
        """Nothing of a person stands on the account itself."""
        return sociallogin.user

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Take in what the provider says today of somebody who comes back; contacts are ours to keep."""
        sociallogin.email_addresses = []
        if not sociallogin.is_existing:
            return
        person = queries.person_of(sociallogin.user)
        if person is None:
            raise ImmediateHttpResponse(failed(request, FAILED["denied"]))
        with _refused_on_a_page(request):
            accounts.refresh_identity(
                person, identity_in(sociallogin), proof=Proof.PROVIDER, issuer=_issuer(sociallogin), at=_at(request)
            )

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Any:
        """Open the account, or find the one of the same person, and tie the provider's to it."""
        with _refused_on_a_page(request):
            person = accounts.open_citizen_account(
                identity_in(sociallogin), proof=Proof.PROVIDER, issuer=_issuer(sociallogin), at=_at(request)
            )
        sociallogin.user = person.account
        sociallogin.save(request)
        return person.account

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None
    ) -> None:
        """A sentence instead of a code."""
        raise ImmediateHttpResponse(failed(request, FAILED.get(str(error), UNREACHABLE)))


class _refused_on_a_page:  # noqa: N801 - used as a statement
    """Shows what an act refused where django-allauth would not know it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, Refused):
            raise ImmediateHttpResponse(failed(self.request, error.sentence)) from error


def identity_in(login: SocialLogin) -> Identity:
    """Who somebody is by the claims that came."""
    return read(login.account.get_provider_account().get_user_data() or {}, settings.CLAIM_NAMES)


def failed(request: HttpRequest, sentence: str | Promise) -> Any:
    """The page of signing in, with what went wrong."""
    return sign_in_page(request, wrong=sentence, status=403)


def sign_in_page(
    request: HttpRequest, *, wrong: str | Promise = "", to: str = "", form: Address | None = None, status: int = 200
) -> HttpResponse:
    """The page of signing in: with the provider's name, if there is one, and the way without any."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    name = apps[0]["name"] if apps else ""
    context = {"provider": name, "provider_id": PROVIDER_ID, "wrong": wrong, "next": to}
    context |= {"form": form or Address(), "local": settings.LOCAL_ACCOUNTS}
    answer = render(request, "citizen/sign_in.html", context, status=status)
    answer.headers["Content-Security-Policy"] = sending_forms_to(*settings.SIGN_IN_ORIGINS)
    return answer


@everybody
def begin(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Go to the provider."""
    try:
        return openid.login(request, provider_id)
    except OSError:  # `requests` raises it for whatever keeps the provider from answering
        return failed(request, UNREACHABLE)


@everybody
def come_back(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Come back from the provider."""
    try:
        return openid.callback(request, provider_id)
    except OSError:
        return failed(request, UNREACHABLE)


def _issuer(login: SocialLogin) -> str:
    return str(login.account.get_provider().app.name)[:80]


def _at(request: HttpRequest) -> Any:
    return request.at  # type: ignore[attr-defined]
