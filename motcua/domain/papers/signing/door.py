"""The one door to signing for the packages above: the libraries behind it take a second to load, so only who signs
or examines a file waits for them.

They run an event loop of their own. Each call has a thread to itself, so that it does not matter who calls.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from .report import Report

T = TypeVar("T")


def sign(pdf: bytes, *, key: str, fingerprint: str, field: str, reason: str, at: datetime) -> bytes:
    """The PDF with one more signature; see `pades.signed`."""
    from .pades import signed

    return _apart(lambda: signed(pdf, key=key, fingerprint=fingerprint, field=field, reason=reason, at=at))


def examine(pdf: bytes, *, at: datetime) -> Report:
    """What the signatures of a PDF are worth; see `validation.examine`."""
    from . import validation

    return _apart(lambda: validation.examine(pdf, at=at))


def key_names() -> tuple[str, ...]:
    """The keys that this machine can use, by name."""
    from . import keys

    return keys.names()


def _apart(do: Callable[[], T]) -> T:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(do).result()
