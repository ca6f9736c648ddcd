"""Where the bytes of incoming files lie: a folder for each, gone with it.

A piece is on the disk before the row says so. Whoever is killed in between loses that piece alone: the next one is
written over it, at the place that the row knows.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

SENT, CONTENT, THUMBNAIL = "sent", "content", "thumbnail.png"


def append(key: UUID, offset: int, data: bytes) -> None:
    """Write what has come, behind the bytes that were there; what lies behind that is of somebody who was killed."""
    file = _file(key, SENT)
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.truncate(offset)
        opened.seek(offset)
        opened.write(data)
        opened.flush()
        os.fsync(handle)


def sent(key: UUID, size: int) -> bytes:
    """What was sent, whole."""
    file = _file(key, SENT)
    return file.read_bytes()[:size] if size else b""


def keep(key: UUID, content: bytes, thumbnail: bytes) -> None:
    """Lay down what is kept of a file, whole or not at all."""
    for name, data in ((CONTENT, content), (THUMBNAIL, thumbnail)):
        file = _file(key, name)
        unfinished = file.with_name(f".{name}")
        file.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        unfinished.replace(file)


def content(key: UUID) -> bytes:
    """What is kept of a file."""
    return _file(key, CONTENT).read_bytes()


def thumbnail(key: UUID) -> bytes:
    """Its first page, small."""
    return _file(key, THUMBNAIL).read_bytes()


def forget_sent(key: UUID) -> None:
    """Remove what was sent: what is kept was made from it, without the place where a photo was taken."""
    _file(key, SENT).unlink(missing_ok=True)


def forget(key: UUID) -> None:
    """Remove everything of a file."""
    shutil.rmtree(_file(key, SENT).parent, ignore_errors=True)


def keys_before(moment: float) -> Iterator[UUID]:
    """The files whose folder nobody has touched since this moment (seconds since 1970)."""
    for folder in Path(settings.INCOMING_FOLDER).glob("??/*"):
        if folder.stat().st_mtime < moment:
            yield UUID(folder.name)


def free_bytes() -> int:
    """How much room the disk has."""
    folder = Path(settings.INCOMING_FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(folder).free


def _file(key: UUID, name: str) -> Path:
    return Path(settings.INCOMING_FOLDER) / str(key)[:2] / str(key) / name
