"""What was filed from home and waits for an answer, seen from above; and within how many hours an office answers."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.filing import answering, policies, watching
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from .watching import WATCHERS

SHOWN = 20
WRONG = f"Hãy nhập số giờ từ 1 đến {answering.LONGEST_TIME}."

cite(Kind.SCREEN, "centre:online", "4.1.c", "4.1.d-1", "4.1.d-2")
cite(Kind.SCREEN, "centre:answer_time", "4.1.c")


@require_safe
@holders_of(*WATCHERS)
def waiting(request: OfficialRequest) -> HttpResponse:
    """Overdue first, then what is due next; who was told of it."""
    by, at = request.officer, request.at
    at_page = watching.watched(by, at, place_of(request, SHOWN))
    context = {
        "rows": at_page.rows, "pages": beside(request, at_page), "overdue": watching.how_many_overdue(by, at),
        "hours": watching.answer_hours(by, at), "told": watching.CALLED, "at": at,
    }  # fmt: skip
    return render(request, "centre/online.html", context)


class Hours(Form):
    """A number of working hours."""

    hours = forms.IntegerField(
        label="Trả lời trong (giờ làm việc)",
        min_value=1,
        max_value=answering.LONGEST_TIME,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), WRONG),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


@holders_of(Role.HEAD)
def set_time(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Set the time of an office that one leads."""
    by, at = request.officer, request.at
    mine: Any = next((each for each in watching.answer_hours(by, at) if each.office.code == code), None)
    if mine is None:
        raise Http404
    form = Hours(request.POST or None, initial={"hours": mine.hours})
    page = FormPage(
        title="Hạn trả lời hồ sơ nộp trực tuyến", about=mine.office.name, button="Lưu", back=reverse("centre:online"),
        says=("Áp dụng cho hồ sơ nộp từ bây giờ. Hồ sơ đã nộp giữ hạn đã báo cho người nộp.",),
        hindrance=policies.may_set_answer_time(by, mine.office, at),
    )  # fmt: skip

    def do() -> str:
        answering.set_answer_time(mine.office, hours=form.cleaned_data["hours"], by=by, at=at)
        return reverse("centre:online")

    return ask(request, page, form, do, said=f"{mine.office.name} trả lời trong {request.POST.get('hours', '')} giờ.")
