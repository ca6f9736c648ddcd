"""How both sides prove who wrote: HMAC-SHA-256 over the moment and the text, with a secret that both have. Pure."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

OLDEST = timedelta(minutes=10)


def signed(secret: str, moment: str, body: bytes) -> str:
    """The signature of a text that was written at a moment (seconds since 1970)."""
    return hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()


def is_right(secret: str, moment: str, signature: str, body: bytes, *, at: datetime) -> bool:
    """Whether it was signed with the secret, lately; without a secret nothing is right."""
    if not secret or not moment.isascii() or not moment.isdecimal() or len(moment) > 12:
        return False
    if abs(at - datetime.fromtimestamp(int(moment), UTC)) > OLDEST:
        return False
    return hmac.compare_digest(signed(secret, moment, body).encode(), signature.encode())
