"""What nobody came back for goes: unfinished files after a day, whole ones after a month, and what a crash left."""

from datetime import datetime, timedelta

from django.db.models import Q

from . import pieces
from .arriving import KEPT_FOR, UNFINISHED_FOR
from .models import IncomingFile

State = IncomingFile.State


def forget_old(at: datetime) -> int:
    """Remove what has expired; gives how many files."""
    kept = Q(state=State.KEPT, moved_at__lte=at - KEPT_FOR)
    unfinished = ~Q(state=State.KEPT) & Q(moved_at__lte=at - UNFINISHED_FOR)
    gone = list(IncomingFile.objects.filter(kept | unfinished).values_list("key", flat=True))
    for key in gone:
        IncomingFile.objects.filter(key=key).delete()
        pieces.forget(key)
    _sweep(at)
    return len(gone)


def _sweep(at: datetime) -> None:
    """Folders without a row, and what was sent of a file that is examined already: somebody was killed in between."""
    old = set(pieces.keys_before((at - timedelta(hours=1)).timestamp()))
    rows = dict(IncomingFile.objects.filter(key__in=old).values_list("key", "state"))
    for key in old - rows.keys():
        pieces.forget(key)
    for key, state in rows.items():
        if state != State.ARRIVING:
            pieces.forget_sent(key)
