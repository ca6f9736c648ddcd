"""What somebody is told on their own page: rows they read, the newest first.

`account` is how the teller names an account ("citizen/12"); whoever asks has proved to be it.
"""

from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.listing import Counted, Page, Place, counted, page

from .models import Message
from .terms import State, Way


def inbox(account: str, place: Place) -> Page[Message]:
    """A page of what an account was told."""
    return page(_of(account), "told_at", place, newest_first=True)


def unseen(account: str) -> Counted:
    """How much of it has not been looked at."""
    return counted(_of(account).filter(state=State.SENT))


def see_all(account: str, at: datetime) -> int:
    """Note that the account has looked at everything; gives how much of it was new. Again: nothing."""
    return _of(account).filter(state=State.SENT).update(state=State.DELIVERED, ended_at=at)


def _of(account: str) -> QuerySet[Message]:
    return Message.objects.filter(way=Way.APP, address=account)
