"""The postal desk, and a post that misbehaves."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.carrier import Simulator, simulator
from tests.posted import Desk
from tests.world import World


@pytest.fixture
def desk(world: World) -> Desk:
    return Desk(world)


@pytest.fixture
def carrier(settings: Any) -> Iterator[Simulator]:
    """A post on the loopback, asked over HTTP."""
    with simulator() as one:
        settings.POST_URL, settings.POST_SECRET, settings.POST_SECONDS = one.url, one.secret, 0.3
        yield one
