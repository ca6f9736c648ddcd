"""What acts left to be said goes out, every minute; at night addresses that nobody needs any more are blotted out.

No lock keeps two runs apart: a worker that falls would hold it for ever. Each message is claimed by one of them.
"""

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.messages import forgetting, sending
from motcua.domain.regulation.citations import Kind, cite

cite(Kind.JOB, "send_messages", "4.1.c")


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_messages")
def send_messages(timestamp: int) -> int:
    """Send what is due; gives how many went out."""
    return sending.send_due(timezone.now).sent


@app.periodic(cron="20 19 * * *")  # 02:20 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="forget_addresses")
def forget_addresses(timestamp: int) -> int:
    """Blot out the addresses of messages that are long past."""
    return forgetting.forget_addresses(timezone.now())
