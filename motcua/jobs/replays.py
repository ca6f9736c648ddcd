"""Last year's dossiers are counted against drafts behind the counters, some hundreds at a time."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.dossiers.replay import replaying
from motcua.domain.regulation.citations import Kind, cite

BATCHES = 20

cite(Kind.JOB, "count_waiting_replays", "4.1.a-1")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="count_waiting_replays", lock="count_waiting_replays")
def count_waiting_replays(timestamp: int) -> int:
    """Go on with the replays that wait; each batch is kept, so that their progress is seen and nothing is lost."""
    counted = 0
    for _ in range(BATCHES):
        more = replaying.carry_on(timezone.now())
        if not more:
            break
        counted += more
    return counted
