"""Where the database is: an external PostgreSQL by address, or the embedded one under the data folder."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import psycopg

from motcua.config import embedded, training
from motcua.config.binaries import CannotStart

OLDEST = 15


def data_folder() -> Path:
    """Where this installation keeps what it must not lose: DATA_DIR, or `var` here; a training copy below it."""
    folder = Path(os.environ.get("DATA_DIR") or "var").resolve()
    return folder / training.FOLDER if training.is_on() else folder


@contextlib.contextmanager
def running() -> Iterator[str]:
    """The address of a database that answers: the one of DATABASE_URL, else the embedded one, started if need be."""
    if external := os.environ.get("DATABASE_URL"):
        _check(external)
        training.check(external)
        yield external
    else:
        with embedded.running(data_folder()) as address:
            training.check(address)
            yield address


def _check(address: str) -> None:
    try:
        with psycopg.connect(address, connect_timeout=5) as connection:
            major = connection.info.server_version // 10000
    except psycopg.Error as error:
        reason = str(error).strip().rpartition("\n")[2]
        raise CannotStart(f"Không nối được cơ sở dữ liệu trong DATABASE_URL: {reason}") from error
    if major < OLDEST:
        raise CannotStart(f"Cơ sở dữ liệu trong DATABASE_URL là PostgreSQL {major}; cần từ {OLDEST} trở lên.")


def settings(address: str | None, data_dir: Path) -> dict[str, Any]:
    """Django's entry for the database at `address`, or for the embedded one in `data_dir`."""
    parts = urlsplit(address or embedded.address(data_dir))
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    host, port = query.pop("host", ""), query.pop("port", "")
    return {
        "ENGINE": "motcua.config.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or host,
        "PORT": str(parts.port or port),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,  # our engine sees for itself whether a connection died with its server
        "OPTIONS": {"prepare_threshold": 0, "pool": {"min_size": 1, "max_size": 8, "timeout": 10}, **query},
    }


def kept_secret(data_dir: Path) -> str:
    """The signing key of this installation, made at the first start and kept in the data folder."""
    file = data_dir / "secret"
    if not file.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        unfinished = data_dir / f"secret.{secrets.token_hex(4)}"
        unfinished.touch(mode=0o600)
        unfinished.write_text(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            file.hardlink_to(unfinished)  # of two programs that start together, both use the first one's key
        unfinished.unlink()
    return file.read_text()
