"""What was found is asked for, written, looked at by the head and sent."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.feedback import answering as acts
from motcua.domain.feedback import policies
from motcua.domain.feedback.signed import keeping
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import show_moment
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask

from ..forms import DraftForm, ReasonForm, SignedForm, TextForm, WhatForm
from .case import item_of, page_of
from .lists import READERS

cite(Kind.SCREEN, "inspection:ask_more", "4.6.b-2")
cite(Kind.SCREEN, "inspection:give_more", "4.6.a")
cite(Kind.SCREEN, "inspection:draft", "4.6.b-1", "4.6.b-2", "5.5.a")
cite(Kind.SCREEN, "inspection:approve", "3.3-2")
cite(Kind.SCREEN, "inspection:signed", "3.3-2", "4.6.b-1")


@holders_of(*READERS)
def signed(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Take in the letter as it was signed and stamped: who spoke reads this copy from then on."""
    item = item_of(request, code)
    form = SignedForm(request.POST or None, request.FILES or None)
    page = page_of(
        item, "Nhập bản đã ký, đóng dấu", "Nhập bản ký", hindrance=keeping.may_keep(request.officer, item, request.at),
        says=("In văn bản trả lời, trình ký, đóng dấu, quét rồi nhập ở đây. Người phản ánh sẽ đọc bản này.",),
    )  # fmt: skip

    def do() -> str:
        keeping.keep_signed_answer(item, upload=form.cleaned_data["scan"], by=request.officer, at=request.at)
        return reverse("inspection:one", args=[code])

    return ask(request, page, form, do, said="Đã nhập bản ký.")


@holders_of(*READERS)
def ask_more(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Ask who spoke for more, once."""
    item = item_of(request, code)
    page = page_of(
        item, "Đề nghị nói rõ thêm", "Gửi đề nghị", hindrance=policies.may_work_on(request.officer, item, request.at),
        says=("Chỉ đề nghị được một lần. Người phản ánh trả lời qua địa chỉ theo dõi hoặc qua tổng đài.",),
    )  # fmt: skip
    return _act(request, item, page, WhatForm(request.POST or None), acts.ask_for_more, "Đã gửi đề nghị nói rõ thêm.")


@holders_of(*READERS)
def give_more(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write down what who spoke said more, on the telephone or at the desk."""
    item = item_of(request, code)
    page = page_of(
        item, "Ghi lời nói thêm", "Ghi lại", hindrance=policies.may_hear_more(request.officer, item, request.at),
        says=(f"Đã đề nghị: {item.asked_more}", "Hạn trả lời tính lại từ lúc ghi."),
    )  # fmt: skip
    return _act(request, item, page, TextForm(request.POST or None), acts.hear_more, "Đã ghi lời nói thêm.")


@holders_of(*READERS)
def draft(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Put what was found before the head."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    initial = {"verdict": item.verdict, "remedy": item.remedy, "text": item.answer}
    form = DraftForm(request.POST or None, initial=initial)
    page = page_of(
        item, "Soạn trả lời", "Trình lãnh đạo duyệt", hindrance=policies.may_work_on(by, item, at),
        says=("Người đứng đầu cơ quan duyệt rồi trả lời mới được gửi.",),
        warns=_late(item, at), template="inspection/draft.html", more={"it": item},
    )  # fmt: skip

    def do() -> str:
        acts.draft_answer(item, form.draft(), by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said=f"Đã trình trả lời {item.code}.")


@holders_of(*READERS)
def return_draft(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Have it written again."""
    item = item_of(request, code)
    may = policies.may_approve(request.officer, item, request.at)
    page = page_of(item, "Trả lại bản soạn", "Trả lại", hindrance=may, says=("Người soạn sửa rồi trình lại.",))
    return _act(request, item, page, ReasonForm(request.POST or None), acts.return_draft, "Đã trả lại bản soạn.")


@holders_of(*READERS)
def approve(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Answer for it: it goes out, with the copy that is owed."""
    item = item_of(request, code)
    may = policies.may_approve(request.officer, item, request.at)
    page = page_of(
        item, "Duyệt trả lời", "Duyệt và gửi", hindrance=may, warns=_late(item, request.at),
        says=("Người phản ánh đọc được ngay. Trả lời không sửa lại được.",),
        template="inspection/approve.html", more={"it": item},
    )  # fmt: skip
    return _act(request, item, page, Form(request.POST or None), acts.approve_answer, f"Đã trả lời {item.code}.")


def _act(
    request: OfficialRequest, item: Any, page: FormPage, form: Any, act: Callable[..., Any], said: str
) -> HttpResponseBase:
    def do() -> str:
        act(item, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said=said)


def _late(item: Any, at: Any) -> tuple[str, ...]:
    if at <= item.answer_by:
        return ()
    return (f"Hạn trả lời là {show_moment(item.answer_by)}, nay đã muộn: được ghi là trả lời quá hạn.",)
