"""Harm done behind the back of the acts, each undone before the next: what they are done to is built only once."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def undone() -> Iterator[None]:
    """What is written within never happened."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def unseen(
    harms: dict[str, tuple[Callable[[Any], object], str]], to: Any, by: Callable[[], Iterable[str]]
) -> list[str]:
    """The harms that a check does not see: each is named, with how it is done and what the check then says."""
    return [name for name, (do, words) in harms.items() if not _is_seen(do, words, to, by)]


def _is_seen(do: Callable[[Any], object], words: str, to: Any, by: Callable[[], Iterable[str]]) -> bool:
    with undone():
        do(to)
        return any(words in fault for fault in by())
