"""The calendar of a year, and its single days: declared, withdrawn, worked in place of others."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.dossiers.dates_moved.calendar_change import Waiting
from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day, parse_date, show_weekday
from motcua.domain.vietnamese.text import NotValid
from motcua.domain.working_days import queries
from motcua.domain.working_days.foresight import DayWithdrawn
from motcua.domain.working_days.timetable import DayKind
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.form_page import FormPage, ask

from ..forms import DayForm, MakeUpForm, WithdrawForm
from ..previewing import PROPOSED, TEMPLATE, change, preview_of, proposed
from ..year import FIRST, LAST, year_of

cite(Kind.SCREEN, "administration:calendar", "2", "5.1.e-1")
cite(Kind.SCREEN, "administration:declare_day", "2", "5.1.e-1")
cite(Kind.SCREEN, "administration:withdraw_day", "2")
cite(Kind.SCREEN, "administration:choose_make_up_day", "2")


@require_GET
@holders_of(Role.ADMIN)
def year(request: OfficialRequest) -> HttpResponse:
    """The twelve months with every day that is not as its weekday says, and on what it rests."""
    today, asked = local_day(request.at), request.GET.get("nam", "")
    number = int(asked) if asked.isdecimal() and FIRST <= int(asked[:4]) <= LAST and len(asked) == 4 else today.year
    names = {each.code: each.short_name for each in organisations.tree()}
    context = {"year": year_of(number, today), "names": names, "today": today, "first": FIRST, "last": LAST}
    return render(request, "administration/calendar.html", context)


@holders_of(Role.ADMIN)
def declare_day(request: OfficialRequest) -> HttpResponseBase:
    """Enter a day off or a made-up day, having seen which due dates it would move."""
    form = DayForm(request.POST or None, initial=_known_of(request.GET.get("ngay", "")))

    def change_of() -> Waiting:
        return Waiting("declare_day", form.cleaned_data | {"on": form.cleaned_data["on"].isoformat()})

    back = reverse("administration:calendar")
    page = FormPage("Khai báo ngày nghỉ, ngày làm bù", "Đề nghị khai báo ngày này", back, template=TEMPLATE)
    return change(request, page, form, change_of=change_of)


@holders_of(Role.ADMIN)
def withdraw_day(request: OfficialRequest, on: date) -> HttpResponseBase:
    """Take a declared day back, having seen which due dates that would move."""
    day = _declared(on)
    form = WithdrawForm(request.POST or None)

    def do() -> str:
        return proposed(request, Waiting("withdraw_day", {"on": on.isoformat(), **form.cleaned_data}))

    page = FormPage(
        "Bỏ khai báo ngày",
        "Đề nghị bỏ khai báo",
        _calendar_of(on),
        f"{show_weekday(on)}: {day.name}",
        grave=True,
        template=TEMPLATE,
        more=preview_of(DayWithdrawn(on), request.at),
    )
    return ask(request, page, form, do, said=PROPOSED)


@holders_of(Role.ADMIN)
def choose_make_up_day(request: OfficialRequest, on: date) -> HttpResponseBase:
    """Say whether an office, or every office, works on a made-up day."""
    day = _declared(on)
    form = MakeUpForm(request.POST or None, offices=organisations.offices(on), initial={"works": "khong"})

    def change_of() -> Waiting:
        given = {"office_code": form.cleaned_data["office"], "works": form.is_worked}
        return Waiting("choose_make_up_day", {"on": on.isoformat(), **given})

    says = ("Ngày làm bù chỉ tính vào thời hạn ở nơi có làm việc.",)
    about = f"{show_weekday(on)}: {day.name}"
    page = FormPage("Chọn cho ngày làm bù", "Đề nghị lựa chọn này", _calendar_of(on), about, says, template=TEMPLATE)
    return change(request, page, form, change_of=change_of)


def _known_of(asked: str) -> dict[str, Any]:
    """What is expected of a day that shall be confirmed; else an empty form."""
    try:
        day = queries.declared_day(parse_date(asked)) if asked else None
    except NotValid:
        day = None
    if day is None:
        return {"kind": DayKind.HOLIDAY, "on": asked}
    return {"on": day.on, "kind": day.kind, "name": day.name}


def _declared(on: date) -> Any:
    day = queries.declared_day(on)
    if day is None:
        raise Http404
    return day


def _calendar_of(on: date) -> str:
    return f"{reverse('administration:calendar')}?nam={on.year}"
