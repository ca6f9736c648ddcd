"""What was filed from home and waits for an answer here: looked at, received, or sent back with everything named."""

from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.filing import answering, declaring, policies, queries
from motcua.domain.filing.answering import Fault
from motcua.domain.organisations.roles import Role
from motcua.domain.papers.scans import bytes_of
from motcua.domain.procedures import queries as procedures
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form, LongTextField
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

WHOLE = "whole"
AGAIN = (
    "Hồ sơ này đã trả lại một lần. Trả lại lần nữa được ghi là vi phạm quy định hướng dẫn một lần "
    "(Điều 5, khoản 1, điểm d)."
)

cite(Kind.SCREEN, "counter:online", "4.1.c", "5.1.d")


@require_safe
@holders_of(Role.RECEIVE)
def waiting(request: OfficialRequest) -> HttpResponse:
    """What waits, the earliest due first."""
    at_page = queries.to_answer(request.officer, request.at, place_of(request))
    waits, overdue = queries.how_many_wait(request.officer, request.at)
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "waits": waits, "overdue": overdue,
               "at": request.at}  # fmt: skip
    return render(request, "counter/online.html", context)


@require_safe
@holders_of(Role.RECEIVE)
def one(request: OfficialRequest, code: str) -> HttpResponse:
    """One submission with its papers."""
    submission = found(queries.one_to_answer, request.officer, code, request.at)
    seen = queries.whole(submission)
    context = {
        "it": submission, "papers": seen.papers, "sent_back": seen.sent_back, "at": request.at,
        "declared": declaring.in_words(submission),
    }  # fmt: skip
    return render(request, "counter/online_one.html", context)


@require_safe
@holders_of(Role.RECEIVE)
def paper(request: OfficialRequest, code: str, pk: int) -> HttpResponse:
    """One of its papers."""
    scan = found(queries.scan_of, found(queries.one_to_answer, request.officer, code, request.at), pk)
    return pdf(bytes_of(scan), scan.name.rsplit(".", 1)[0])


class Accept(Form):
    """Whether a dossier of the same person is known."""

    duplicate_seen = forms.BooleanField(
        label="Đã biết người này có thể đang có hồ sơ cùng thủ tục, vẫn tiếp nhận", required=False
    )


@holders_of(Role.RECEIVE)
def accept(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Receive it."""
    submission = found(queries.one_to_answer, request.officer, code, request.at)
    form = Accept(request.POST or None)
    page = _page(request, submission, "Tiếp nhận hồ sơ trực tuyến", "Tiếp nhận",
                 says=("Hồ sơ được cấp mã, ngày hẹn trả và giấy tiếp nhận; thời hạn tính từ lúc này.",))  # fmt: skip

    def do() -> str:
        dossier = answering.accept_submission(submission, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("counter:dossier", args=[dossier.code])

    return ask(request, page, form, do, said=f"Đã tiếp nhận {submission.code}.")


@holders_of(Role.RECEIVE)
def send_back(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Name everything that has to be mended, once."""
    submission = found(queries.one_to_answer, request.officer, code, request.at)
    components = procedures.handled(submission.version_id).components
    form = _faults_form(components)(request.POST or None)
    page = _page(
        request, submission, "Trả lại để sửa", "Trả lại", grave=True,
        says=("Ghi hết mọi chỗ cần sửa trong lần này; giấy tờ để trống là đã đạt.",),
        warns=(AGAIN,) if submission.times_sent_back else (),
    )  # fmt: skip

    def do() -> str:
        typed = form.cleaned_data
        faults = [Fault(each.id, typed[f"paper_{each.id}"]) for each in components] + [Fault(None, typed[WHOLE])]
        answering.send_submission_back(submission, faults=faults, by=request.officer, at=request.at)
        return reverse("counter:online")

    return ask(request, page, form, do, said=f"Đã trả lại {submission.code}.")


def _faults_form(components: Any) -> type[Form]:
    """A line for each paper, and one for what was written."""
    fields: dict[str, Any] = {
        f"paper_{each.id}": LongTextField(label=each.name, required=False, max_length=500) for each in components
    }
    fields[WHOLE] = LongTextField(label="Thông tin đã khai và điều khác", required=False, max_length=500)
    return type("Faults", (Form,), fields)


def _page(request: OfficialRequest, submission: Any, title: str, button: str, **more: Any) -> FormPage:
    return FormPage(
        title=title, about=f"{submission.code}, {submission.version.name}", button=button,
        back=reverse("counter:online_one", args=[submission.code]),
        hindrance=policies.may_answer(request.officer, submission, request.at), **more,
    )  # fmt: skip
