"""On the first working day of a month each department is told of its officials at the Centre."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.journal.system import System
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.secondments.conduct import telling

cite(Kind.JOB, "tell_departments", "4.3.c")


@app.periodic(cron="25 0-10 * * *")  # 07:25 to 17:25: the times of jobs are UTC
@app.task(queueing_lock="tell_departments", lock="tell_departments")
def tell_departments(timestamp: int) -> int:
    """Tell whoever was not told of the month before; nothing when all were."""
    return telling.tell_due(System(), timezone.now())
