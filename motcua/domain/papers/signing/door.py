"""The one door to signing for the packages above: the libraries behind it take a second to load, so only who signs
or examines a file waits for them.
"""

from datetime import datetime

from .report import Report


def sign(pdf: bytes, *, key: str, fingerprint: str, field: str, reason: str, at: datetime) -> bytes:
    """The PDF with one more signature; see `pades.signed`."""
    from .pades import signed

    return signed(pdf, key=key, fingerprint=fingerprint, field=field, reason=reason, at=at)


def examine(pdf: bytes, *, at: datetime) -> Report:
    """What the signatures of a PDF are worth; see `validation.examine`."""
    from . import validation

    return validation.examine(pdf, at=at)


def key_names() -> tuple[str, ...]:
    """The keys that this machine can use, by name."""
    from . import keys

    return keys.names()
