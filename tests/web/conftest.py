"""What the tests of all desks share: the cast, each with a browser."""

from collections.abc import Callable

import pytest

from tests.web.at_desk import Official
from tests.world import World


@pytest.fixture
def sits(world: World) -> Callable[[str], Official]:
    """Gives one of the cast, signed in."""
    return lambda code: Official(world, code)
