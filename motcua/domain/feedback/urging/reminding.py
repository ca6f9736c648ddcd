"""Every working day: whoever has feedback whose clock runs out is reminded; what is late goes up to head and Centre."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.messages import outbox
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from ..models import OPEN, Feedback, Gathered
from ..sorting import locked
from ..terms import OVER, State
from .clocks import LONGEST_BEFORE, TOLD, Level
from .models import Reminder
from .standing import AWAITED, UNTAKEN, Standing, listeners, standing

BATCH = 500
_STATES = (*(each for each in State if each not in OVER), State.ANSWERED)  # what was answered has to be made public


class NothingToRemind(Refused):
    """It was done meanwhile, its day has not come, or it was told of today."""

    clause = "4.6.b-2"


def watch(by: Signs, at: datetime) -> int:
    """Remind of everything that is due; gives of how much. Stopped in its middle and begun again it goes on."""
    done = 0
    for item in _due(at):
        with suppress(Refused):
            remind_feedback(item, by=by, at=at)
            done += 1
    return done


@act("4.6.b-2", "7.5")
def remind_feedback(item: Feedback, *, by: Signs, at: datetime) -> Reminder:
    """Tell those who have it that a step is due, then their head, then the Centre: once each working day."""
    item, today = locked(item, *_STATES), local_day(at)
    now, before = standing(item, at), Reminder.objects.filter(feedback=item).first()
    if now is None or now.level is None:
        raise NothingToRemind("Chưa đến ngày phải nhắc, hoặc hôm nay là ngày nghỉ.")
    if before is not None and before.told_on == today:
        raise NothingToRemind("Hôm nay đã nhắc.")
    same = before is not None and (before.owner_id, before.due_at) == (item.owner_id, now.due_at)
    newly = not same or before is None or before.level < now.level
    reminder = Reminder(
        pk=before.pk if before else None, feedback=item, owner=item.owner, step=now.step, due_at=now.due_at,
        level=now.level, told_on=today, times=before.times + 1 if same and before else 1,
    )  # fmt: skip
    reminder.save()
    line = record(
        remind_feedback, about=item, by=by, at=at, code=item.code, step=now.words, due=local_day(now.due_at),
        body=item.owner.name, told=TOLD[now.level], late=now.level > Level.BODY,
    )  # fmt: skip
    _tell(item, now, f"{item.stream}#{line}", newly, at)
    return reminder


def _tell(item: Feedback, now: Standing, event: str, newly: bool, at: datetime) -> None:
    level = now.level or Level.BODY
    kind = "feedback_due" if level == Level.BODY else "feedback_late"
    facts = {"voice": item.code, "step": now.words, "until": local_day(now.due_at), "body": item.owner.short_name}
    about = About(event, item.code, item.owner_id)
    for officer in listeners(item, level, at, newly=newly):
        outbox.tell(kind, about, to=Recipient(officer.code, email=officer.email), facts=facts, at=at)


def _due(at: datetime) -> Iterator[Feedback]:
    """What may have to be told of today, looked at without a lock; the act looks again."""
    today = local_day(at)
    horizon = calendar_for().closing(today + timedelta(days=2 * LONGEST_BEFORE + 7))  # days off lie between
    waiting = Q(answer_by__lte=horizon) | Q(state__in=UNTAKEN, accept_by__lte=horizon)
    awaited = Exists(Gathered.objects.filter(AWAITED, feedback=OuterRef("pk")))
    for rows in (
        Feedback.objects.filter(OPEN & waiting).exclude(awaited),
        Feedback.objects.filter(publish_by__lte=horizon),
    ):
        last, rest = 0, rows.exclude(reminder__told_on=today).select_related("owner")
        while batch := list(rest.filter(pk__gt=last).order_by("id")[:BATCH]):
            last = batch[-1].pk
            yield from (item for item in batch if _is_told(standing(item, at)))


def _is_told(now: Standing | None) -> bool:
    return now is not None and now.level is not None
