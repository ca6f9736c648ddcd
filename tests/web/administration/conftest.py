"""What the tests of the administrator's desk share."""

from collections.abc import Iterator

import pytest

from motcua.domain.working_days import queries
from tests.web.at_desk import Official
from tests.world import World

HERE = "/quan-tri/"


@pytest.fixture
def kien(world: World) -> Official:
    """Kiên, who administers."""
    return Official(world, "kien")


@pytest.fixture(autouse=True)
def _calendar_is_read_anew(db: None) -> Iterator[None]:
    queries.forget()
    yield
    queries.forget()
