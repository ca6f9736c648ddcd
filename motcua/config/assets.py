"""The collected static files: compressed, with hashed names, made again only when a source has changed."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from motcua.config.binaries import CannotStart


def collect_if_stale() -> None:
    """Collect the static files, unless what was collected last came from these very sources."""
    if not settings.VENDOR.exists():
        raise CannotStart(f"Thiếu các tệp giao diện trong {settings.VENDOR}: hãy chạy make run.")
    seal, sources = Path(settings.STATIC_ROOT) / ".sources", _digest_of_sources()
    if seal.exists() and seal.read_text() == sources:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    seal.write_text(sources)


def _digest_of_sources() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            source = Path(storage.path(name)).stat()
            digest.update(f"{name} {source.st_size} {source.st_mtime_ns}\n".encode())
    return digest.hexdigest()
