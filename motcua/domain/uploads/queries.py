"""Incoming files for who sends them: what is somebody else's does not exist."""

import io
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PIL import Image

from . import pieces
from .examination import small_picture
from .models import IncomingFile

TOLD_FOR = timedelta(hours=1)  # what was refused, and why


def file_of(holder: str, key: UUID) -> IncomingFile:
    """One of the holder's own files; else `IncomingFile.DoesNotExist`."""
    return IncomingFile.objects.get(key=key, holder=holder)


def of_paper(holder: str, place: str, at: datetime) -> list[IncomingFile]:
    """What a holder has sent for one paper, in the order that was chosen; what was refused is said for an hour."""
    return of_papers(holder, [place], at)


def of_papers(holder: str, places: Sequence[str], at: datetime) -> list[IncomingFile]:
    """The same for several papers, in one statement."""
    rows = IncomingFile.objects.filter(holder=holder, place__in=places).order_by("position", "key")
    return [each for each in rows if each.state != IncomingFile.State.REFUSED or each.moved_at > at - TOLD_FOR]


def thumbnail(holder: str, key: UUID) -> bytes:
    """The first page of a kept file of the holder, as it is turned."""
    kept = IncomingFile.objects.get(key=key, holder=holder, state=IncomingFile.State.KEPT)
    small = pieces.thumbnail(kept.key)
    return small_picture(Image.open(io.BytesIO(small)), kept.turn) if kept.turn else small


def together_with(incoming: IncomingFile) -> dict[UUID, IncomingFile]:
    """All files of the same paper, locked in one order; raises `DoesNotExist` when this one is gone."""
    rows = IncomingFile.objects.filter(holder=incoming.holder, place=incoming.place)
    found = {each.key: each for each in rows.select_for_update().order_by("key")}
    if incoming.key not in found:
        raise IncomingFile.DoesNotExist
    return found
