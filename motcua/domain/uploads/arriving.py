"""A file comes in pieces: begun, gone on with where it stopped, however often; examined when it is whole.

No acts: nothing has happened to anybody's matter yet, and only who sends sees it. What was not finished is kept for
a day, what is whole for as long as a draft.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import Max

from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import Refused

from . import pieces
from .allowance import UploadRefused, check_all, check_one
from .examination import Examined, examined
from .models import IncomingFile
from .queries import together_with

UNFINISHED_FOR = timedelta(days=1)
KEPT_FOR = timedelta(days=30)  # as long as drafts at the counter: after that it is personal data without a purpose
LARGEST_AT_ONCE = 1024 * 1024  # bytes that are written at a time: who is killed loses no more

State, Kind = IncomingFile.State, IncomingFile.Kind


class WrongOffset(UploadRefused):
    """The piece does not begin where the last one ended: somebody was quicker, or an answer was lost."""


@dataclass(frozen=True)
class Announced:
    """What a sender says of a file before it comes: its name, how large it is, and for which paper."""

    name: str
    size: int
    place: str


def begin(announced: Announced, *, holder: str, at: datetime) -> IncomingFile:
    """Make room for a file of this holder; refused when it or all of them together are too large."""
    name = Upload(announced.name, b"").shown_name
    check_one(name, announced.size)
    with transaction.atomic():
        _one_at_a_time(holder)
        check_all(holder, announced.place, announced.size, at)
        of_the_paper = IncomingFile.objects.filter(holder=holder, place=announced.place)
        last = of_the_paper.aggregate(last=Max("position"))["last"] or 0
        return IncomingFile.objects.create(
            key=uuid4(),
            holder=holder,
            place=announced.place,
            name=name,
            size=announced.size,
            position=last + 1,
            begun_at=at,
            moved_at=at,
        )


def append(key: UUID, *, holder: str, offset: int, data: bytes, at: datetime) -> IncomingFile:
    """Write a piece behind those that are there; raises `IncomingFile.DoesNotExist` for what is not this holder's."""
    with transaction.atomic():
        incoming = under_way(IncomingFile.objects.select_for_update().get(key=key, holder=holder), at)
        if incoming.arrived != offset:
            raise WrongOffset(f"Đã nhận {incoming.arrived} byte, không phải {offset}: hãy gửi tiếp từ chỗ đó.")
        if offset + len(data) > incoming.size:
            raise UploadRefused("Tệp gửi lên dài hơn dung lượng đã báo: hãy gửi lại từ đầu.")
        pieces.append(key, offset, data)
        incoming.arrived += len(data)
        incoming.moved_at = at
        incoming.save(update_fields=["arrived", "moved_at"])
        return incoming


def finish(incoming: IncomingFile, *, at: datetime) -> IncomingFile:
    """Examine a file that is whole, once; gives it kept or refused. Who was killed over it is asked again."""
    if incoming.state != State.ARRIVING or not incoming.is_whole:
        return incoming
    try:
        data = pieces.sent(incoming.key, incoming.size)
    except FileNotFoundError:  # examined twice at once, and the other is done
        return IncomingFile.objects.get(key=incoming.key)
    incoming.sha256 = hashlib.sha256(data).hexdigest()
    try:
        found = examined(Upload(incoming.name, data))
        done = _keep(incoming, found, at)
    except Refused as refused:
        done = _refuse(incoming, refused.sentence, at)
    pieces.forget_sent(incoming.key)
    return done


def take_whole(upload: Upload, *, place: str, holder: str, at: datetime) -> IncomingFile:
    """Take in a file that came whole with a form, as one that came in pieces would be; gives it kept or refused."""
    incoming = begin(Announced(upload.name, len(upload.data), place), holder=holder, at=at)
    for start in range(0, len(upload.data), LARGEST_AT_ONCE):
        piece = upload.data[start : start + LARGEST_AT_ONCE]
        incoming = append(incoming.key, holder=holder, offset=start, data=piece, at=at)
    return finish(incoming, at=at)


def under_way(incoming: IncomingFile, at: datetime) -> IncomingFile:
    """The file, unless it was left unfinished too long, which is as if it had never been."""
    if expires_at(incoming) <= at:
        raise IncomingFile.DoesNotExist
    return incoming


def expires_at(incoming: IncomingFile) -> datetime:
    """Until when it is kept."""
    return incoming.moved_at + (KEPT_FOR if incoming.state == State.KEPT else UNFINISHED_FOR)


def _keep(incoming: IncomingFile, found: Examined, at: datetime) -> IncomingFile:
    with transaction.atomic():
        beside = together_with(incoming)
        mine = beside.pop(incoming.key)
        if mine.state != State.ARRIVING:
            return mine  # examined twice at once: the other was quicker
        kept = [each for each in beside.values() if each.state == State.KEPT]
        if same := next((each for each in kept if each.sha256 == incoming.sha256), None):
            mine.delete()
            pieces.forget(incoming.key)
            return same
        _fits(mine, found, kept)
        pieces.keep(mine.key, found.content, found.thumbnail)
        mine.state, mine.sha256, mine.moved_at = State.KEPT, incoming.sha256, at
        mine.kind, mine.pages, mine.kept_size = found.kind, found.pages, len(found.content)
        mine.faults = found.faults
        mine.save()
        return mine


def _fits(mine: IncomingFile, found: Examined, kept: list[IncomingFile]) -> None:
    """A paper is one document, or several photos that become one; together no larger than one file may be."""
    document = next((each for each in kept if each.kind != Kind.PHOTO), None)
    if document:
        raise UploadRefused(f"Giấy tờ này đã có tệp “{document.name}”. Muốn thay thì hãy bỏ tệp đó trước.")
    if kept and found.kind != Kind.PHOTO:
        raise UploadRefused(
            f"Giấy tờ này đã có {len(kept)} ảnh, không gộp với tệp “{mine.name}” được: hãy bỏ ảnh, hoặc chỉ gửi ảnh."
        )
    check_one("Các ảnh của giấy tờ này", sum(each.kept_size for each in kept) + len(found.content))


def _refuse(incoming: IncomingFile, why: str, at: datetime) -> IncomingFile:
    changed = {"state": State.REFUSED, "why": why, "moved_at": at}
    IncomingFile.objects.filter(key=incoming.key, state=State.ARRIVING).update(**changed)
    return IncomingFile.objects.get(key=incoming.key)


def _one_at_a_time(holder: str) -> None:
    """Whoever sends ten files at once has them counted one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 1716))", [holder])
