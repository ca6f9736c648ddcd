"""How both sides prove who wrote: HMAC-SHA-256 over all other fields, with a secret that both have. Pure."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

MARK = "MaXacThuc"


def sealed(fields: Mapping[str, Any], secret: str) -> dict[str, Any]:
    """The fields with their signature among them."""
    return {**fields, MARK: mark_of(fields, secret)}


def mark_of(fields: Mapping[str, Any], secret: str) -> str:
    """The signature: over the fields in the order of their names, as compact JSON in UTF-8."""
    rest = {name: value for name, value in fields.items() if name != MARK}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hmac.new(secret.encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def is_right(fields: Mapping[str, Any], secret: str) -> bool:
    """Whether the fields were signed with the secret; without a secret nothing is right."""
    mark = fields.get(MARK)
    if not secret or not isinstance(mark, str):
        return False
    return hmac.compare_digest(mark_of(fields, secret).encode(), mark.encode("utf-8", "surrogatepass"))
