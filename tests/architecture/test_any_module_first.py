"""The modules that a program begins with can be read first, in a process of their own: no ring of imports hides."""

import subprocess
import sys

import pytest

FIRST = (
    "motcua.demo.loading",
    "motcua.domain.dossiers.intake",
    "motcua.domain.dossiers.delivery.handover",
    "motcua.domain.dossiers.filed_together.bundles",
    "motcua.domain.dossiers.possible",
    "motcua.jobs.nightly",
    "motcua.jobs.ahead",
)


@pytest.mark.parametrize("module", FIRST)
def test_it_can_be_read_first(module: str) -> None:
    code = f"import django; django.setup(); import {module}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
