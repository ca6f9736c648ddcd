"""Which act, rule, paper, screen or job carries out which clause: filled while the program loads."""

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Callable
from enum import StrEnum
from types import ModuleType
from typing import NamedTuple, TypeVar

from .clauses import clause

F = TypeVar("F", bound=Callable[..., object])


class Kind(StrEnum):
    """What cites."""

    ACT = "act"
    RULE = "rule"
    PAPER = "paper"
    SCREEN = "screen"
    JOB = "job"


class Citation(NamedTuple):
    """One place of the program that carries out a clause."""

    kind: Kind
    name: str


_BY_CLAUSE: dict[str, list[Citation]] = defaultdict(list)


def cite(kind: Kind, name: str, *clauses: str) -> None:
    """Enter `name` under each clause. A clause that the regulation does not have is an error at start."""
    for each in clauses:
        citation = Citation(kind, name)
        if citation not in _BY_CLAUSE[clause(each).id]:
            _BY_CLAUSE[each].append(citation)


def citations() -> dict[str, tuple[Citation, ...]]:
    """All that was cited so far, by clause id."""
    return {each: tuple(found) for each, found in _BY_CLAUSE.items()}


def gather(package: ModuleType) -> None:
    """Load every module of the program, so that all of it has entered what it carries out."""
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not any(part in _NOT_LOADED for part in module.name.split(".")):
            importlib.import_module(module.name)


# Programs that run when they are loaded, and the history of the tables: neither cites anything.
_NOT_LOADED = ("__main__", "wsgi", "migrations")


def rule(*clauses: str) -> Callable[[F], F]:
    """Mark a pure function (a reading, a right, a check) as what carries out these clauses."""

    def enter(function: F) -> F:
        cite(Kind.RULE, f"{function.__module__}.{function.__name__}", *clauses)
        return function

    return enter
