"""Every morning the month of fees that has ended is drawn up, and who is next is urged when a date comes."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.fees.months import watching, working
from motcua.domain.journal.system import System
from motcua.domain.regulation.citations import Kind, cite

RUN = timedelta(seconds=50)

cite(Kind.JOB, "watch_fee_months", "4.5.b", "5.3.b", "5.3.c")
cite(Kind.JOB, "work_on_fee_months", "4.5.b")


@app.periodic(cron="30 23 * * *")  # 06:30 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="watch_fee_months", lock="watch_fee_months")
def watch_fee_months(timestamp: int) -> int:
    """Draw up and urge; done again on the same day it does nothing twice."""
    return watching.watch(System(), timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="work_on_fee_months")
def work_on_fee_months(timestamp: int) -> int:
    """Go on with months of many receipts, batch by batch until the next run begins; gives how many batches."""
    begun, done = timezone.now(), 0
    while timezone.now() - begun < RUN and working.carry_on(timezone.now()):
        done += 1
    return done
