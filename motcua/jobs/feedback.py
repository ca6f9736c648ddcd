"""Every morning whoever has feedback that is due is reminded, and what is late goes up to the head and the Centre."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.feedback.urging import reminding
from motcua.domain.journal.system import System
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "watch_feedback", "4.6.b-2", "7.5")


@app.periodic(cron="45 23 * * *")  # 06:45 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="watch_feedback", lock="watch_feedback")
def watch_feedback(timestamp: int) -> int:
    """Remind once each working day; done again on the same day it does nothing twice."""
    return reminding.watch(System(), timezone.now())
