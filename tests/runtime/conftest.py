"""A data folder of one's own for the tests that start a database or the whole program."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that others may pass through: pytest's own are closed, and root's server is another user."""
    with tempfile.TemporaryDirectory(prefix="motcua-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture
def data_dir() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder
