"""Every hour the bodies that let the date of a question pass are named to the Centre: nobody has to remember it."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.dossiers.beside import late_advice
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "name_late_advice", "5.1.đ-1", "4.1.d-2")


@app.periodic(cron="5 * * * *")
@app.task(queueing_lock="name_late_advice", lock="name_late_advice")
def name_late_advice(timestamp: int) -> int:
    """Name each once; an answer that comes later is still an answer."""
    return late_advice.name_all_late(timezone.now())
