"""Where a public question stands: an address that can be read."""

from typing import Any

from django.urls import reverse
from django.utils.text import slugify

from motcua.domain.vietnamese.text import fold

LONGEST = 80


def address_of(one: Any) -> str:
    """The readable address of a public question."""
    words = slugify(fold(one.subject))[:LONGEST].strip("-")
    return reverse("asking:one", args=[words or "cau-hoi", one.pk])
