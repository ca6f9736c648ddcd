"""What is cleared away every night, so that the tables the program works with stay small."""

from importlib import import_module

from django.conf import settings
from django.utils import timezone
from procrastinate import JobContext, builtin_tasks
from procrastinate.contrib.django import app

from motcua.domain.citizens import confirming, visits
from motcua.domain.counters import drafts
from motcua.domain.filing import drafts as submissions
from motcua.domain.uploads import expiry

KEPT_HOURS = 72


@app.periodic(cron="40 19 * * *")
@app.task(queueing_lock="forget_ended_sessions")
def forget_ended_sessions(timestamp: int) -> None:
    """Remove sessions that ended: nobody can come back with one."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@app.periodic(cron="30 19 * * *")  # 02:30 in Vietnam: the times of jobs are UTC
@app.task(queueing_lock="forget_finished_jobs", pass_context=True)
async def forget_finished_jobs(context: JobContext, timestamp: int) -> None:
    """Remove jobs that ended three days ago: with thousands of them the queue slows down."""
    await builtin_tasks.remove_old_jobs(context, max_hours=KEPT_HOURS, remove_failed=True, remove_cancelled=True)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="take_up_stalled_jobs", pass_context=True)
async def take_up_stalled_jobs(context: JobContext, timestamp: int) -> int:
    """Take up again what a server was killed over: nothing else would, and its lock would hold back all that follow."""
    manager = context.app.job_manager
    stalled = list(await manager.get_stalled_jobs())
    for job in stalled:
        await manager.retry_job(job)
    return len(stalled)


@app.periodic(cron="50 19 * * *")
@app.task(queueing_lock="forget_old_drafts")
def forget_old_drafts(timestamp: int) -> int:
    """Let go the forms that nobody took up for a month."""
    return drafts.forget_old(timezone.now())


@app.periodic(cron="55 19 * * *")
@app.task(queueing_lock="forget_old_submissions")
def forget_old_submissions(timestamp: int) -> int:
    """Let go what was begun at home and not taken up for a month, with its files."""
    return submissions.forget_old(timezone.now())


@app.periodic(cron="58 19 * * *")
@app.task(queueing_lock="forget_old_codes")
def forget_old_codes(timestamp: int) -> int:
    """Let go one-time codes after two days, and what is known of signings in after a year."""
    at = timezone.now()
    return confirming.forget_old(at) + visits.forget_old(at)


@app.periodic(cron="20 * * * *")
@app.task(queueing_lock="forget_old_uploads")
def forget_old_uploads(timestamp: int) -> int:
    """Remove files from home that were left unfinished for a day, or for a month in no dossier."""
    return expiry.forget_old(timezone.now())
