"""What the second lock keeps in the database can be read with the program's secret alone."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


class Sealed(DefaultMFAAdapter):
    """How django-allauth writes and reads keys of apps and recovery codes."""

    def encrypt(self, text: str) -> str:
        """As it is stored."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """As it was."""
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> MultiFernet:
    """Of the secret of now, and of former ones that still open."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(str(each))) for each in secrets])


def _key(secret: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"motcua.second_factor" + secret.encode()).digest())
