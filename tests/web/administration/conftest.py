"""What the tests of the administrator's desk share."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from motcua.domain.organisations import acts
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.working_days import queries
from tests.people import CENTRE
from tests.web.at_desk import MORNING, Official, words_of
from tests.world import World, moment

HERE = "/quan-tri/"


@pytest.fixture
def kien(world: World) -> Official:
    """Kiên, who administers."""
    return Official(world, "kien")


@pytest.fixture
def second(world: World) -> Official:
    """Mai, who administers as well, and confirms what Kiên proposed."""
    position = acts.Position(world.offices[CENTRE], "Phó Trưởng phòng", (Role.ADMIN,))
    acts.appoint(world["mai"], position=position, from_on=date(2019, 6, 1), by=Founder(), at=moment("2019-06-01"))
    return Official(world, "mai")


def confirm(second: Official, answer: Any, at: str = MORNING) -> None:
    """Say yes to what was just proposed."""
    assert answer.status_code == 302, words_of(answer)
    assert second.sends(f"{answer.headers['Location']}xac-nhan/", at).status_code == 302


@pytest.fixture(autouse=True)
def _calendar_is_read_anew(db: None) -> Iterator[None]:
    queries.forget()
    yield
    queries.forget()
