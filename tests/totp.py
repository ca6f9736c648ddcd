"""An app that makes codes, as on a phone: RFC 6238 written a second time, so that ours is not its own judge."""

import base64
import hashlib
import hmac
from datetime import datetime


def shows(key: str, at: datetime) -> str:
    """The six digits on the screen at that moment."""
    counter = int(at.timestamp()) // 30
    secret = base64.b32decode(key.replace(" ", ""))
    digest = hmac.new(secret, counter.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06}"
