"""What was said twice becomes one, or two again."""

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.feedback import merging as acts
from motcua.domain.feedback import policies, queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.text import clean
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import ask

from ..forms import IntoForm
from .case import item_of, page_of

cite(Kind.SCREEN, "inspection:merge", "4.6.a", "3.2")


@holders_of(*policies.INSPECTS)
def merge(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let it go into another, whose code is given (`?vao=` where it was suggested)."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    form = IntoForm(request.POST or None, initial={"into": clean(request.GET.get("vao", ""))[:20]})
    page = page_of(
        item, "Nhập phản ánh trùng", "Nhập", hindrance=policies.may_merge(by, item, at),
        says=("Người phản ánh ở cả hai nơi nhận cùng một trả lời.", "Nhập nhầm thì tách ra được, trước khi trả lời."),
    )  # fmt: skip

    def do() -> str:
        into = found(queries.for_official, by, form.cleaned_data["into"], at)
        acts.merge_feedback(item, into=into, by=by, at=at)
        return reverse("inspection:one", args=[into.code])

    return ask(request, page, form, do, said=f"Đã nhập {item.code}.")


@holders_of(*policies.INSPECTS)
def part(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let it stand alone again."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    page = page_of(
        item, "Tách phản ánh", "Tách ra", hindrance=policies.may_merge(by, item, at),
        says=("Phản ánh này trở lại Trung tâm để phân loại từ đầu.",),
    )  # fmt: skip

    def do() -> str:
        acts.part_feedback(item, by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, Form(request.POST or None), do, said=f"Đã tách {item.code}.")
