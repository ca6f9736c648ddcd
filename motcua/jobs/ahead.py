"""What the clock reminds of: apologies drafted ahead, dossiers that stand still, papers to hand over at set hours.

The times of jobs are UTC: Vietnam is seven hours ahead. Each does its work again without harm.
"""

from datetime import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from motcua.domain.dossiers.ahead import alerts, apology_drafts
from motcua.domain.dossiers.ahead.step_times import count_step_times
from motcua.domain.dossiers.handing_over.rounds import draw_up_rounds
from motcua.domain.filing import watching
from motcua.domain.journal.system import System
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

cite(Kind.JOB, "draft_apologies", "5.1.e-3", "7.8")
cite(Kind.JOB, "watch_standing_still", "4.1.d-1", "4.1.d-2")
cite(Kind.JOB, "watch_submissions", "4.1.d-1", "4.1.d-2")
cite(Kind.JOB, "draw_up_handing_lists", "5.1.đ-2")


@app.periodic(cron="0 17 * * *")  # 00:00
@app.task(queueing_lock="count_times_of_steps", lock="count_times_of_steps")
def count_times_of_steps(timestamp: int) -> int:
    """Count how long steps took in the past year; what is foreseen by day reads it."""
    return count_step_times(timezone.now())


@app.periodic(cron="5 0,8 * * *")  # 07:05, when offices have opened, and 15:05, when nothing more is passed on
@app.task(queueing_lock="draft_apologies", lock="draft_apologies")
def draft_apologies(timestamp: int) -> int:
    """Draft the letters that must be thought of today; on days off nobody could sign them."""
    at = timezone.now()
    return apology_drafts.sweep(System(), at).drafted if _is_worked(at) else 0


@app.periodic(cron="*/20 0-10 * * *")  # 07:00 to 17:40
@app.task(queueing_lock="watch_standing_still", lock="watch_standing_still")
def watch_standing_still(timestamp: int) -> int:
    """Tell who is in charge, the head and the Centre of what stands still; gives how many were told."""
    at = timezone.now()
    if not _is_worked(at):
        return 0
    done = alerts.watch(System(), at)
    return done.raised + done.escalated


@app.periodic(cron="*/10 0-10 * * *")
@app.task(queueing_lock="watch_submissions", lock="watch_submissions")
def watch_submissions(timestamp: int) -> int:
    """Tell who is in charge, the head and the Centre of what was filed from home and has no answer."""
    at = timezone.now()
    return watching.watch(System(), at) if _is_worked(at) else 0


@app.periodic(cron="*/5 0-10 * * *")
@app.task(queueing_lock="draw_up_handing_lists", lock="draw_up_handing_lists")
def draw_up_handing_lists(timestamp: int) -> int:
    """Draw up the lists of paper whose hour has come."""
    return draw_up_rounds(System(), timezone.now())


def _is_worked(at: datetime) -> bool:
    return calendar_for().is_working_day(local_day(at))
