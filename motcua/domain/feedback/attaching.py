"""What shows what was said: the recording of a call, letters as scanned, pictures; checked, kept, given to who may see.

A voice, a handwriting and a profile name who spoke. Where that is hidden from the body concerned they stay with the
Centre; of papers a copy can go along in which nobody is named.
"""

from datetime import datetime

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import recordings, scans, storage
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Answer, Refused, no, require
from motcua.domain.regulation.citations import rule

from . import policies
from .models import Attachment, Feedback
from .terms import State

MOST = 20


class TooMany(Refused):
    """More files than anybody reads."""

    clause = "4.6.a"


class NotHidden(Refused):
    """A recording can not be one in which nobody is named."""

    clause = "4.6.a"


@rule("4.6.a")
def may_attach(by: Officer, item: Feedback, at: datetime) -> Answer:
    """An inspector of the Centre, until it is answered."""
    if item.state in (State.ANSWERED, State.MERGED):
        return no("Phản ánh này đã xong: không đưa thêm tài liệu vào.", "4.6.a")
    return policies.may_route(by, item, at)


@act("4.6.a")
def attach_file(item: Feedback, upload: Upload, *, names_nobody: bool = False, by: Officer, at: datetime) -> Attachment:
    """Keep a file with it; `names_nobody` says that the body concerned may see it whoever asked to stay unknown."""
    item = Feedback.objects.select_for_update().get(pk=item.pk)
    require(may_attach(by, item, at))
    if item.attachments.count() >= MOST:
        raise TooMany(f"Phản ánh này đã có {MOST} tài liệu kèm theo.")
    kept = kept_with(item, upload, by=by, at=at)
    if names_nobody and kept.recording is not None:
        raise NotHidden("Giọng nói cho biết ai đã nói: không đánh dấu ghi âm là không lộ người phản ánh.")
    kept.names_nobody = names_nobody
    kept.save(force_insert=True)
    kind = "ghi âm" if kept.recording else "bản quét, ảnh"
    record(attach_file, about=item, by=by, at=at, code=item.code, kind=kind, names_nobody=names_nobody)
    return kept


def kept_with(item: Feedback, upload: Upload, *, by: Officer, at: datetime) -> Attachment:
    """The file checked and stored, as sound or as a paper; its row is not saved yet."""
    kept = Attachment(feedback=item, name=upload.shown_name, added_by=by, added_at=at)
    if recordings.is_sound(upload):
        kept.recording = recordings.take_in(upload, at=at)
    else:
        kept.scan = scans.take_in(upload, about=item.stream, by=by, at=at)
    return kept


def attachments(item: Feedback, by: Officer, at: datetime) -> list[Attachment]:
    """What this official may open of one that was already obtained, in the order in which it came."""
    rows = item.attachments.select_related("scan__file", "recording", "added_by").order_by("id")
    return list(rows if policies.may_have_files(by, item, at) else rows.filter(names_nobody=True))


def attachment(item: Feedback, number: int, by: Officer, at: datetime) -> Attachment:
    """One of them; raises `Attachment.DoesNotExist` also when it may not be opened."""
    found: Attachment = item.attachments.select_related("scan__file", "recording").get(pk=number)
    if not (found.names_nobody or policies.may_have_files(by, item, at)):
        raise Attachment.DoesNotExist
    return found


def content_of(kept: Attachment) -> tuple[bytes, str]:
    """The bytes of one that was already obtained, and what they are: a PDF, or a kind of sound."""
    if kept.recording is not None:
        return storage.read(kept.recording), kept.recording.kind
    return (scans.bytes_of(kept.scan) if kept.scan else b""), "pdf"
