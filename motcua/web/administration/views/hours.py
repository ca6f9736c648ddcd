"""Working hours: the common ones, those of offices that have their own, and setting them from a day on."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers.dates_moved.calendar_change import Waiting, plain
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days import queries
from motcua.domain.working_days.foresight import EVERY_OFFICE
from motcua.web.components.bodies import by_kind
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, show

from ..previewing import NOTHING_YET, change
from ..timetable_form import MOST_SEASONS, TimetableForm, shown

cite(Kind.SCREEN, "administration:hours", "2")
cite(Kind.SCREEN, "administration:set_hours", "2", "5.1.e-1")


@require_GET
@holders_of(Role.ADMIN)
def hours(request: OfficialRequest) -> HttpResponse:
    """The hours that hold today, and which offices have others."""
    today = local_day(request.at)
    names = {each.code: each.name for each in organisations.offices(today)}
    own = [
        (code, names.get(code, code), shown(queries.timetable_of(code, today)))
        for code in queries.offices_with_own_hours(today)
    ]
    context = {
        "common": shown(queries.timetable_of(EVERY_OFFICE, today)),
        "own": own,
        "to_come": [(names.get(code, code) or "Giờ chung", day) for code, day in queries.hours_to_come(today)],
        "bodies": by_kind(organisations.offices(today)),
    }
    return render(request, "administration/hours.html", context)


@holders_of(Role.ADMIN)
def set_hours(request: OfficialRequest) -> HttpResponseBase:
    """Give an office, or all that have none of their own, its whole timetable from a day on."""
    code, tomorrow = request.GET.get("co-quan", ""), local_day(request.at) + timedelta(days=1)
    name = found(organisations.office, code).name if code else "Mọi cơ quan chưa có giờ riêng"
    own = queries.timetable_of(code, tomorrow)
    now = own or queries.timetable_of(EVERY_OFFICE, tomorrow)
    count = _count(request, TimetableForm.seasons_in(now))
    given: dict[str, Any] = {"now": now, "own": bool(code and own)}
    more = {"most": MOST_SEASONS}
    back = reverse("administration:hours")
    page = FormPage(
        "Đặt giờ làm việc", "Đề nghị giờ làm việc này", back, name, template="administration/set_hours.html", more=more
    )
    if request.POST.get("seasons"):
        typed = TimetableForm.as_typed(request.POST, _kept(request.POST["seasons"], count), **given)
        return show(request, replace(page, more=NOTHING_YET | more), typed)
    form = TimetableForm(request.POST or None, **given, seasons=count)

    def change_of() -> Waiting:
        what = {"office_code": code, "timetable": plain(form.timetable())}
        return Waiting("set_hours", what | {"valid_from": form.cleaned_data["valid_from"].isoformat()})

    return change(request, page, form, change_of=change_of)


def _count(request: OfficialRequest, known: int) -> int:
    """How many seasons stand on the form."""
    sent = request.POST.get("count", "")
    return min(max(int(sent), 1), MOST_SEASONS) if sent in "123456789" and sent else known


def _kept(pressed: str, count: int) -> list[int]:
    """The seasons after one was added ("add") or taken out (its number)."""
    numbers = list(range(count))
    if pressed == "add":
        return [*numbers, count][:MOST_SEASONS]
    return [each for each in numbers if str(each) != pressed] or numbers
