"""Lãnh đạo phê duyệt tại Trung tâm: the month as a grid to look at and to print, and one day with its hours."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.approving import attendance as leaders
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, parse_date
from motcua.domain.vietnamese.text import NotValid
from motcua.domain.working_days.limit import months_after
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.entrance import OfficialRequest, holders_of

cite(Kind.SCREEN, "centre:attendance", "4.1.d-2", "5.1.c-2")


@dataclass(frozen=True)
class Month:
    """The grid: the working days up to today, the leaders, and the months beside."""

    first: date
    days: list[date]
    leaders: list[Any]
    before: date
    after: date | None


@require_safe
@holders_of(Role.WATCH)
def attendance(request: OfficialRequest) -> HttpResponse:
    """A month of all leaders; with `ngay` one day with the hours of each."""
    today = local_day(request.at)
    day = _asked(request.GET.get("ngay", ""), today)
    if day is not None:
        context = {"day": day, "leaders": leaders.attendance(day, day, calendar_for())}
        return render(request, "centre/attendance_day.html", context)
    first = (_asked(request.GET.get("thang", ""), today) or today).replace(day=1)
    return render(request, "centre/attendance.html", {"month": _month(first, today)})


def _month(first: date, today: date) -> Month:
    following, calendar = months_after(first, 1), calendar_for()
    last = min(today, date.fromordinal(following.toordinal() - 1))
    days = leaders.working_days(first, last, calendar)
    after = following if following <= today else None
    return Month(first, days, leaders.attendance(first, last, calendar), months_after(first, -1), after)


def _asked(words: str, today: date) -> date | None:
    """A day in the address, if it is one, no later than today and not before there were records."""
    try:
        day = parse_date(words) if words else None
    except NotValid:
        return None
    return day if day is not None and date(2019, 1, 1) <= day <= today else None
