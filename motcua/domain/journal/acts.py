"""What makes a function an act: one transaction, one name for the journal, its clauses in the register."""

import functools
from collections.abc import Callable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from django.db import transaction

from motcua.domain.regulation import citations

P = ParamSpec("P")
R = TypeVar("R")

_inside: ContextVar[bool] = ContextVar("inside_an_act", default=False)
ACTS: dict[str, tuple[str, ...]] = {}


def act(*clauses: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Mark a function as an act under these clauses of the regulation.

    The outermost act opens the transaction; an act called by another joins it, so
    that either all of it happened or nothing did.
    """

    def enter(function: Callable[P, R]) -> Callable[P, R]:
        name = function.__name__
        if name in ACTS:
            raise ValueError(f"two acts are named {name}")
        ACTS[name] = clauses
        citations.cite(citations.Kind.ACT, f"{function.__module__}.{name}", *clauses)

        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            with together():
                return function(*args, **kwargs)

        return run

    return enter


def is_inside() -> bool:
    """Whether an act is being carried out right now: what must not wait for others outside asks."""
    return _inside.get()


class together:  # noqa: N801 - used as a statement, like `atomic`
    """One transaction for several acts; inside another one no savepoint is spent."""

    def __enter__(self) -> None:
        self._outer = not _inside.get()
        self._atomic = transaction.atomic(savepoint=self._outer)
        self._atomic.__enter__()
        self._token = _inside.set(True)

    def __exit__(self, *error: object) -> None:
        _inside.reset(self._token)
        self._atomic.__exit__(*error)  # type: ignore[arg-type]
