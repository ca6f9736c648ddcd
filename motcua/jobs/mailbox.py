"""Every two minutes the letters that people wrote are read out of the mailbox.

No lock keeps two runs apart: a worker that falls would hold it for ever. Each letter is taken by one of them.
"""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.journal.system import System
from motcua.domain.mailbox import reading
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "read_mailbox", "4.6.a")


@app.periodic(cron="*/2 * * * *")
@app.task(queueing_lock="read_mailbox")
def read_mailbox(timestamp: int) -> int:
    """Read what came; gives how many letters."""
    return reading.read_mailbox(System(), timezone.now)
