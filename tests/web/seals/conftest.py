"""What the tests of the desk of second seals share."""

import pytest

from tests.sealing import Sealing
from tests.world import World


@pytest.fixture
def seals(world: World) -> Sealing:
    """The province with keepers of seals; nothing is agreed yet."""
    return Sealing(world)


@pytest.fixture
def hanh(seals: Sealing, sits):
    """Hạnh, who keeps the seals, signed in."""
    return sits("hanh")
