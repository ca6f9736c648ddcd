"""On the first working day after a quarter its quality index is computed; the head of the Centre publishes it."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.journal.system import System
from motcua.domain.quality import counting
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "compute_quality_index", "3.3-1")


@app.periodic(cron="20 0-10 * * *")  # 07:20 to 17:20: the times of jobs are UTC
@app.task(queueing_lock="compute_quality_index", lock="compute_quality_index")
def compute_quality_index(timestamp: int) -> int:
    """Compute what is due; nothing when it was done before."""
    return counting.compute_due(System(), timezone.now())
