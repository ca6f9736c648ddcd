"""What the tests of the Centre's desk share: some dossiers in every group, and how a page is read."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.delivery import handover
from tests.world import World, moment

FRIDAY = "2024-05-31 08:00"


@pytest.fixture
def busy(world: World) -> World:
    """On Friday morning one is overdue, one falls due, two soon, one was not passed on, one result lies there."""
    return fill(world)


def fill(world: World) -> World:
    """The same, in a database of its own."""
    world.in_appraisal("2024-05-27")
    world.at_approval("2024-05-28")
    processing.transfer(world.received("2024-05-29"), by=world["lan"], at=moment("2024-05-29"))
    world.received("2024-05-30 08:00")
    world.at_centre("2024-05-28")
    kept = world.at_centre("2024-05-29")
    handover.keep_uncollected(kept, shelf="A2-14", by=world["ngoc"], at=moment("2024-05-30"))
    world.awaiting_supplement("2024-04-01", asked="2024-04-10")
    return world


@pytest.fixture(autouse=True)
def nothing_kept(db: None) -> Iterator[None]:
    """A month counted in one test is not remembered in the next."""
    cache.clear()
    yield
