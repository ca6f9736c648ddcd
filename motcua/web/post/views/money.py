"""The money of the post: what differs, what was handed on, what it costs."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.delivery import collected
from motcua.domain.post import carriers, endings, queries
from motcua.domain.post.carriers import SettledReport
from motcua.domain.post.tariff import tariff_on
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.money import show_money
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import ReasonForm, SettlementForm
from ..one import CONCERNED, DESK, asked, named, says

cite(Kind.SCREEN, "post:money", "4.1.e")
cite(Kind.SCREEN, "post:tariff", "4.1.c", "5.1.f")


@require_safe
@holders_of(*CONCERNED)
def differences(request: OfficialRequest) -> HttpResponse:
    """Where the post brought another amount than it was to collect, and what it brought for nobody knows whom."""
    at_page = queries.differences(request.officer, request.at, place_of(request))
    context = {"rows": at_page.rows, "pages": beside(request, at_page)}
    context["stray"] = queries.stray_money(request.officer, request.at)
    context["may"] = request.officer.roles_at(request.at) & set(DESK)
    return render(request, "post/money.html", context)


@holders_of(*DESK)
def settle(request: OfficialRequest) -> HttpResponseBase:
    """Key in the list with which the post hands its money on."""
    form = SettlementForm(request.POST or None)
    page = FormPage("Nhập bảng kê nộp tiền thu hộ", "Nhập bảng kê", reverse("post:money"))

    def do() -> str:
        said = form.cleaned_data
        total = sum(amount for _, amount in said["lines"])
        report = SettledReport(said["reference"], said["day"], total, said["lines"])
        collected.take_in_settlement(report, carrier=carriers.chosen().code, by=request.officer, at=request.at)
        return reverse("post:money")

    return ask(request, page, form, do, said="Đã nhập bảng kê nộp tiền.")


@holders_of(*DESK)
def explain(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Say why another amount was brought."""
    one = asked(request, pk)
    form = ReasonForm(request.POST or None)
    more = (*says(one), f"Phải thu {show_money(one.to_collect)}, chênh lệch {show_money(one.difference)}.")
    page = FormPage("Giải thích chênh lệch thu hộ", "Ghi giải thích", reverse("post:money"), named(one), more)

    def do() -> str:
        endings.explain_difference(one, why=form.cleaned_data["reason"], by=request.officer, at=request.at)
        return reverse("post:money")

    return ask(request, page, form, do, said="Đã ghi giải thích.")


@require_safe
@holders_of(*CONCERNED)
def tariff(request: OfficialRequest) -> HttpResponse:
    """What the post asks today, and by which source."""
    return render(request, "post/tariff.html", {"table": tariff_on(local_day(request.at))})
