"""The printable sets of postings are made behind the pages, whenever something in them has changed."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.procedures import posting_sets
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "make_posting_sets", "4.1.b")


@app.periodic(cron="2 * * * *")  # also right after midnight, when versions begin and end
@app.task(queueing_lock="make_posting_sets", lock="make_posting_sets")
def make_posting_sets(timestamp: int) -> int:
    """Make what is not up to date; what is stays as it was made."""
    return posting_sets.make_due(timezone.now())
