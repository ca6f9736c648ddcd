"""What came in a burst: read, and let in or dropped, one by one."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.feedback import holding as acts
from motcua.domain.feedback import policies
from motcua.domain.feedback.terms import State
from motcua.domain.regulation.answers import no
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import ReasonForm
from .case import item_of, page_of

CHOSEN = "ma"

cite(Kind.SCREEN, "inspection:held", "4.6.a")
cite(Kind.SCREEN, "inspection:drop_all", "4.6.a")
cite(Kind.SCREEN, "inspection:let_in", "4.6.a")
cite(Kind.SCREEN, "inspection:drop", "4.6.a")


@require_safe
@holders_of(*policies.INSPECTS)
def held(request: OfficialRequest) -> HttpResponse:
    """What is held, in the order in which it came; or what was dropped."""
    by, at = request.officer, request.at
    dropped = request.GET.get("muc") == "da-bo"
    at_page = acts.held(by, at, place_of(request), State.DROPPED if dropped else State.HELD)
    context = {
        "rows": at_page.rows,
        "pages": beside(request, at_page),
        "dropped": dropped,
        "all": request.GET.get("tat-ca") == "1",
        "held": acts.how_many_held(by, at),
    }
    return render(request, "inspection/held.html", context)


@holders_of(*policies.INSPECTS)
def let_in(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let it count."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    page = page_of(
        item, "Nhận phản ánh đang giữ", "Nhận", hindrance=policies.may_route(by, item, at),
        says=("Phản ánh chờ phân loại như mọi phản ánh khác; người gửi được báo tin nếu có để lại số.",),
    )  # fmt: skip

    def do() -> str:
        acts.let_in_feedback(item, by=by, at=at)
        return reverse("inspection:held")

    return ask(request, page, Form(request.POST or None), do, said=f"Đã nhận {item.code}.")


@holders_of(*policies.INSPECTS)
def drop(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Say that it is nothing to be answered."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    form = ReasonForm(request.POST or None)
    page = page_of(
        item, "Bỏ phản ánh đang giữ", "Bỏ", grave=True, hindrance=policies.may_route(by, item, at),
        says=("Phản ánh vẫn được lưu và nhận lại được. Người gửi đọc được lý do trên trang theo dõi.",),
    )  # fmt: skip

    def do() -> str:
        acts.drop_feedback(item, **form.cleaned_data, by=by, at=at)
        return reverse("inspection:held")

    return ask(request, page, form, do, said=f"Đã bỏ {item.code}.")


@holders_of(*policies.INSPECTS)
def drop_all(request: OfficialRequest) -> HttpResponseBase:
    """Say of several of a flood, for one reason, that they are nothing to be answered."""
    by, at = request.officer, request.at
    sent = request.POST if request.method == "POST" else request.GET
    items = acts.held_named(sent.getlist(CHOSEN), by, at)
    form = ReasonForm(request.POST or None)
    says = ("Từng phản ánh vẫn được lưu và nhận lại được. Người gửi đọc được lý do trên trang theo dõi.",)
    title = f"Bỏ {len(items)} phản ánh đang giữ" if items else "Bỏ phản ánh đang giữ"
    page = FormPage(
        title, "Bỏ tất cả", reverse("inspection:held"), says=says, grave=True,
        hindrance=None if items else no("Chưa chọn phản ánh nào còn đang giữ.", "4.6.a"),
        template="inspection/drop_all.html", more={"items": items},
    )  # fmt: skip

    def do() -> str:
        acts.drop_all(items, **form.cleaned_data, by=by, at=at)
        return reverse("inspection:held")

    return ask(request, page, form, do, said=f"Đã bỏ {len(items)} phản ánh.")
