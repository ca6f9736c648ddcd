"""What an official may do today and from what it follows, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.domain.organisations.queries import office_names
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.naming import held_by
from motcua.domain.vietnamese.dates import local_day, show_date
from motcua.web.components.desks import desks_of

from .forms import DUTIES

POWERS = {"approve": "Được ký phê duyệt", "appraise": "Được thẩm định"}


@dataclass(frozen=True)
class Right:
    """What may be done, and the posting or decision that says so."""

    words: str
    source: str


@dataclass(frozen=True)
class Rights:
    """All rights of a day, and the desks that open with them."""

    rights: tuple[Right, ...]
    desks: tuple[str, ...]


def rights_of(officer: Any, at: datetime) -> Rights:
    """The rights of today: from postings by role, from decisions by procedure."""
    held = officer.held_at(at)
    seats = office_names(each.seat_id for each in held if each.seat_id)
    from_postings = tuple(
        Right(_sentence(role), _source(each, seats.get(each.seat_id or 0, "")))
        for each in held
        for role in Role
        if role in each.roles
    )
    named = (
        Right(
            f"{POWERS[each.power]} {each.procedures} thủ tục",
            f"Quyết định {each.decision} ngày {show_date(each.decided_on)}",
        )
        for each in held_by(officer, local_day(at))
    )
    return Rights((*from_postings, *named), tuple(desk.title for desk in desks_of(officer, at)))


def roles_in(roles: Iterable[str]) -> list[str]:
    """The names of roles, always in the same order."""
    held = set(roles)
    return [role.label for role in Role if role in held]


def _sentence(role: Role) -> str:
    duty = DUTIES[role]
    return f"{duty[:1].upper()}{duty[1:]}"


def _source(held: Any, seat: str) -> str:
    since = f"{held.title}, {held.office_name}, từ ngày {show_date(held.from_on)}"
    until = f" đến hết ngày {show_date(held.to_on)}" if held.to_on else ""
    return f"{since}{until}{f'; ngồi tại {seat}' if seat else ''}"
