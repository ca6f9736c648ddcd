"""The clock of a dossier, read from its row."""

from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.pauses import Pause
from motcua.domain.working_days.queries import calendar_for

from .clock import Clock, Facts, Supplement
from .models import Dossier
from .stages import ENDED_EARLY


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
