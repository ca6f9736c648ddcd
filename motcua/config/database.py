"""Where the database is: an external PostgreSQL by address, or the embedded one under the data folder."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def settings(address: str | None, data_dir: Path) -> dict[str, Any]:
    """Django's entry for the database at `address`, or for the embedded one in `data_dir`."""
    parts = urlsplit(address or embedded_address(data_dir))
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


def embedded_address(data_dir: Path) -> str:
    """The address of the embedded server's socket."""
    raise NotImplementedError(data_dir)


def kept_secret(data_dir: Path) -> str:
    """The signing key of this installation, made at the first start and kept in the data folder."""
    file = data_dir / "secret"
    if not file.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(48))
    return file.read_text()
