"""The files in a letter: examined like what people upload, kept when harmless, else set aside with the reason."""

from datetime import datetime

from motcua.domain.journal.recording import Signs
from motcua.domain.papers import scans, storage
from motcua.domain.papers.models import StoredFile
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused
from motcua.domain.uploads.examination import examined
from motcua.domain.uploads.models import IncomingFile

from .letters import Enclosed
from .letters import Letter as Read
from .models import Enclosure, Letter

MOST_TAKEN = 20  # files of one letter that are examined; each may cost a second


def list_only(letter: Letter, read: Read, why: str) -> None:
    """Write down what lies in it, unexamined."""
    rows = [_row(letter, position, each) for position, each in enumerate(read.enclosed, 1)]
    for row in rows:
        row.why = why
    Enclosure.objects.bulk_create(rows)


def take_in_all(letter: Letter, read: Read, *, by: Signs, at: datetime) -> None:
    """Examine each and keep what is harmless. What was only listed before is looked at now."""
    letter.enclosures.all().delete()
    for position, each in enumerate(read.enclosed, 1):
        row = _row(letter, position, each)
        if letter.is_cut:
            row.why = "Thư quá lớn, tệp chưa tải về: xem trong hộp thư gốc."
        elif position > MOST_TAKEN:
            row.why = f"Thư có hơn {MOST_TAKEN} tệp: tệp này chưa được kiểm tra."
        else:
            _take_in(row, each, by, at)
        row.save(force_insert=True)


def _take_in(row: Enclosure, enclosed: Enclosed, by: Signs, at: datetime) -> None:
    upload = Upload(enclosed.name, enclosed.data)
    try:
        if examined(upload).kind == IncomingFile.Kind.DOCX:
            row.file = storage.keep(enclosed.data, kind=StoredFile.Kind.DOCX, pages=1, at=at)
        else:
            row.scan = scans.take_in(upload, about=row.letter.stream, by=by, at=at)
    except Refused as refused:
        row.why = refused.sentence[:500]


def _row(letter: Letter, position: int, each: Enclosed) -> Enclosure:
    name = Upload(each.name, b"").shown_name
    return Enclosure(letter=letter, position=position, name=name, media=each.media[:100], size=len(each.data))
