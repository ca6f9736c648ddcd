"""Files of these tests lie in a folder of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> Iterator[Path]:
    """The folder of stored files, empty at the start of each test."""
    folder = tmp_path / "files"
    here = {**settings.STORAGES["default"], "OPTIONS": {"location": str(folder)}}
    with override_settings(STORAGES={**settings.STORAGES, "default": here}):
        yield folder
