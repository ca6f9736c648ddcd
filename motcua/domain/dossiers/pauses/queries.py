"""What screens read of clocks that stand and of dossiers that end early, for a dossier that was already obtained."""

from dataclasses import replace
from datetime import datetime

from .. import reading
from ..clock import Clock
from ..models import ClockStop, Dossier, EarlyEnd


def early_end_of(found: Dossier) -> EarlyEnd | None:
    """How it was withdrawn or cancelled, or is proposed to be."""
    rows = EarlyEnd.objects.select_related("proposed_by", "decided_by", "paper", "asked")
    return rows.filter(dossier=found).first()


def early_end_at_hand(found: Dossier) -> EarlyEnd | None:
    """The same for a dossier that came with it: nothing is asked for one that has none."""
    try:
        return found.early_end
    except EarlyEnd.DoesNotExist:
        return None


def stops_of(found: Dossier) -> list[ClockStop]:
    """The times in which its clock stood, the oldest first, with their papers."""
    if not found.pauses:
        return []
    return list(found.clock_stops.select_related("paper", "asked", "proof").order_by("from_at"))


def due_if_resumed(found: Dossier, at: datetime) -> datetime | None:
    """When the result would be promised if the clock went on at this moment; none when it does not stand."""
    clock = reading.clock_of(found)
    if clock.paused_since() is None:
        return None
    pauses = tuple(replace(pause, to=pause.to or at) for pause in clock.facts.pauses)
    return Clock(replace(clock.facts, pauses=pauses), clock.calendar).due()
