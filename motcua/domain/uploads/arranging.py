"""What a sender does with files that arrived: order, turn and remove photos; and in the end all of a paper as one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from motcua.domain.papers import pictures

from . import pieces
from .models import IncomingFile
from .queries import file_of, of_paper, together_with

QUARTER, FULL = 90, 360
Kind, State = IncomingFile.Kind, IncomingFile.State


class Move(StrEnum):
    """Where a photo goes among the pages of its paper."""

    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True)
class Document:
    """All that was sent for a paper, as one file: photos are pages of a PDF in their order."""

    name: str
    kind: IncomingFile.Kind
    pages: int
    data: bytes


def move(key: UUID, *, where: Move, holder: str) -> str:
    """Change places with the page before or behind; the first and the last stay where they are. Gives the paper."""
    with transaction.atomic():
        found = together_with(file_of(holder, key))
        order = sorted(found.values(), key=lambda each: (each.position, each.key))
        order = [each for each in order if each.state == State.KEPT or each.key == key]
        mine = order.index(found[key])
        other = mine + (1 if where == Move.LATER else -1)
        if 0 <= other < len(order):
            one, two = order[mine], order[other]
            one.position, two.position = two.position, one.position
            IncomingFile.objects.bulk_update([one, two], ["position"])
        return found[key].place


def turn(key: UUID, *, holder: str) -> str:
    """Turn a photo to the right by a quarter; a PDF and a Word document stay as they were signed. Gives the paper."""
    with transaction.atomic():
        mine = IncomingFile.objects.select_for_update().get(key=key, holder=holder, kind=Kind.PHOTO)
        mine.turn = (mine.turn + QUARTER) % FULL
        mine.save(update_fields=["turn"])
        return mine.place


def remove(key: UUID, *, holder: str) -> str:
    """Remove a file and everything of it, on its way or arrived; gives the paper."""
    with transaction.atomic():
        mine = IncomingFile.objects.select_for_update().get(key=key, holder=holder)
        mine.delete()
    pieces.forget(key)
    return mine.place


def document(holder: str, place: str, at: datetime) -> Document | None:
    """All that was sent for a paper, as one; None when nothing has arrived. A PDF and a Word document stay the same."""
    kept = [each for each in of_paper(holder, place, at) if each.state == State.KEPT]
    if not kept:
        return None
    first = kept[0]
    if first.kind != Kind.PHOTO:
        return Document(first.name, Kind(first.kind), first.pages, pieces.content(first.key))
    sheets = ((pictures.sheet_in(pieces.content(each.key)), each.turn) for each in kept)
    return Document(first.name, Kind.PDF, len(kept), pictures.sheets_as_pdf(sheets))


def hand_over(holder: str, *, to: str) -> int:
    """Give everything of a visit to the account that has signed in since; gives how many files.

    What the account has already for the same paper it does not get twice.
    """
    has = Exists(IncomingFile.objects.filter(holder=to, place=OuterRef("place"), sha256=OuterRef("sha256")))
    for each in IncomingFile.objects.filter(has, holder=holder, state=State.KEPT):
        remove(each.key, holder=holder)
    return IncomingFile.objects.filter(holder=holder).update(holder=to)


def carry(holder: str, place: str, *, to: str) -> None:
    """Lay everything of a paper to another one: it is asked for there now."""
    IncomingFile.objects.filter(holder=holder, place=place).update(place=to)


def let_go(holder: str, place: str) -> None:
    """Remove everything of a paper: it was handed in, and what was handed in is kept elsewhere."""
    for each in IncomingFile.objects.filter(holder=holder, place=place):
        remove(each.key, holder=holder)
