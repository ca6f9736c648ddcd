"""After a change of the calendar was confirmed, due dates are counted anew, some hundreds at a time."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.dossiers.dates_moved import moving
from motcua.domain.regulation.citations import Kind, cite

BATCHES = 20

cite(Kind.JOB, "move_due_dates", "5.1.e-1")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="move_due_dates", lock="move_due_dates")
def move_due_dates(timestamp: int) -> int:
    """Go on where the last run ended; each batch is kept, so that the progress is seen and nothing is lost."""
    moved = 0
    for _ in range(BATCHES):
        more = moving.carry_on(timezone.now())
        if not more:
            break
        moved += more
    return moved
