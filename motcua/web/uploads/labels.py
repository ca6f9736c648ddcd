"""What a paper is called and where its sender goes on: said by the package whose paper it is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True)
class Label:
    """The name of a paper, the page from which it was opened, and where one that is there already can be chosen."""

    name: str
    back: str
    choose: str = ""


Resolve = Callable[[HttpRequest, str], Label | None]
_KNOWN: dict[str, Resolve] = {}


def name_places(prefix: str, resolve: Resolve) -> None:
    """Places that begin with this word are named by `resolve`, which answers None for what is not the asker's."""
    _KNOWN[prefix] = resolve


def label_of(request: HttpRequest, place: str) -> Label | None:
    """The label of a paper, when somebody has one for it."""
    resolve = _KNOWN.get(place.partition("-")[0])
    return resolve(request, place) if resolve else None
