"""Gateway and receipt provider are asked by jobs: what was not told, money to give back, files, numbers."""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.fees import electronic_receipts, gateway_asking, giving_back
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "ask_gateway", "4.5.a")
cite(Kind.JOB, "read_gateway_files", "4.5.a", "4.5.b")
cite(Kind.JOB, "run_receipts", "4.5.a")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="ask_gateway")
def ask_gateway(timestamp: int) -> int:
    """Ask what became of payments nobody told of, and have given back what was decided; gives how many ended."""
    ended = gateway_asking.ask_unanswered(timezone.now())
    return ended + giving_back.send_refunds(timezone.now)


@app.periodic(cron="15 * * * *")
@app.task(queueing_lock="read_gateway_files")
def read_gateway_files(timestamp: int) -> int:
    """Compare the files of the last days that are there and were not read; gives how many were."""
    return gateway_asking.read_files(timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="run_receipts")
def run_receipts(timestamp: int) -> int:
    """Have electronic receipts numbered, issued and cancelled; gives how many steps were done."""
    return electronic_receipts.run_receipts(timezone.now)
