"""Which page of a long list the address asks for, and the addresses of the pages beside it."""

from typing import Any

from django.http import HttpRequest

from motcua.domain.listing import SIZE, Page, Place

from .environment import address

AFTER, BEFORE = "sau", "truoc"


def place_of(request: HttpRequest, size: int = SIZE) -> Place:
    """Where the asked page begins or ends."""
    return Place(after=request.GET.get(AFTER, ""), before=request.GET.get(BEFORE, ""), size=size)


def beside(request: HttpRequest, page: Page[Any]) -> tuple[str, str]:
    """The addresses of the page before and of the one after, with the filters of this one; empty where none is."""
    return _at(request, BEFORE, page.before), _at(request, AFTER, page.after)


def _at(request: HttpRequest, name: str, mark: str) -> str:
    return address(request.path, request.GET, {name: mark}) if mark else ""
