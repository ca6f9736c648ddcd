"""The desks an official may open, in the order of the menu.

A desk enters itself when its addresses are read; what is not installed is in nobody's menu.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language

from motcua.domain.organisations.roles import Role


@cache
def _address_of(url_name: str, language: str | None) -> str:
    """Every page has a menu, and addresses in a language never change while the program runs."""
    return reverse(url_name)


@dataclass(frozen=True)
class Section:
    """One page in a desk's own menu: its title, the name of its address, and for whom (for all at the desk)."""

    title: str
    url_name: str
    roles: frozenset[Role] = frozenset()

    @property
    def address(self) -> str:
        """Where it is."""
        return _address_of(self.url_name, get_language())


@dataclass(frozen=True)
class Desk:
    """A desk: the name of its addresses, its title, who works at it, its pages (the first is its home)."""

    name: str
    title: str
    order: int
    roles: frozenset[Role]
    sections: tuple[Section, ...]
    only: Callable[[Any, datetime], object] | None = None  # who else of them: some desks are of one body alone

    @property
    def address(self) -> str:
        """Its first page."""
        return self.sections[0].address

    def open_to(self, roles: frozenset[str]) -> "Desk":
        """The same desk with the pages that holders of these roles may open."""
        return replace(self, sections=tuple(each for each in self.sections if not each.roles or each.roles & roles))


_DESKS: dict[str, Desk] = {}


Page = tuple[str, str] | tuple[str, str, Iterable[Role]]


def enter(
    name: str,
    title: str,
    *,
    order: int,
    roles: Iterable[Role],
    sections: Iterable[Page],
    only: Callable[[Any, datetime], object] | None = None,
) -> None:
    """Put a desk into the menu of those who hold one of its roles.

    `name` is the desk's `app_name`; a section is a title, the name of its address and, where not all of those at
    the desk may open it, the roles that may. `only` narrows it further: a right that is asked of each.
    """
    pages = tuple(Section(title, url_name, frozenset(*only)) for title, url_name, *only in sections)
    _DESKS[name] = Desk(name, title, order, frozenset(roles), pages, only)


def first_parts() -> list[str]:
    """How the addresses of officials' desks begin: nothing there is for search engines."""
    officials = (each for each in _DESKS.values() if each.roles)
    return sorted({f"/{page.address.split('/')[1]}/" for each in officials for page in each.sections})


def desk(name: str) -> Desk | None:
    """The desk whose addresses carry this name."""
    return _DESKS.get(name)


def desks_of(officer: object, at: datetime) -> tuple[Desk, ...]:
    """The desks open to this official at that moment, in the order of the menu."""
    roles = officer.roles_at(at)  # type: ignore[attr-defined]
    open_ones = (
        each for each in _DESKS.values() if each.roles & roles and (each.only is None or each.only(officer, at))
    )
    mine = (each.open_to(roles) for each in open_ones)
    return tuple(sorted(mine, key=lambda each: each.order))
