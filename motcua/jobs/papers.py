"""The PDFs that nobody has opened yet are made behind the counters, a few every minute."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.papers import issuing
from motcua.domain.regulation.citations import Kind, cite

AT_A_TIME = 100

cite(Kind.JOB, "make_waiting_papers", "5.1.đ-2")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="make_waiting_papers", lock="make_waiting_papers")
def make_waiting_papers(timestamp: int) -> int:
    """Make what waits, oldest first; the electronic dossier is whole although nobody printed it."""
    return issuing.make_waiting(AT_A_TIME, at=timezone.now())
