"""The counts of what people say, made anew every night while a month may still change."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.satisfaction import counting

cite(Kind.JOB, "count_satisfaction", "3.1")


@app.periodic(cron="40 17 * * *")  # 00:40 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="count_satisfaction", lock="count_satisfaction")
def count_satisfaction(timestamp: int) -> int:
    """Count what is due; at night, so that no figure moves while whoever moved it is still seen."""
    return counting.count_due(timezone.now())
