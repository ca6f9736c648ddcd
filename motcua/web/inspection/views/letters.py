"""Letters that came by e-mail: what is held, one letter as plain words, and the decision about it; letters back."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.feedback.policies import INSPECTS
from motcua.domain.mailbox import deciding, policies, queries, writing
from motcua.domain.mailbox.terms import State
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import form as form_file
from motcua.web.files.serving import pdf

from ..forms import ReasonForm, TextForm
from .case import item_of, page_of
from .lists import READERS

cite(Kind.SCREEN, "inspection:letters", "4.6.a")
cite(Kind.SCREEN, "inspection:letter", "4.6.a")
cite(Kind.SCREEN, "inspection:write", "4.6.b-1", "4.6.b-2")

STATES = {"": State.HELD, "da-nhan": State.TAKEN, "bo-qua": State.DISCARDED}


@require_safe
@holders_of(*INSPECTS)
def letters(request: OfficialRequest) -> HttpResponse:
    """What is held, the oldest first; what was taken in and what was passed over, the newest first."""
    by, at = request.officer, request.at
    chosen = request.GET.get("muc", "")
    state = STATES.get(chosen, State.HELD)
    at_page = queries.letters(by, at, state, place_of(request))
    context = {
        "rows": at_page.rows,
        "pages": beside(request, at_page),
        "chosen": chosen if chosen in STATES else "",
        "held": queries.held(by, at),
        "box": queries.mailbox(),
    }
    return render(request, "inspection/letters.html", context)


@require_safe
@holders_of(*INSPECTS)
def letter(request: OfficialRequest, pk: int) -> HttpResponse:
    """One letter in plain words, with what lies in it."""
    one = _letter(request, pk)
    context = {
        "it": one,
        "files": queries.enclosures(one),
        "decides": policies.may_decide(request.officer, one, request.at),
    }
    return render(request, "inspection/letter.html", context)


@holders_of(*INSPECTS)
def release(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Let a held letter count."""
    one = _letter(request, pk)
    page = _page(
        one, "Nhận thư này", "Nhận thư",
        says=("Thư thành phản ánh mới, hoặc được đưa vào phản ánh mà người gửi đang trao đổi.",
              "Tệp gửi kèm được kiểm tra; tệp không an toàn vẫn để riêng."),
    )  # fmt: skip

    def do() -> str:
        done = deciding.release_letter(one, why=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return reverse("inspection:one", args=[done.feedback.code]) if done.feedback else page.back

    form = ReasonForm(request.POST or None)
    return ask(request, page, form, do, said="Đã nhận thư.")


@holders_of(*INSPECTS)
def discard(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Pass over a held letter."""
    one = _letter(request, pk)
    says = ("Thư vẫn được lưu cùng lý do. Người gửi không nhận được thư trả lời.",)
    page = _page(one, "Bỏ qua thư này", "Bỏ qua", says=says, grave=True)

    def do() -> str:
        deciding.discard_letter(one, why=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return reverse("inspection:letters")

    form = ReasonForm(request.POST or None)
    return ask(request, page, form, do, said="Đã bỏ qua thư.")


@require_safe
@holders_of(*READERS)
def enclosure(request: OfficialRequest, pk: int, position: int) -> HttpResponse:
    """A file of a letter that was taken in, for who sees its case; a Word document is kept on one's own disk."""
    name, content, is_pdf = found(queries.content_of, request.officer, pk, position, request.at)
    return pdf(content, name) if is_pdf else form_file(content, "docx", name)


@holders_of(*READERS)
def write(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Write to who spoke, by e-mail."""
    item = item_of(request, code)
    page = page_of(
        item, "Viết thư cho người phản ánh", "Gửi thư",
        hindrance=policies.may_write_back(request.officer, item, request.at),
        says=("Thư đi qua thư điện tử, ghi tên cơ quan đang giữ phản ánh.",
              "Người phản ánh trả lời thư này thì lời của họ hiện ở đúng phản ánh này.",
              "Thư này không thay cho văn bản trả lời do lãnh đạo duyệt."),
    )  # fmt: skip

    def do() -> str:
        writing.write_back(item, text=form.cleaned_data["text"], by=request.officer, at=request.at)
        return page.back

    form = TextForm(request.POST or None)
    return ask(request, page, form, do, said="Đã gửi thư cho người phản ánh.")


def _letter(request: OfficialRequest, pk: int) -> Any:
    return found(queries.letter, request.officer, pk, request.at)


def _page(one: Any, title: str, button: str, **more: Any) -> FormPage:
    back = reverse("inspection:letter", args=[one.pk])
    return FormPage(title=title, button=button, about=one.subject or "Thư không có tiêu đề", back=back, **more)
