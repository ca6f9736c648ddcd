"""Gives the tests their database before Django is set up: the one of DATABASE_URL, or an embedded one of their own.

Loaded by `-p tests.database` (see pyproject.toml). With xdist only the controller starts the server; its
workers inherit the address.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

_running = ExitStack()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests():
    if "PYTEST_XDIST_WORKER" not in os.environ:
        _start()
    return (yield)


def _start() -> None:
    atexit.register(_running.close)  # also when pytest gives up before it has begun
    data_dir = Path(tempfile.mkdtemp(prefix="motcua-test-"))
    data_dir.chmod(0o711)  # the server may run as another user than root
    _running.callback(shutil.rmtree, data_dir, ignore_errors=True)
    os.environ["DATA_DIR"] = str(data_dir)
    if "DATABASE_URL" not in os.environ:
        from motcua.config import embedded

        os.environ["DATABASE_URL"] = _running.enter_context(embedded.running(data_dir, for_tests=True))
