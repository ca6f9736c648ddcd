"""How many questions were answered, and in time, by body and month: counted from the questions themselves."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, Q

from motcua.domain.dossiers.models import Guidance
from motcua.domain.vietnamese.dates import LOCAL, local_day

from .models import Question
from .terms import Channel, State

MONTHS = 3


@dataclass(frozen=True)
class OfBody:
    """One body: what waits, what is late of it, what it answered in the month, and how much of that in time."""

    code: str
    name: str
    waiting: int
    overdue: int
    answered: int
    on_time: int

    @property
    def share(self) -> int | None:
        """Of a hundred answers so many came in time."""
        return None if not self.answered else round(100 * self.on_time / self.answered)


def by_body(month: date, at: datetime) -> list[OfBody]:
    """Every body with something open, or answered in that month; who is late most comes first."""
    begins, ends = _within(month)
    within = Q(answered_at__gte=begins, answered_at__lt=ends, state=State.ANSWERED)
    rows = (
        Question.objects.filter(within | Q(state=State.OPEN))
        .order_by()
        .values_list("owner__code", "owner__name")
        .annotate(
            waiting=Count("id", filter=Q(state=State.OPEN)),
            overdue=Count("id", filter=Q(state=State.OPEN, due_at__lt=at)),
            answered=Count("id", filter=within),
            on_time=Count("id", filter=within & Q(answered_at__lte=F("due_at"))),
        )
    )
    return sorted((OfBody(*row) for row in rows), key=lambda each: (-each.overdue, -each.waiting, each.name))


def by_channel(month: date) -> list[tuple[str, int]]:
    """How many contacts there were in the month by each channel; a guidance that was given counts where it was given.

    A guidance with a question linked to it is one contact.
    """
    begins, ends = _within(month)
    asked = Question.objects.filter(asked_at__gte=begins, asked_at__lt=ends).order_by()
    guided = Guidance.objects.filter(given_at__gte=begins, given_at__lt=ends, question=None).order_by()
    numbers = dict(asked.values_list("channel").annotate(number=Count("id")))
    more = dict(guided.values_list("how").annotate(number=Count("id")))
    return [(each.label, numbers.get(each.value, 0) + more.get(each.value, 0)) for each in Channel]


def months(at: datetime) -> list[date]:
    """The months that can be looked at, this one first."""
    found = [local_day(at).replace(day=1)]
    while len(found) < MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found


def _within(month: date) -> tuple[datetime, datetime]:
    following = (month.replace(day=1) + timedelta(days=32)).replace(day=1)
    return datetime.combine(month.replace(day=1), time(), LOCAL), datetime.combine(following, time(), LOCAL)
