"""More from one place than people write at a time: held until an inspector lets it in or drops it (4.6.a).

Nothing is lost, and who spoke has the code and the address as everybody else has. Nobody is written to as long as it is
held: whose telephone number stands in it may have said nothing.
"""

from collections.abc import Iterable
from datetime import datetime

from motcua.domain.journal.acts import act, together
from motcua.domain.journal.recording import record
from motcua.domain.listing import SIZE, Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .intake import set_days
from .models import Feedback
from .sorting import locked
from .telling import tell
from .terms import State

REASON = 300


class NoReason(Refused):
    """What is dropped says why: who sent it reads it."""

    clause = "4.6.a"


@act("4.6.a")
def let_in_feedback(item: Feedback, *, by: Officer, at: datetime) -> Feedback:
    """Let it count, also what was dropped: its day to be accepted begins now, that of its answer when it was said."""
    item = locked(item, State.HELD, State.DROPPED)
    require(policies.may_route(by, item, at))
    item.state, item.came_at, item.why_dropped = State.NEW, at, ""
    set_days(item)
    item.save(update_fields=["state", "came_at", "why_dropped", "accept_by", "answer_by"])
    line = record(let_in_feedback, about=item, by=by, at=at, code=item.code, state=item.state)
    tell("feedback_taken", item, line, at, until=local_day(item.answer_by))
    return item


@act("4.6.a")
def drop_feedback(item: Feedback, *, reason: str, by: Officer, at: datetime) -> Feedback:
    """Say that it is nothing to be answered; it stays kept, and who sent it reads why."""
    item = locked(item, State.HELD)
    require(policies.may_route(by, item, at))
    if not clean(reason):
        raise NoReason("Phải ghi vì sao bỏ: người gửi đọc được lý do này.")
    item.state, item.why_dropped = State.DROPPED, clean(reason)[:REASON]
    item.save(update_fields=["state", "why_dropped"])
    record(drop_feedback, about=item, by=by, at=at, code=item.code, state=item.state, reason=item.why_dropped)
    return item


def drop_all(items: Iterable[Feedback], *, reason: str, by: Officer, at: datetime) -> int:
    """Drop several of a flood for one reason, each with a line of its own; all of them or none. Gives how many."""
    with together():
        return len([drop_feedback(each, reason=reason, by=by, at=at) for each in items])


def held_named(codes: Iterable[str], by: Officer, at: datetime) -> list[Feedback]:
    """Those of these codes that are held and may be seen, at most a page of them, in the order in which they came."""
    rows = Feedback.objects.filter(policies.visible_to(by, at), state=State.HELD, code__in=list(codes)[:SIZE])
    return list(rows.order_by("id")) if policies.may_inspect(by, at) else []


def held(by: Officer, at: datetime, place: Place, state: State = State.HELD) -> Page[Feedback]:
    """What is held, in the order in which it came; or what was dropped, the newest first."""
    rows = Feedback.objects.filter(policies.visible_to(by, at), state=state)
    rows = rows if policies.may_inspect(by, at) else rows.none()
    return page(rows.select_related("about"), "id", place, newest_first=state != State.HELD)


def how_many_held(by: Officer, at: datetime) -> Counted:
    """How much waits for an inspector to read it."""
    rows = Feedback.objects.filter(policies.visible_to(by, at), state=State.HELD)
    return counted(rows if policies.may_inspect(by, at) else rows.none())
