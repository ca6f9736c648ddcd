"""Whose a piece of feedback is, and which of the three ways of Điều 4 khoản 6 điểm b it goes: one table, pure."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule


class Kind(StrEnum):
    """What somebody says: about work, about a rule, or what a law of its own settles."""

    CENTRE = "centre"
    CONDUCT = "conduct"
    HANDLING = "handling"
    RULE = "rule"
    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"


class Level(StrEnum):
    """Which kind of body it is about."""

    CENTRE = "centre"
    DEPARTMENT = "department"
    DISTRICT = "district"
    DISTRICT_CENTRE = "district_centre"
    COMMUNE = "commune"
    PROVINCE = "province"


class Owner(StrEnum):
    """Who has to answer, as seen from the body that it is about."""

    CENTRE = "centre"
    ITSELF = "itself"
    ABOVE = "above"


class Way(IntEnum):
    """The three ways of 4.6.b; the fourth is the way of the laws on complaints and denunciations."""

    CENTRES_OWN = 1
    BODY_CONCERNED = 2
    REPORTED = 3
    BY_ITS_LAW = 4


@dataclass(frozen=True)
class Route:
    """Which way it goes, who has it, and the clause that says so."""

    way: Way
    owner: Owner
    clause: str


class NoRoute(Refused):
    """No rule says whose it is: the body was not named, or can not own it."""

    clause = "3.2"


_BODIES = (Level.DEPARTMENT, Level.DISTRICT, Level.DISTRICT_CENTRE, Level.COMMUNE)
_CLAUSE = {Level.DEPARTMENT: "5.5.a"}  # the others: 7.5

_OWN = Route(Way.CENTRES_OWN, Owner.CENTRE, "4.6.b-1")
_RULE = Route(Way.REPORTED, Owner.CENTRE, "4.6.b-3")

_TABLE: dict[tuple[Kind, Level], Route] = {
    **{(kind, Level.CENTRE): _OWN for kind in (Kind.CENTRE, Kind.CONDUCT, Kind.HANDLING)},
    **{
        (kind, level): Route(Way.BODY_CONCERNED, Owner.ITSELF, "4.6.b-2")
        for kind in (Kind.CONDUCT, Kind.HANDLING)
        for level in _BODIES
    },
    **{(Kind.RULE, level): _RULE for level in Level},
    **{(Kind.COMPLAINT, level): Route(Way.BY_ITS_LAW, Owner.ITSELF, "4.6.a") for level in Level},
    **{(Kind.DENUNCIATION, level): Route(Way.BY_ITS_LAW, Owner.ABOVE, "4.6.a") for level in Level},
    (Kind.DENUNCIATION, Level.PROVINCE): Route(Way.BY_ITS_LAW, Owner.ITSELF, "4.6.a"),
}


@rule("4.6.b-1", "4.6.b-2", "4.6.b-3", "3.2")
def route_of(kind: Kind, about: Level) -> Route:
    """The one way for what is said about such a body; refused where the table has none.

    A denunciation never goes to the body of who is denounced but to the one above it.
    """
    try:
        return _TABLE[kind, about]
    except KeyError:
        raise NoRoute(
            "Quy chế không giao loại phản ánh này cho cơ quan ấy: chọn lại loại hoặc nơi bị phản ánh."
        ) from None


@rule("5.5.a", "7.5")
def outcome_clause(about: Level) -> str:
    """Under which clause the body that was given it owes the Centre its outcome."""
    return _CLAUSE.get(about, "7.5")
