"""Files under their own digest: written whole or not at all, stored once, checked whenever they are read."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage, default_storage

from motcua.domain.regulation.answers import Refused

from .models import StoredFile


class FileBroken(Refused):
    """A stored file is not what was stored; nobody makes it anew, it is restored from the backup."""


class FileLost(FileBroken):
    """A stored file is gone."""


class FileChanged(FileBroken):
    """A stored file has other content than its digest says."""


class AtomicFileStorage(FileSystemStorage):
    """Files on this machine that are there whole and safely on disk, or not there at all."""

    def _save(self, name: str, content: File) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=target.parent, prefix=".unfinished-")
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            Path(unfinished).replace(target)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
        return name

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        """The name itself: under a digest there can only be the same content."""
        return name


def keep(data: bytes, *, kind: StoredFile.Kind, pages: int, at: datetime) -> StoredFile:
    """Store these bytes, unless they already are, and give their record.

    The file is written before the record: a record without its file can not happen, a file whose
    transaction failed is found again by the next one with the same content.
    """
    digest = hashlib.sha256(data).hexdigest()
    if not default_storage.exists(path_of(digest)):
        default_storage.save(path_of(digest), ContentFile(data))
    record = StoredFile(sha256=digest, size=len(data), kind=kind, pages=pages, stored_at=at)
    StoredFile.objects.bulk_create([record], ignore_conflicts=True)
    return StoredFile.objects.get(sha256=digest)


def read(file: StoredFile) -> bytes:
    """The bytes of a stored file, exactly as they were stored, or a plain refusal."""
    try:
        with default_storage.open(path_of(file.sha256)) as stored:
            data = stored.read()
    except FileNotFoundError:
        raise FileLost(
            f"Không tìm thấy tệp đã lưu {file.sha256[:12]}: hãy báo quản trị để khôi phục từ bản sao lưu."
        ) from None
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise FileChanged(
            f"Nội dung tệp đã lưu {file.sha256[:12]} đã bị thay đổi: hãy báo quản trị để khôi phục từ bản sao lưu."
        )
    return data


def path_of(digest: str) -> str:
    """Where content with this digest lies below the folder of files."""
    return f"{digest[:2]}/{digest[2:]}"


def faults() -> Iterator[FileBroken]:
    """Every stored file that is lost or changed, for the nightly check."""
    for file in StoredFile.objects.order_by("id").iterator(chunk_size=500):
        try:
            read(file)
        except FileBroken as fault:
            yield fault
