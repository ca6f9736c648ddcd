"""Who is sent in the tests: Quang sends Tâm, who is fit; Hải answers for the Centre."""

from typing import Any

from motcua.domain.organisations.models import Officer
from motcua.domain.procedures import queries as procedures
from motcua.domain.secondments import acts
from motcua.domain.secondments.acts import Nomination
from motcua.domain.secondments.models import Secondment
from motcua.domain.secondments.terms import Part, Rank, Rating
from tests.moments import moment
from tests.people import PLANNING
from tests.world import World

MAY, JUNE = moment("2024-05-20 09:00"), moment("2024-05-21 09:00")
FIRST, LAST = moment("2024-06-03").date(), moment("2025-06-02").date()


def says(world: World, **other: Any) -> Nomination:
    """All that the standards ask."""
    known = procedures.fields_in_use(FIRST, owner=PLANNING)
    given: dict[str, Any] = {
        "part": Part.MAIN, "title": "Trưởng phòng", "division": "Phòng Đăng ký kinh doanh", "rank": Rank.HEAD,
        "years": 8, "rating": Rating.WELL, "roles": ("appraise", "approve"), "fields": [each.code for each in known],
        "from_on": FIRST, "to_on": LAST, "document": "123/SKHĐT-VP ngày 17/05/2024",
    }  # fmt: skip
    return Nomination(**{**given, **other})


def nominated(world: World, who: str = "tam", **other: Any) -> Secondment:
    """Quang sends one of his officials."""
    return acts.nominate(
        world[who], office=world.offices[PLANNING], says=says(world, **other), by=world["quang"], at=MAY
    )


def accepted(world: World, head: Officer, **other: Any) -> Secondment:
    """The Centre has accepted."""
    return acts.accept_official(nominated(world, **other), by=head, at=JUNE)
