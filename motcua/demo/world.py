"""The bodies and officials of the loaded demo, each read once from the database."""

from functools import cached_property

from motcua.domain.organisations import queries
from motcua.domain.organisations.models import Office, Officer

from .staff import officials


class World:
    """Who is there and which bodies there are, by their codes."""

    def __init__(self) -> None:
        self._offices: dict[str, Office] = {}

    def office(self, code: str) -> Office:
        """A body by its code."""
        if code not in self._offices:
            self._offices[code] = queries.office(code)
        return self._offices[code]

    def officer(self, code: str) -> Officer:
        """An official by code, with all postings."""
        return self._officers[code]

    def head_of(self, office_code: str) -> Officer:
        """The head of a body."""
        return self.holders(office_code, "head")[0]

    def body_of(self, officer: Officer) -> str:
        """The code of the body to which an official is posted."""
        return officer.held[0].body_code

    def holders(self, office_code: str, *roles: str) -> list[Officer]:
        """Who holds one of these roles in a body or in one of its divisions, in the order of the file."""
        return [
            officer
            for officer in self._officers.values()
            if any(held.body_code == office_code and held.roles & set(roles) for held in officer.held)
        ]

    def at_desk(self, one_stop_code: str, role: str) -> list[Officer]:
        """Who works with this role at a one-stop: its own officials and those seated there."""
        place = self.office(one_stop_code).pk
        return [
            officer
            for officer in self._officers.values()
            if any(place in held.places() and role in held.roles for held in officer.held)
        ]

    @cached_property
    def _officers(self) -> dict[str, Officer]:
        return {official.username: queries.officer(official.username) for official in officials()}
