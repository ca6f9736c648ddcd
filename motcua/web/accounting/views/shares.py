"""Shares of fees that are kept for the Centre: proposed, agreed by both, decided by the province (4.5.c, 5.3.c)."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from motcua.domain.fees import settled as queries
from motcua.domain.fees import settling_policies as policies
from motcua.domain.fees import shares as acts
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.papers import issuing
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.files.serving import pdf

from ..forms import DecisionForm, NothingForm, ShareForm
from .entry import BOTH_SIDES

cite(Kind.SCREEN, "accounting:shares", "4.5.c", "5.3.c")


@require_GET
@holders_of(*BOTH_SIDES)
def shares(request: OfficialRequest) -> HttpResponse:
    """Every share proposed or decided, the newest first."""
    rows, by, at = queries.shares(request.officer, request.at), request.officer, request.at
    at_page = page(rows, "id", place_of(request), newest_first=True)
    shown = [
        (each, acts.shown_rate(each.rate), policies.may_agree_to_share(by, each, at),
         policies.may_keep(by, each.centre_id, at))
        for each in at_page.rows
    ]  # fmt: skip
    context: dict[str, Any] = {"rows": shown, "count": counted(rows), "pages": beside(request, at_page)}
    return render(request, "accounting/shares.html", context | {"today": local_day(at)})


@holders_of(*BOTH_SIDES)
def propose(request: OfficialRequest) -> HttpResponseBase:
    """Propose a share."""
    form = ShareForm(request.POST or None, fees=queries.fees_to_share(request.officer, request.at))
    sheet = FormPage(
        title="Đề xuất tỷ lệ trích để lại", button="Gửi đề xuất", back=reverse("accounting:shares"),
        says=("Chỉ phí có khoản trích để lại; lệ phí nộp toàn bộ vào ngân sách nhà nước.",),
    )  # fmt: skip

    def do() -> str:
        centre = queries.the_centre(request.at)
        acts.propose_share(form.body(), centre, terms=form.terms(), by=request.officer, at=request.at)
        return reverse("accounting:shares")

    return ask(request, sheet, form, do, said="Đã gửi đề xuất, chờ bên kia thống nhất.")


@holders_of(*BOTH_SIDES)
def agree(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Agree for the other side."""
    one = found(queries.share, request.officer, pk, request.at)
    form = NothingForm(request.POST or None)
    sheet = FormPage(
        title="Thống nhất tỷ lệ trích để lại", about=f"{one.name}: {acts.shown_rate(one.rate)}", button="Thống nhất",
        back=reverse("accounting:shares"), says=("Báo cáo Ủy ban nhân dân tỉnh được lập ngay sau khi thống nhất.",),
        hindrance=policies.may_agree_to_share(request.officer, one, request.at),
    )  # fmt: skip

    def do() -> str:
        acts.agree_to_share(one, by=request.officer, at=request.at)
        return reverse("accounting:shares")

    return ask(request, sheet, form, do, said="Đã thống nhất, đã lập báo cáo.")


@holders_of(Role.ACCOUNTANT)
def decide(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Enter what the province decided."""
    one = found(queries.share, request.officer, pk, request.at)
    form = DecisionForm(request.POST or None)
    sheet = FormPage(
        title="Ghi quyết định của Ủy ban nhân dân tỉnh", about=f"{one.name}: {acts.shown_rate(one.rate)}",
        button="Ghi quyết định", back=reverse("accounting:shares"),
        hindrance=policies.may_keep(request.officer, one.centre_id, request.at),
    )  # fmt: skip

    def do() -> str:
        acts.enter_share_decision(one, **form.cleaned_data, by=request.officer, at=request.at)
        return reverse("accounting:shares")

    return ask(request, sheet, form, do, said="Đã ghi quyết định, tỷ lệ có hiệu lực.")


@require_GET
@holders_of(*BOTH_SIDES)
def report(request: OfficialRequest, pk: int) -> HttpResponse:
    """The report to the province."""
    one = found(queries.share, request.officer, pk, request.at)
    if one.report is None:
        raise Http404
    return pdf(issuing.bytes_of(one.report, at=request.at), f"bao-cao-ty-le-{one.pk}.pdf")
