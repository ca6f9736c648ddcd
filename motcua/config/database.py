"""Where the database is: an external PostgreSQL by address, or the embedded one under the data folder."""

import contextlib
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from motcua.config import embedded


def settings(address: str | None, data_dir: Path) -> dict[str, Any]:
    """Django's entry for the database at `address`, or for the embedded one in `data_dir`."""
    parts = urlsplit(address or embedded.address(data_dir))
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or query.get("host", ""),
        "PORT": str(parts.port or query.get("port", "")),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
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
            file.hardlink_to(unfinished)  # two programs that start together agree on the first one's key
        unfinished.unlink()
    return file.read_text()
