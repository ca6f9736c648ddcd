"""The counts of the months: the one at hand every hour, those before it while they may still change."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.dossiers.months import counting
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "count_months", "5.1.f", "3.1")


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="count_months", lock="count_months")
def count_months(timestamp: int) -> int:
    """Count what is due; a month that was never counted is counted too, so that nothing has to be set up."""
    return counting.count_due(timezone.now())
