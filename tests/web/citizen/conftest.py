"""A real OpenID Connect provider on this machine, with two people in it."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
from django.test import Client
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from motcua.config import identity_provider
from motcua.web.components.entrance import MOMENT
from tests.moments import moment

AT = "2024-05-27 08:00"
PEOPLE = (
    {
        "sub": "an",
        "name": "Nguyễn Hoài An",
        "so_dinh_danh": "022085001234",
        "birthdate": "1985-04-02",
        "phone_number": "+84912345678",
        "phone_number_verified": True,
    },
    {"sub": "khong-ten", "so_dinh_danh": "022190004321"},
)


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """The address of the provider."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    people = [part for each in PEOPLE for part in ("--user-claims", json.dumps(each))]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *people]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        with requests.Session() as asking:
            asking.mount(
                "http://", HTTPAdapter(max_retries=Retry(total=None, connect=60, backoff_factor=0.1, backoff_max=0.5))
            )
            asking.get(f"http://127.0.0.1:{port}/.well-known/openid-configuration", timeout=30).raise_for_status()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture
def connected(provider: str, settings: Any) -> str:
    """The program, told of the provider."""
    environment = {"OIDC_ISSUER": provider, "OIDC_CLIENT_ID": "mot-cua", "OIDC_CLIENT_SECRET": "bi-mat",
                   "OIDC_CLAIMS": "identity_number=so_dinh_danh"}  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = identity_provider.providers(environment)
    settings.SIGN_IN_ORIGINS = identity_provider.origins(environment)
    settings.CLAIM_NAMES = identity_provider.claim_names(environment)
    return provider


@pytest.fixture
def signs_in(connected: str, db: None) -> Callable[..., Any]:
    """Gives the answer with which somebody comes back from the provider."""

    def sign_in(client: Client, who: str, **answer: str) -> Any:
        at = {MOMENT: moment(AT)}
        away = client.post("/cong-dan/dang-nhap/dinh-danh/?next=/cong-dan/", **at)
        assert away.status_code == 302, away.content.decode()
        back = requests.post(away["Location"], data={"sub": who, **answer}, allow_redirects=False, timeout=10)
        assert back.status_code == 302, back.text
        return client.get(back.headers["Location"].partition("testserver")[2], **at)

    return sign_in
