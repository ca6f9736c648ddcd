"""Answered feedback for everybody to read: prepared by one, read and published by another, taken down, left out."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.feedback.publishing import policies, publishing, queries
from motcua.domain.feedback.urging import queries as urging
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.working_days.queries import calendar_for
from motcua.web.components.badges import time_left
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import ask
from motcua.web.components.paging import beside, place_of

from ..forms import PublicForm, ReasonForm
from .case import item_of, page_of
from .lists import READERS

cite(Kind.SCREEN, "inspection:to_publish", "4.6.b-2")
cite(Kind.SCREEN, "inspection:prepare", "4.6.b-2")
cite(Kind.SCREEN, "inspection:publish", "4.6.b-2")


@require_safe
@holders_of(*READERS)
def to_publish(request: OfficialRequest) -> HttpResponse:
    """What was answered and is not public yet; what is due first comes first."""
    by, at = request.officer, request.at
    at_page, calendar = queries.to_publish(by, at, place_of(request)), calendar_for()
    told = urging.reminders_of(at_page.rows)
    rows = [
        (item, time_left(due, at, calendar), words, told.get(item.pk))
        for item, due, words in map(queries.awaiting, at_page.rows)
    ]
    return render(request, "inspection/to_publish.html", {"rows": rows, "pages": beside(request, at_page)})


@holders_of(*READERS)
def prepare(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write the words for everybody, with everything taken out that points to a person."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    now = {"subject": item.subject, "text": item.text, "answer": "\n\n".join(filter(None, (item.answer, item.remedy)))}
    form = PublicForm(request.POST or None, initial=now)
    page = page_of(
        item, "Soạn bản công khai", "Gửi người đọc lại", hindrance=policies.may_prepare(by, item, at),
        says=("Bỏ tên, số điện thoại, địa chỉ, số giấy tờ, mã hồ sơ. Người thứ hai đọc lại rồi mới công khai.",),
    )  # fmt: skip

    def do() -> str:
        publishing.prepare_publication(item, form.words(), by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said=f"Đã soạn bản công khai của {item.code}.")


@holders_of(*READERS)
def publish(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Read it as the second one; then everybody can."""
    by, at = request.officer, request.at
    item, public = _prepared(request, code)
    page = page_of(
        item, "Đọc lại và công khai", "Công khai", hindrance=policies.may_publish(by, public, at),
        template="inspection/publish.html", more={"public": public},
    )  # fmt: skip

    def do() -> str:
        publishing.publish_feedback(public, by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, Form(request.POST or None), do, said="Đã công khai phản ánh.")


@holders_of(*READERS)
def withdraw(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Take it off the portal, or out of the hands of the second reader."""
    by, at = request.officer, request.at
    item, public = _prepared(request, code)
    form = ReasonForm(request.POST or None)
    page = page_of(item, "Rút bản công khai", "Rút", grave=True, hindrance=policies.may_withdraw(by, public, at))

    def do() -> str:
        publishing.withdraw_publication(public, **form.cleaned_data, by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said="Đã rút bản công khai.")


@holders_of(*READERS)
def leave_out(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Say why this one is not made public."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    form = ReasonForm(request.POST or None)
    page = page_of(
        item, "Không công khai", "Không công khai", grave=True, hindrance=policies.may_leave_unpublished(by, item, at),
        says=("Chỉ khi bỏ hết thông tin riêng thì không còn gì để đọc. Lý do được ghi vào nhật ký.",),
    )  # fmt: skip

    def do() -> str:
        publishing.leave_unpublished(item, **form.cleaned_data, by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said="Đã ghi: không công khai.")


def _prepared(request: OfficialRequest, code: str) -> tuple[Any, Any]:
    """The feedback with its words for everybody; what was never prepared, or was taken back, is not there."""
    item = item_of(request, code)
    return item, found(queries.live_of, item)
