"""Where the keys lie: a file of the machine says it by name, the database never does and never holds one.

`keys.toml` in the folder `SIGNING_FOLDER` has a table for each key, with the name under which its certificate is
registered:

    [minh]                        [so-khdt]                          [quang]
    kind = "pkcs12"               kind = "pkcs11"                    kind = "remote"
    path = "minh.p12"             module = "libsofthsm2.so"          address = "https://…/csc/v2"
    pin_file = "minh.pin"         token = "So KHDT"                  credential = "quang-01"
                                  label = "con-dau"                  token_file = "quang.token"
                                  pin_file = "so-khdt.pin"

Paths are read from that folder.
"""

import hashlib
import threading
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pkcs11
from asn1crypto import x509
from django.conf import settings
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.sign.general import SigningError
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers import Signer, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from .remote import HttpSigner, NoSignature, RemoteSigner

Place = Mapping[str, Any]
_one_at_a_token = threading.Lock()  # a token knows one log-in of a process at a time


def names() -> tuple[str, ...]:
    """The keys that this machine can use, by name."""
    return tuple(sorted(_places()))


@contextmanager
def opened(name: str) -> Iterator[Signer]:
    """The key with this name, ready to sign; raises `NoSignature` when it is not there or does not open."""
    place = _places().get(name)
    if place is None:
        raise NoSignature(f"Máy chủ chưa được cấu hình khóa ký số “{name}”: hãy báo quản trị hệ thống.")
    with ExitStack() as door:
        try:
            signer = door.enter_context(_OPENERS[place["kind"]](place))
        except (KeyError, OSError, ValueError, pkcs11.PKCS11Error) as fault:
            raise NoSignature(f"Không mở được khóa ký số “{name}”: hãy báo quản trị hệ thống.") from fault
        try:
            yield signer
        except (pkcs11.PKCS11Error, SigningError) as fault:
            raise NoSignature(f"Khóa ký số “{name}” không ký được: hãy thử lại hoặc báo quản trị hệ thống.") from fault


def folder() -> Path:
    """Where the configuration of keys and the certificates that are trusted lie."""
    return Path(settings.SIGNING_FOLDER)


def _places() -> Mapping[str, Place]:
    try:
        return tomllib.loads((folder() / "keys.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


@contextmanager
def _from_file(place: Place) -> Iterator[Signer]:
    data, pin = (folder() / place["path"]).read_bytes(), _secret(place["pin_file"]).encode()
    yield SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=pin)


@contextmanager
def _from_token(place: Place) -> Iterator[Signer]:
    with _one_at_a_token:
        criteria = TokenCriteria(label=place["token"])
        session = open_pkcs11_session(place["module"], token_criteria=criteria, user_pin=_secret(place["pin_file"]))
        try:
            yield PKCS11Signer(session, cert_label=place["label"], other_certs_to_pull=())
        finally:
            session.close()


@contextmanager
def _from_service(place: Place) -> Iterator[Signer]:
    yield _Distant(HttpSigner(place["address"], place["credential"], _secret(place["token_file"])))


_OPENERS = {"pkcs12": _from_file, "pkcs11": _from_token, "remote": _from_service}


def _secret(name: str) -> str:
    return (folder() / name).read_text(encoding="utf-8").strip()


class _Distant(Signer):
    """A remote key as pyHanko asks for signatures: what is to be signed is digested here and signed there."""

    def __init__(self, remote: RemoteSigner) -> None:
        certificate, *above = (x509.Certificate.load(each) for each in remote.certificates())
        super().__init__(signing_cert=certificate, cert_registry=SimpleCertificateStore.from_certs(above))
        self._remote = remote
        self._length = certificate.public_key.bit_size // 8

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """The signature over what pyHanko hands in; for a dry run as many empty bytes."""
        return bytes(self._length) if dry_run else self._remote.sign_digest(hashlib.sha256(data).digest())
