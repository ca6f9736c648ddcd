"""What waits for an answer is watched: who is in charge is told before the hour, the head at it, then the Centre.

Nobody opens or closes this by hand: the clock tells, and the answer ends it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from itertools import islice

from django.db.models import QuerySet

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.listing import Counted, Page, Place, counted, page
from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import rule
from motcua.domain.working_days.calendar import Calendar
from motcua.domain.working_days.queries import calendar_for

from .models import AnswerTime, Submission
from .submitting import answer_time
from .terms import State

# Working hours, chosen by us: no text says them. A quarter of the usual limit is left to answer; half a day later
# the Centre knows.
BEFORE, TO_CENTRE = 2, 4
AHEAD = timedelta(days=14)  # the longest time without two working hours in it
AT_ONCE = 1000  # what one run tells at most; the next run goes on
ONE_STOPS = (OfficeKind.CENTRE, OfficeKind.DISTRICT_CENTRE, OfficeKind.COMMUNE)


class Told(IntEnum):
    """Who knows that an answer is waited for."""

    NOBODY = 0
    IN_CHARGE = 1
    HEAD = 2
    CENTRE = 3


CALLED = {Told.NOBODY: "", Told.IN_CHARGE: "người phụ trách", Told.HEAD: "thủ trưởng", Told.CENTRE: "Trung tâm"}


class NotYet(Refused):
    """It was answered meanwhile, or everybody who has to know knows."""

    clause = "4.1.d-2"


@dataclass(frozen=True)
class AnswerHours:
    """Within how many hours an office answers, and whether it has said so itself."""

    office: Office
    hours: int
    is_own: bool


@rule("4.1.d-1", "4.1.d-2")
def to_be_told(answer_due_at: datetime, calendar: Calendar, at: datetime) -> Told:
    """Who has to know at this moment."""
    if at > calendar.after(answer_due_at, TO_CENTRE * 60):
        return Told.CENTRE
    if at > answer_due_at:
        return Told.HEAD
    return Told.IN_CHARGE if calendar.after(at, BEFORE * 60) >= answer_due_at else Told.NOBODY


def watch(by: Signs, at: datetime) -> int:
    """Tell whom the clock says has to know; gives of how many submissions. Done again, it tells nobody twice."""
    rows = Submission.objects.filter(state=State.SUBMITTED, told_level__lt=Told.CENTRE, answer_due_at__lte=at + AHEAD)
    waiting = rows.select_related("one_stop").order_by("answer_due_at", "id").iterator()
    due = (each for each in waiting if _is_due(each, at))
    return sum(_told(each, by, at) for each in islice(due, AT_ONCE))


@act("4.1.d-1", "4.1.d-2")
def tell_waiting(submission: Submission, *, by: Signs, at: datetime) -> Submission:
    """Tell who has to know that the answer to a submission is near or overdue."""
    submission = Submission.objects.select_for_update(of=("self",)).select_related("one_stop").get(pk=submission.pk)
    if submission.state != State.SUBMITTED or not _is_due(submission, at):
        raise NotYet("Hồ sơ này đã được trả lời, hoặc chưa đến lúc phải báo.")
    submission.told_level, submission.told_at = _level(submission, at), at
    submission.save(update_fields=["told_level", "told_at"])
    facts = {"code": submission.code, "answer_by": submission.answer_due_at}
    record(tell_waiting, about=submission, by=by, at=at, **facts, told=CALLED[Told(submission.told_level)])
    return submission


def watched(by: Officer, at: datetime, place: Place) -> Page[Submission]:
    """What waits for an answer where this official leads or watches; overdue first, then what is due next."""
    return page(_seen_by(by, at).select_related("version", "one_stop", "person"), "answer_due_at", place)


def how_many_overdue(by: Officer, at: datetime) -> Counted:
    """How many of them are overdue."""
    return counted(_seen_by(by, at).filter(answer_due_at__lt=at))


def is_over_a_one_stop(by: Officer, at: datetime) -> bool:
    """Whether this official watches, or leads a place that receives: nobody else has anything to see here."""
    held = by.held_at(at)
    return any(Role.WATCH in each.roles or (Role.HEAD in each.roles and each.body_kind in ONE_STOPS) for each in held)


def answer_hours(by: Officer, at: datetime) -> list[AnswerHours]:
    """The one-stops that this official leads, with the time in which they answer."""
    led = Office.objects.filter(pk__in=by.bodies_with(at, Role.HEAD), kind__in=ONE_STOPS).order_by("sort_key")
    own = set(AnswerTime.objects.filter(office__in=led).values_list("office", flat=True))
    return [AnswerHours(each, answer_time(each, at).amount, each.pk in own) for each in led]


def _seen_by(by: Officer, at: datetime) -> QuerySet[Submission]:
    rows = Submission.objects.filter(state=State.SUBMITTED)
    watches = [each for each in by.held_at(at) if Role.WATCH in each.roles]
    if any(each.body_kind == OfficeKind.CENTRE for each in watches):
        return rows
    return rows.filter(one_stop__in=by.places_with(at, Role.HEAD, Role.WATCH))


def _level(submission: Submission, at: datetime) -> Told:
    if submission.answer_due_at is None or submission.one_stop is None:  # answered
        return Told.NOBODY
    return to_be_told(submission.answer_due_at, calendar_for(submission.one_stop.code), at)


def _is_due(submission: Submission, at: datetime) -> bool:
    return _level(submission, at) > submission.told_level


def _told(submission: Submission, by: Signs, at: datetime) -> bool:
    """Whether it was told; what was answered meanwhile needs nothing."""
    try:
        tell_waiting(submission, by=by, at=at)
    except NotYet:
        return False
    return True
