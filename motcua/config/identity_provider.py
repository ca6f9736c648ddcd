"""The OpenID Connect provider by which citizens sign in (VNeID is one), read from the environment.

OIDC_ISSUER          its address; without it nobody signs in by a provider, and the page says so
OIDC_NAME            what the button says, "VNeID" unless told
OIDC_CLIENT_ID, OIDC_CLIENT_SECRET
OIDC_ORIGINS         where its pages for signing in stand, if not at the issuer's own address
OIDC_SCOPES          "openid profile email phone" unless told
OIDC_CLAIMS          what its claims are called: "identity_number=so_dinh_danh,born_on=ngay_sinh"
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from motcua.domain.citizens.claims import mapping

PROVIDER_ID = "dinh-danh"
SCOPES = "openid profile email phone"


def providers(environment: Mapping[str, str]) -> dict[str, Any]:
    """What django-allauth is told: one provider, or none."""
    issuer = environment.get("OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return {}
    app = {
        "provider_id": PROVIDER_ID,
        "name": environment.get("OIDC_NAME", "VNeID"),
        "client_id": environment.get("OIDC_CLIENT_ID", ""),
        "secret": environment.get("OIDC_CLIENT_SECRET", ""),
        "settings": {
            "server_url": issuer,
            "scope": environment.get("OIDC_SCOPES", SCOPES).split(),
            "oauth_pkce_enabled": True,
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def origins(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The sites to which the form of signing in may lead."""
    issuer = urlsplit(environment.get("OIDC_ISSUER", ""))
    own = (f"{issuer.scheme}://{issuer.netloc}",) if issuer.netloc else ()
    return own + tuple(environment.get("OIDC_ORIGINS", "").split())


def claim_names(environment: Mapping[str, str]) -> dict[str, str]:
    """The name of the claim for each thing we want to know."""
    return mapping(environment.get("OIDC_CLAIMS", ""))
