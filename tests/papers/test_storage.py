"""Content lies under its digest, whole or not at all, and once."""

import threading
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connections, transaction

from motcua.domain.papers import storage
from motcua.domain.papers.models import StoredFile

from .samples import moment

AT = moment("2019-05-27", "09:05")


def keep(data: bytes) -> StoredFile:
    return storage.keep(data, kind=StoredFile.Kind.PDF, pages=1, at=AT)


@pytest.mark.django_db
class TestKeeping:
    def test_what_was_kept_is_read_back(self):
        assert storage.read(keep(b"mot cua")) == b"mot cua"

    def test_the_place_is_the_digest(self, files: Path):
        file = keep(b"mot cua")
        assert (files / file.sha256[:2] / file.sha256[2:]).read_bytes() == b"mot cua"

    def test_the_same_content_is_stored_once(self, files: Path):
        assert keep(b"mot cua") == keep(b"mot cua")
        assert len([each for each in files.rglob("*") if each.is_file()]) == 1

    def test_a_record_is_for_good(self):
        keep(b"mot cua")
        with pytest.raises(DatabaseError), transaction.atomic():
            StoredFile.objects.update(size=1)
        with pytest.raises(DatabaseError), transaction.atomic():
            StoredFile.objects.get().delete()

    def test_a_file_left_by_a_failed_transaction_is_taken_up_again(self, files: Path):
        with pytest.raises(RuntimeError), transaction.atomic():
            keep(b"mot cua")
            raise RuntimeError
        assert not StoredFile.objects.exists()
        assert storage.read(keep(b"mot cua")) == b"mot cua"

    def test_all_is_well_when_nothing_was_touched(self):
        keep(b"mot"), keep(b"cua")
        assert list(storage.faults()) == []


def test_a_write_that_breaks_off_leaves_nothing(files: Path):
    class Breaks(ContentFile):
        def chunks(self, chunk_size: int | None = None):
            yield b"half"
            raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        default_storage.save("ab/cd", Breaks(b""))
    assert [each for each in files.rglob("*") if each.is_file()] == []


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_store_one_file(files: Path):
    together = threading.Barrier(8)

    def store() -> None:
        together.wait()
        keep(b"mot cua" * 1000)
        connections.close_all()

    threads = [threading.Thread(target=store) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert StoredFile.objects.count() == 1
    assert len([each for each in files.rglob("*") if each.is_file()]) == 1
