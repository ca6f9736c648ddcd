"""Feedback is sent its way, taken, given back and urged."""

from django.http import HttpResponseBase
from django.urls import reverse

from motcua.domain.feedback import policies, queries
from motcua.domain.feedback import sorting as acts
from motcua.domain.feedback.sorting import Sorted
from motcua.domain.feedback.terms import Kind as FeedbackKind
from motcua.domain.feedback.urging import policies as urging_policies
from motcua.domain.feedback.urging.urging import urge_feedback
from motcua.domain.organisations import queries as organisations
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import ask

from ..forms import ReasonForm, RouteForm, TextForm
from .case import item_of, page_of
from .lists import READERS
from .recording import official_named

cite(Kind.SCREEN, "inspection:route", "4.6.b-1", "4.6.b-2", "4.6.b-3", "3.2")
cite(Kind.SCREEN, "inspection:accept", "5.5.a", "7.5")
cite(Kind.SCREEN, "inspection:refuse", "3.2")
cite(Kind.SCREEN, "inspection:urge", "4.6.b-2")


@holders_of(*policies.INSPECTS)
def route(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Confirm what it is and about whom; the table says whose it becomes, shown before the button is pressed."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    initial = {"kind": item.kind, "about": item.about.code if item.about else "",
               "official": item.official.code if item.official else ""}  # fmt: skip
    form = RouteForm(request.POST or None, initial=initial, bodies=queries.bodies(at))
    page = page_of(
        item, "Phân loại phản ánh", "Xác nhận và chuyển", hindrance=policies.may_route(by, item, at),
        template="inspection/route.html",
        more={"it": item, "proposed": queries.proposed(item, at)},
    )  # fmt: skip

    def do() -> str:
        said = form.cleaned_data
        about, official = organisations.office(said["about"]), official_named(said["official"])
        acts.route_feedback(item, Sorted(FeedbackKind(said["kind"]), about, official), by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said=f"Đã phân loại {item.code}.")


@holders_of(*READERS)
def accept(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Take it for the body."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    page = page_of(
        item, "Nhận xử lý", "Nhận xử lý", hindrance=policies.may_work_on(by, item, at),
        says=("Từ nay cơ quan của bạn chịu trách nhiệm trả lời phản ánh này.",),
    )  # fmt: skip

    def do() -> str:
        acts.accept_feedback(item, by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, Form(request.POST or None), do, said=f"Đã nhận {item.code}.")


@holders_of(*READERS)
def refuse(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Say that it is another body's: once, with the reason."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    form = ReasonForm(request.POST or None)
    page = page_of(
        item, "Không thuộc cơ quan mình", "Trả về Trung tâm", hindrance=policies.may_work_on(by, item, at),
        says=("Ghi vì sao không thuộc cơ quan mình và thuộc nơi nào, nếu biết. Trung tâm quyết định, một lần.",),
    )  # fmt: skip

    def do() -> str:
        acts.refuse_to_own(item, **form.cleaned_data, by=by, at=at)
        return reverse("inspection:work")

    return ask(request, page, form, do, said=f"Đã trả {item.code} về Trung tâm.")


@holders_of(*policies.INSPECTS)
def urge(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Say what is wanted of the body that has it."""
    by, at = request.officer, request.at
    item = item_of(request, code)
    form = TextForm(request.POST or None)
    page = page_of(
        item, "Đôn đốc", "Gửi đôn đốc", hindrance=urging_policies.may_urge(by, item, at),
        says=(f"{item.owner.name} và thủ trưởng được báo ngay; lời đôn đốc ở lại trong hồ sơ phản ánh.",),
    )  # fmt: skip

    def do() -> str:
        urge_feedback(item, **form.cleaned_data, by=by, at=at)
        return reverse("inspection:one", args=[item.code])

    return ask(request, page, form, do, said=f"Đã đôn đốc {item.owner.name}.")
