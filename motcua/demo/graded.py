"""The quality index of the quarters of the demo: computed after each, published; the newest was computed once more."""

from datetime import timedelta

from motcua.domain.journal.system import System
from motcua.domain.quality import counting
from motcua.domain.quality.of_dossiers import finished_in
from motcua.domain.quality.periods import ended
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

QUARTERS = 2
HOUR = timedelta(hours=1)
WHY = "Bổ sung kết luận của hai phản ánh về thái độ phục vụ."


def grade_bodies(world: World, times: Timeline) -> None:
    """Each quarter with a result in it, on the first working day after it; the head of the Centre publishes."""
    computed, head = None, world.head_of(CENTRE)
    for quarter in reversed(list(ended(local_day(times.now), QUARTERS))):
        opened = quarter.closes_at(calendar_for())
        if opened + 2 * HOUR <= times.now and finished_in(quarter).exists():
            computed = counting.compute_quality(quarter, by=System(), at=opened + HOUR / 3)
            counting.publish_quality(computed, by=head, at=opened + HOUR)
    if computed is not None:
        at = min(times.at_work, computed.counted_at + timedelta(days=1))
        counting.compute_quality(computed.of, by=head, at=at, reason=WHY)
