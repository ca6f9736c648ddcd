"""Where feedback stands before its clocks: what is to be done next about it, by when, and whom that is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from motcua.domain.organisations.kinds import OfficeKind
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.queries import centre, colleagues
from motcua.domain.organisations.roles import Role
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for

from ..models import Feedback
from ..policies import may_know_of
from ..publishing.queries import public_of
from ..reports.terms import ReportState
from ..terms import OVER, State, Way
from .clocks import THRESHOLDS, Level, Step, told_on

UNTAKEN = (State.NEW, State.ROUTED)
AWAITED = Q(kept=True, report__state__in=(ReportState.SENT, ReportState.HEARD))


@dataclass(frozen=True)
class Standing:
    """What is due, by when, in words for who has to do it, and up to whom it is told today."""

    step: Step
    due_at: datetime
    words: str
    level: Level | None


def standing(item: Feedback, at: datetime) -> Standing | None:
    """What has to be done next; nothing once it is over, or as long as an authority has to answer about the rule.

    What was answered has to be made public, until that is done or somebody said why not.
    """
    if item.publish_by is not None:
        level = told_on(Step.PUBLISH, item.publish_by, local_day(at), calendar_for())
        return Standing(Step.PUBLISH, item.publish_by, _words(item, Step.PUBLISH), level)
    if item.state in OVER or (item.way == Way.REPORTED and item.gathered.filter(AWAITED).exists()):
        return None
    step, due = (Step.ACCEPT, item.accept_by) if item.state in UNTAKEN else (Step.ANSWER, item.answer_by)
    level = told_on(step, due, local_day(at), calendar_for(item.owner.code))
    return Standing(step, due, _words(item, step), level)


def listeners(item: Feedback, level: Level, at: datetime, *, newly: bool) -> Iterator[Officer]:
    """Who is told: those who work on it; the head where it is late or waits for the head; the Centre `newly` only."""
    at_centre = item.owner.kind == OfficeKind.CENTRE
    workers = colleagues(item.owner_id, Role.WATCH if at_centre else Role.PROCEDURES, at)
    told = [] if item.state == State.DRAFTED else list(workers)
    if item.publish_by is not None and public_of(item) is not None:  # its words are written: the Centre reads them
        told = list(colleagues(centre(local_day(at)).pk, Role.WATCH, at))
    if level >= Level.HEAD or not told:
        told += colleagues(item.owner_id, Role.HEAD, at)
    if level == Level.CENTRE and newly:
        told += colleagues(centre(local_day(at)).pk, Role.WATCH, at)
    for officer in {each.pk: each for each in told}.values():
        if may_know_of(officer, item, at):
            yield officer


def _words(item: Feedback, step: Step) -> str:
    if item.state == State.DRAFTED:
        return "duyệt trả lời người phản ánh"
    if step == Step.PUBLISH:
        return "soạn bản công khai" if public_of(item) is None else "đọc lại, công khai"
    return "phân loại, chuyển" if item.state == State.NEW else THRESHOLDS[step].title
