"""The words for everybody: prepared by one, read and agreed to by another, withdrawn."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.questions import policies, publishing, queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import PublicForm, ReasonForm

cite(Kind.SCREEN, "questions:prepare", "5.5.b")
cite(Kind.SCREEN, "questions:publish", "5.5.b")


@require_safe
@holders_of(*policies.ANSWERS)
def to_read(request: OfficialRequest) -> HttpResponse:
    """What waits for its second reader."""
    at_page = queries.to_read(request.officer, request.at, place_of(request))
    return render(request, "questions/to_read.html", {"rows": at_page.rows, "pages": beside(request, at_page)})


@holders_of(*policies.ANSWERS)
def prepare(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write the words for everybody, with everything taken out that points to a person."""
    by, at = request.officer, request.at
    question = found(queries.for_official, by, code, at)
    now = {"subject": question.subject, "text": question.text, "answer": question.answer}
    form = PublicForm(request.POST or None, initial=now)
    page = FormPage(
        title="Soạn bản công khai", button="Gửi người đọc lại", about=question.code,
        back=reverse("questions:one", args=[question.code]), hindrance=policies.may_prepare_public(by, question, at),
        says=("Bỏ tên, số điện thoại, địa chỉ, số giấy tờ, mã hồ sơ. Người thứ hai đọc lại rồi mới công khai.",),
    )  # fmt: skip

    def do() -> str:
        publishing.prepare_public(question, form.words(), by=by, at=at)
        return reverse("questions:to_read")

    return ask(request, page, form, do, said=f"Đã soạn bản công khai của {question.code}.")


@holders_of(*policies.ANSWERS)
def publish(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Read it as the second one and agree for the body."""
    by, at = request.officer, request.at
    public = found(queries.public_of, by, pk, at)
    page = FormPage(
        title="Đọc lại và công khai", button="Đồng ý công khai", about=public.question.code,
        back=reverse("questions:to_read"), hindrance=policies.may_publish(by, public, at),
        template="questions/publish.html", more={"public": public},
    )  # fmt: skip

    def do() -> str:
        publishing.publish_question(public, by=by, at=at)
        return reverse("questions:to_read")

    return ask(request, page, Form(request.POST or None), do, said="Đã công khai câu hỏi.")


@holders_of(*policies.ANSWERS)
def withdraw(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Take it off the portal, or out of the hands of the second reader."""
    by, at = request.officer, request.at
    public = found(queries.public_of, by, pk, at)
    form = ReasonForm(request.POST or None)
    page = FormPage(
        title="Thôi công khai", button="Thôi công khai", about=public.subject, grave=True,
        back=reverse("questions:one", args=[public.question.code]),
        hindrance=policies.may_withdraw_public(by, public, at),
    )  # fmt: skip

    def do() -> str:
        publishing.withdraw_public(public, **form.cleaned_data, by=by, at=at)
        return reverse("questions:one", args=[public.question.code])

    return ask(request, page, form, do, said="Đã thôi công khai.")
