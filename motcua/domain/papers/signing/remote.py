"""Signing where the key lies with a signing service: only a digest leaves the house, only a signature comes back.

The questions and answers follow the Cloud Signature Consortium's API, v2: `credentials/info` gives the certificates,
`signatures/signHash` signs digests.
"""

import json
from abc import ABC, abstractmethod
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from motcua.domain.regulation.answers import Refused

SECONDS = 20
LONGEST_ANSWER = 200_000
SHA256 = "2.16.840.1.101.3.4.2.1"
RSA_WITH_SHA256 = "1.2.840.113549.1.1.11"
AT_HOME = {"localhost", "127.0.0.1", "::1"}


class NoSignature(Refused):
    """The key could not be used now; nothing was signed."""

    clause = "5.1.đ-1"


class RemoteSigner(ABC):
    """A signing service that holds a key for its owner."""

    @abstractmethod
    def certificates(self) -> tuple[bytes, ...]:
        """The certificate of the key, then those above it, in DER."""

    @abstractmethod
    def sign_digest(self, digest: bytes) -> bytes:
        """The RSA signature (PKCS#1 v1.5) over a SHA-256 digest; raises `NoSignature`."""


class HttpSigner(RemoteSigner):
    """A service reached over HTTP. The access token comes from a file that the configuration names."""

    def __init__(self, address: str, credential: str, token: str) -> None:
        parts = urlsplit(address)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in AT_HOME):
            raise NoSignature("Dịch vụ ký số từ xa phải được gọi qua HTTPS.")
        self._address, self._credential, self._token = address.rstrip("/"), credential, token

    def certificates(self) -> tuple[bytes, ...]:
        """What the service says belongs to the credential."""
        answer = self._ask("credentials/info", {"certificates": "chain"})
        try:
            return tuple(b64decode(each) for each in answer["cert"]["certificates"])
        except (KeyError, TypeError, ValueError):
            raise NoSignature("Dịch vụ ký số từ xa không trả về chứng thư số.") from None

    def sign_digest(self, digest: bytes) -> bytes:
        """One digest, one signature."""
        asked = {"hashes": [b64encode(digest).decode()], "hashAlgorithmOID": SHA256, "signAlgo": RSA_WITH_SHA256}
        answer = self._ask("signatures/signHash", asked)
        try:
            (signature,) = answer["signatures"]
            return b64decode(signature)
        except (KeyError, TypeError, ValueError):
            raise NoSignature("Dịch vụ ký số từ xa không trả về chữ ký.") from None

    def _ask(self, what: str, said: Mapping[str, Any]) -> Any:
        body = json.dumps({"credentialID": self._credential, **said}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        request = Request(f"{self._address}/{what}", data=body, headers=headers, method="POST")  # noqa: S310 - see above
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
                return json.loads(answer.read(LONGEST_ANSWER))
        except (URLError, TimeoutError, ConnectionError, ValueError):
            raise NoSignature("Dịch vụ ký số từ xa không trả lời hoặc từ chối ký: hãy thử lại sau.") from None
