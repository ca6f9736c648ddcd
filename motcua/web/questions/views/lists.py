"""What waits, what was answered, and how the whole province stands."""

from datetime import date

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.roles import Role
from motcua.domain.questions import asking, figures, policies, queries
from motcua.domain.regulation.answers import require
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_moment
from motcua.domain.vietnamese.text import clean
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import time_left
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import DaysForm

cite(Kind.SCREEN, "questions:work", "5.5.b", "7.5")
cite(Kind.SCREEN, "questions:answered", "5.5.b")
cite(Kind.SCREEN, "questions:province", "4.1.d-1", "5.5.b")
cite(Kind.SCREEN, "questions:days", "5.5.b", "7.5")


@require_safe
@holders_of(*policies.ANSWERS)
def waiting(request: OfficialRequest) -> HttpResponse:
    """What these bodies have to answer, what is due first."""
    by, at = request.officer, request.at
    at_page = queries.to_answer(by, at, place_of(request))
    waits, overdue = queries.how_many_wait(by, at)
    calendar = calendar_for()
    context = {
        "rows": [(each, time_left(each.due_at, at, calendar)) for each in at_page.rows],
        "pages": beside(request, at_page),
        "waits": waits,
        "overdue": overdue,
        "leads": by.has_role(Role.HEAD, at),
    }
    return render(request, "questions/waiting.html", context)


@require_safe
@holders_of(*policies.TAKES_DOWN)
def answered(request: OfficialRequest) -> HttpResponse:
    """What these bodies answered, the newest first."""
    at_page = queries.answered(request.officer, request.at, place_of(request))
    return render(request, "questions/answered.html", {"rows": at_page.rows, "pages": beside(request, at_page)})


@require_safe
@holders_of(Role.WATCH)
def province(request: OfficialRequest) -> HttpResponse:
    """What waits anywhere, late ones first, and how each body answered in a month."""
    by, at = request.officer, request.at
    require(policies.may_watch(by, at))
    body = clean(request.GET.get("co-quan", ""))[:40]
    at_page = queries.everywhere(by, at, place_of(request), body=body)
    months = figures.months(at)
    month = _month(request.GET.get("thang", ""), months)
    calendar = calendar_for()
    context = {
        "rows": [(each, time_left(each.due_at, at, calendar)) for each in at_page.rows],
        "pages": beside(request, at_page),
        "bodies": figures.by_body(month, at),
        "channels": figures.by_channel(month),
        "months": months,
        "month": month,
        "body": body,
    }
    return render(request, "questions/province.html", context)


@holders_of(Role.HEAD)
def set_days(request: OfficialRequest) -> HttpResponseBase:
    """The head of a body says within how many days it answers."""
    held = next(each for each in request.officer.held_at(request.at) if Role.HEAD in each.roles)
    office = found(organisations.office, held.body_code)
    form = DaysForm(request.POST or None)
    page = FormPage(
        title="Hạn trả lời câu hỏi", button="Đặt hạn", back=reverse("questions:work"), about=office.name,
        says=(
            f"Câu hỏi nhận bây giờ phải trả lời trước {show_moment(asking.due(office, request.at))}.",
            "Quy chế chỉ nói “thường xuyên”; số ngày do cơ quan đặt, áp dụng cho câu hỏi nhận từ nay.",
        ),
        hindrance=policies.may_set_days(request.officer, office, request.at),
    )  # fmt: skip

    def do() -> str:
        asking.set_answer_days(office, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("questions:work")

    return ask(request, page, form, do, said="Đã đặt hạn trả lời câu hỏi.")


def _month(written: str, months: list[date]) -> date:
    return next((each for each in months if f"{each:%Y-%m}" == written), months[0])
