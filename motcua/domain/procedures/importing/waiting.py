"""A file between the trial and the taking in, so that nobody has to choose it twice."""

from datetime import datetime
from enum import StrEnum

from motcua.domain.journal.recording import Signs
from motcua.domain.vietnamese.text import clean

from ..models import WaitingFile
from .importing import NotAFile
from .report import Report

LARGEST = 20 * 1024 * 1024
LONGEST_NAME = 150


class Content(StrEnum):
    """What a file holds."""

    PROCEDURES = "procedures"
    PROCESS = "process"


def keep(content: bytes, *, kind: Content, name: str, by: Signs, at: datetime, trial: Report | None = None) -> int:
    """Keep a file for its sender, with what came of trying it, and give its number; the one before is forgotten."""
    if len(content) > LARGEST:
        size = LARGEST // 1024 // 1024
        raise NotAFile(f"Tệp lớn quá {size} MB. Hãy chia thành nhiều tệp, hoặc nhập bằng dòng lệnh.")
    if not content:
        raise NotAFile("Tệp rỗng (0 byte). Hãy chọn tệp khác.")
    given = {"kind": kind, "name": clean(name)[-LONGEST_NAME:] or "không tên", "content": content, "at": at}
    rows = trial.as_plain() if trial else []
    WaitingFile.objects.filter(by_code=by.code).delete()
    return WaitingFile.objects.create(by_code=by.code, trial=rows, **given).pk


def waiting(pk: int, *, kind: Content, by: Signs) -> WaitingFile:
    """A file that its sender tried; raises `WaitingFile.DoesNotExist` for anybody else."""
    return WaitingFile.objects.get(pk=pk, kind=kind, by_code=by.code)


def taken(pk: int, *, by: Signs) -> None:
    """Forget a file that was taken in."""
    WaitingFile.objects.filter(pk=pk, by_code=by.code).delete()
