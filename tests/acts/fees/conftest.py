"""What the tests of money share."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.gateway import SECRET, Simulator, simulator
from tests.money import CashDesk
from tests.world import World


@pytest.fixture
def desk(world: World) -> CashDesk:
    """The cash desk of the small province; no book is open yet."""
    return CashDesk(world)


@pytest.fixture
def gateway(settings: Any) -> Iterator[Simulator]:
    """A gateway on the loopback, asked over HTTP."""
    with simulator() as one:
        settings.GATEWAY_URL, settings.GATEWAY_SECRET, settings.GATEWAY_SECONDS = one.url, SECRET, 0.3
        settings.GATEWAY_PARTNER = "H49"
        yield one
