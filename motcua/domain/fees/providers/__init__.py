"""Providers of electronic receipts (Nghị định 123/2020): our own for pilots, or one over HTTP."""

from datetime import datetime
from typing import Protocol

from django.conf import settings

from ..models import ElectronicReceipt
from .answers import Given as Given
from .by_http import ByHttp
from .embedded import Embedded


class Provider(Protocol):
    """A provider. None of its calls raises for what the other side does; the same key again is the same receipt."""

    code: str

    def number(self, one: ElectronicReceipt, at: datetime) -> Given:
        """Ask for the number of a receipt."""

    def issue(self, one: ElectronicReceipt, at: datetime) -> Given:
        """Have it issued under that number; the answer carries the look-up code."""

    def cancel(self, one: ElectronicReceipt, at: datetime) -> Given:
        """Have it cancelled, because it was made void here."""


PROVIDERS: dict[str, Provider] = {each.code: each for each in (Embedded(), ByHttp())}


def chosen() -> Provider:
    """The provider of receipts that are given now."""
    return PROVIDERS["http" if settings.RECEIPTS_URL else "own"]
