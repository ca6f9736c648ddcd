"""The public post is told and asked by jobs: orders each minute, what became of them each half hour, money at night."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.dossiers.delivery import collected
from motcua.domain.post import asking, errands
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "run_errands", "4.1.c")
cite(Kind.JOB, "ask_carrier", "4.1.e")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="run_errands")
def run_errands(timestamp: int) -> int:
    """Tell the carrier what was ordered and cancelled; gives how many were told."""
    return errands.run_errands(timezone.now)


@app.periodic(cron="*/30 * * * *")
@app.task(queueing_lock="ask_carrier")
def ask_carrier(timestamp: int) -> int:
    """Ask what became of what is on its way; gives how many words were new."""
    return asking.ask_carrier(timezone.now())


@app.periodic(cron="40 19 * * *")  # 02:40 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="ask_for_money")
def ask_for_money(timestamp: int) -> int:
    """Ask which money was handed on yesterday; gives how many reports came."""
    return asking.ask_for_money(timezone.now(), collected.take_in_settlement)
