"""The clocks of a dossier and of its steps, read from their rows."""

from datetime import UTC, datetime

from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.pauses import Pause
from motcua.domain.working_days.queries import calendar_for

from .clock import Clock, Facts, Supplement, counted_apart
from .models import Consultation, Dossier, Task
from .stages import ENDED_EARLY

NOT_YET = datetime.max.replace(tzinfo=UTC)


def clock_of(dossier: Dossier, calendar: Calendar | None = None) -> Clock:
    """What the pure clock says of this dossier, by the calendar of its one-stop.

    The row holds the last completion only: all the clock needs, as every supplement starts it anew. What waits for
    another matter of its bundle is complete when that one's result is there.
    """
    waiting = dossier.stage in ("awaiting_supplement", "held")
    asked: tuple[Supplement, ...] = ()
    if waiting:
        asked = (Supplement(dossier.when_received()),)
    elif dossier.completed_at is not None:
        asked = (Supplement(dossier.when_received(), dossier.completed_at),)
    facts = Facts(
        received_at=dossier.when_received(),
        limit=dossier.limit(),
        supplements=asked,
        pauses=pauses_of(dossier),
        ended_early=dossier.stage in ENDED_EARLY,
        rescheduled_at=dossier.rescheduled_at,
        rescheduled_to=dossier.rescheduled_to,
        finished_at=dossier.finished_at,
    )
    return Clock(facts, calendar or calendar_for(dossier.one_stop.code))


def pauses_of(dossier: Dossier) -> tuple[Pause, ...]:
    """The times in which its clock stood, in their order; most dossiers have none, and nothing is asked."""
    if not dossier.pauses:
        return ()
    return tuple(stop.as_pause() for stop in sorted(dossier.clock_stops.all(), key=lambda stop: stop.from_at))


def pauses_of_step(task: Task, pauses: tuple[Pause, ...]) -> tuple[Pause, ...]:
    """Those of the dossier's pauses that take time out of a step by themselves, not within a wait for an answer."""
    return counted_apart(pauses, waits_of(task)) if pauses else ()


def waits_of(task: Task) -> list[tuple[datetime, datetime]]:
    """From when until when a step waited for answers, in their order; one that it still waits for has no end yet."""
    if task.waiting_since is None and not task.waited:
        return []
    asked = Consultation.objects.filter(dossier=task.dossier_id, asked_in__step=task.step_id, waits=True)
    waits: list[tuple[datetime, datetime]] = []
    for question in asked.order_by("asked_at", "id"):
        since, until = question.asked_at, question.went_on_at or question.ended_at or NOT_YET
        if waits and since <= waits[-1][1]:
            since, until = waits[-1][0], max(until, waits.pop()[1])
        waits.append((since, until))
    return waits
