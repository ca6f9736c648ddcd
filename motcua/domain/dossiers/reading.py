"""The clock of a dossier, read from its row."""

from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

from .clock import Clock, Facts, Supplement
from .models import Dossier


def clock_of(dossier: Dossier, calendar: Calendar | None = None) -> Clock:
    """What the pure clock says of this dossier, by the calendar of its one-stop.

    The row holds the last completion only: all the clock needs, as every supplement starts it anew.
    """
    waiting = dossier.supplements > 0 and dossier.stage == "awaiting_supplement"
    asked: tuple[Supplement, ...] = ()
    if waiting:
        asked = (Supplement(dossier.when_received()),)
    elif dossier.completed_at is not None and dossier.supplements > 0:
        asked = (Supplement(dossier.when_received(), dossier.completed_at),)
    facts = Facts(
        received_at=dossier.when_received(),
        limit=dossier.limit(),
        supplements=asked,
        rescheduled_at=dossier.rescheduled_at,
        rescheduled_to=dossier.rescheduled_to,
        finished_at=dossier.finished_at,
    )
    return Clock(facts, calendar or calendar_for(dossier.one_stop.code))
