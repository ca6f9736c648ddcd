"""The officials of the demo: registered, posted, and given an account each."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from motcua.domain.journal.recording import Signs
from motcua.domain.organisations import acts
from motcua.domain.organisations.queries import office
from motcua.domain.working_days.limit import months_after

from .files import table

TERM_IN_MONTHS = 24


@dataclass(frozen=True)
class Official:
    """One official; `seat` is the code of the one-stop where he or she works, empty for the own office."""

    username: str
    name: str
    office: str
    title: str
    roles: tuple[str, ...]
    seat: str


def officials() -> list[Official]:
    """All officials in the order of the file."""
    return [_official(row) for row in table("officials.toml")["officer"]]


def password() -> str:
    """The password of every demo account."""
    return str(table("officials.toml")["password"])


def decision_of_head(office_code: str) -> str:
    """The number of the decision by which the head of this body names who appraises and approves."""
    return str(table("officials.toml")["authorisation_decisions"][office_code])


def post_officials(*, seated_from: date, by: Signs, at: datetime) -> None:
    """Register and post them all: those seated at a one-stop for a term from a day on, the others without an end."""
    since, hashed = table("province.toml")["since"], acts.Hashed(make_password(password()))
    for number, official in enumerate(officials(), start=1):
        officer = acts.register_officer(
            official.username, name=official.name, phone=f"02033500{number:03}", by=by, at=at
        )
        seat = office(official.seat) if official.seat else None
        position = acts.Position(office(official.office), official.title, official.roles, seat)
        acts.appoint(officer, position=position, **_term(official, since, seated_from), by=by, at=at)
        acts.give_account(officer, username=official.username, password=hashed, by=by, at=at)


def _official(row: dict[str, Any]) -> Official:
    return Official(
        username=row["username"],
        name=row["name"],
        office=row["office"],
        title=row["title"],
        roles=tuple(row["roles"]),
        seat=one_stop_of(row["office"]) if row.get("seated") else "",
    )


def one_stop_of(office_code: str) -> str:
    """Where a body's officials sit for the public: districts have a centre of their own."""
    number, _, _ = office_code.partition("-")
    return f"{number}-trung-tam" if number.isdecimal() else "trung-tam"


def _term(official: Official, since: date, seated_from: date) -> dict[str, Any]:
    if not official.seat:
        return {"from_on": since}
    last = months_after(seated_from, TERM_IN_MONTHS) - timedelta(days=1)
    return {"from_on": seated_from, "to_on": last, "decision": table("officials.toml")["secondment_decision"]}
