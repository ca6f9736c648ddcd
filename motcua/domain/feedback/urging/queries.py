"""What was told of by the clock or by an inspector, for those who may know of it."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q, QuerySet

from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.models import Officer

from ..models import OPEN, Feedback
from ..policies import may_inspect, visible_to
from .clocks import Level, Step
from .models import Reminder, Urging
from .standing import UNTAKEN

# The reminder is of the step that is due now at the body that has it now: what was done since is told of no more.
_STILL = Q(reminder__owner=F("owner")) & (
    Q(state__in=UNTAKEN, reminder__step=Step.ACCEPT, reminder__due_at=F("accept_by"))
    | OPEN & ~Q(state__in=UNTAKEN) & Q(reminder__step=Step.ANSWER, reminder__due_at=F("answer_by"))
    | Q(reminder__step=Step.PUBLISH, reminder__due_at=F("publish_by"))
)


def escalated(by: Officer, at: datetime, place: Place) -> Page[Feedback]:
    """What came up to the Centre because nobody moved, the latest first in line: the top of an inspector's inbox.

    Each comes with its `reminder` (step, due, on how many days it was told of) and its owner.
    """
    rows = _escalated(by, at).select_related("owner", "about", "reminder")
    found: Page[Feedback] = page(rows, "answer_by", place)
    return found


def how_many_escalated(by: Officer, at: datetime) -> Counted:
    """How much came up to the Centre, up to the cap of all lists."""
    return counted(_escalated(by, at))


def reminders_of(items: Iterable[Feedback]) -> dict[int, Reminder]:
    """For a page of feedback: of which of them somebody was told by the clock, by the id of the feedback."""
    rows = Feedback.objects.filter(_STILL, pk__in=[each.pk for each in items]).select_related("reminder")
    return {each.pk: each.reminder for each in rows}


def urgings_of(item: Feedback) -> list[Urging]:
    """What inspectors wrote to the bodies that had it, oldest first; `item` comes from a query that knows who asks."""
    return list(item.urgings.select_related("office", "by").order_by("at", "id"))


def _escalated(by: Officer, at: datetime) -> QuerySet[Feedback]:
    if not may_inspect(by, at):
        return Feedback.objects.none()
    return Feedback.objects.filter(visible_to(by, at) & _STILL, reminder__level=Level.CENTRE)
