"""Every morning it is noted who has not fetched a result for a week, a fortnight, a month."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.dossiers.delivery import reminders
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "remind_uncollected", "4.1.e")


@app.periodic(cron="0 23 * * *")  # 06:00 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="remind_uncollected", lock="remind_uncollected")
def remind_uncollected(timestamp: int) -> int:
    """Leave a reminder for each, once for each stage; the result desk finds them when it opens."""
    return reminders.remind_all(timezone.now())
