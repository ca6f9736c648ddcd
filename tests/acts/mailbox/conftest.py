"""The mail server of these tests."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.mailbox import Server, mail_server


@pytest.fixture
def server(tmp_path: Path, settings: Any) -> Iterator[Server]:
    with mail_server(tmp_path, settings) as one:
        yield one
