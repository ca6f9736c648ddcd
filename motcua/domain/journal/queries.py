"""Reading the journal: the timeline of one thing, newest last."""

from collections.abc import Iterable
from typing import Any

from .models import Entry


def entries(about: Any) -> list[Entry]:
    """Everything that happened to a thing (anything with a `stream`), in order."""
    return list(Entry.objects.filter(stream=about.stream).order_by("number"))


def entries_of(streams: Iterable[str]) -> Iterable[Entry]:
    """The lines of several streams, stream by stream, in order: for checks that walk over all of them."""
    return Entry.objects.filter(stream__in=list(streams)).order_by("stream", "number").iterator(chunk_size=2000)
