"""A day off for a storm in the demo: proposed, confirmed by another, due dates moved; a made-up day still waits."""

from datetime import date, timedelta
from typing import Any

from motcua.domain.dossiers.dates_moved import moving
from motcua.domain.dossiers.dates_moved.calendar_change import Waiting
from motcua.domain.dossiers.dates_moved.models import MovedDate
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.queries import calendar_for
from motcua.domain.working_days.timetable import DayKind

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

DAYS_AHEAD, TOLD = 4, 2
PROPOSES, BASIS = "quan", "Công điện số 14/CĐ-UBND (số giả định)"


def warn_of_storm(world: World, times: Timeline) -> None:
    """The day off moves the dates of what is due then and later; two applicants have their letter already."""
    at, day, calendar = times.at_work, local_day(times.at_work), calendar_for()
    for _ in range(DAYS_AHEAD):
        day = calendar.next_working_day(day)
    by, head = world.officer(PROPOSES), world.head_of(CENTRE)
    mistaken = moving.propose_calendar_change(_off(calendar.next_working_day(day)), by=by, at=at)
    moving.drop_calendar_change(mistaken, by=by, at=at)
    proposal = moving.propose_calendar_change(_off(day), by=by, at=at)
    moving.confirm_calendar_change(proposal, by=head, at=at)
    while moving.carry_on(at):
        pass
    for moved in MovedDate.objects.select_related("dossier__one_stop").order_by("id")[:TOLD]:
        moving.tell_moved_date(moved, by=world.at_desk(moved.dossier.one_stop.code, "receive")[0], at=at)
    moving.propose_calendar_change(_made_up(day), by=by, at=at)


def _off(on: date) -> Waiting:
    return _declared(on, DayKind.HOLIDAY, "Nghỉ phòng, chống bão")


def _made_up(off: date) -> Waiting:
    """The Saturday after it."""
    return _declared(off + timedelta(days=6 - off.isoweekday()), DayKind.MAKE_UP, "Làm bù ngày nghỉ phòng, chống bão")


def _declared(on: date, kind: DayKind, name: str) -> Waiting:
    what: dict[str, Any] = {"on": on.isoformat(), "kind": kind.value, "name": name, "basis": BASIS, "estimated": False}
    return Waiting("declare_day", what)
